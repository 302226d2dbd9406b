#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// A load generator for HTTP/1.1: one thread, epoll, kept connections, a few microseconds a
/// request, so that it leaves the machine to what it measures.
namespace safety::bench {

/// Durations in buckets 3 % wide, from 1 ns to hours: small, exact enough for percentiles.
class Histogram {
 public:
  void Record(std::chrono::nanoseconds duration);
  void Merge(const Histogram& other);
  [[nodiscard]] std::uint64_t count() const { return count_; }
  /// The duration that `share` (0.5, 0.99) of all did not exceed, as its bucket's upper end; 0 when
  /// empty.
  [[nodiscard]] std::chrono::nanoseconds Percentile(double share) const;

 private:
  static constexpr std::size_t kSteps = 32;  ///< buckets in each power of two
  std::array<std::uint64_t, 64 * kSteps> buckets_{};
  std::uint64_t count_ = 0;
};

/// What came back. Views into the connection's buffer: valid during the call only.
struct LoadResponse {
  int status = 0;
  std::string_view head;  ///< status line and headers, with the empty line
  std::string_view body;

  /// The first header `name` (any case), trimmed; nothing when absent.
  [[nodiscard]] std::optional<std::string_view> Header(std::string_view name) const;
  /// name=value of the first Set-Cookie for `name`, as a Cookie header wants it; "" when absent.
  [[nodiscard]] std::string_view CookiePair(std::string_view name) const;
};

/// What one connection does: one request at a time, the next after the answer. Called on the thread
/// that is inside RunLoad.
class Script {
 public:
  Script() = default;
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;
  virtual ~Script() = default;

  /// Appends the complete bytes of the next request to `out`, which comes empty, and returns which
  /// kind it is, below LoadOptions::kinds: each kind has its own latencies. Nothing: this
  /// connection is done.
  virtual std::optional<std::size_t> Next(std::string& out) = 0;

  /// The answer to the request that Next gave last. False counts it as failed.
  virtual bool Receive(const LoadResponse& response) = 0;

  /// The connection broke before the answer to the last request came: whether it was carried out is
  /// not known. With reconnecting, Next is asked for what to send on the new connection.
  virtual void Broken() {}
};

struct LoadOptions {
  std::string address = "127.0.0.1";  ///< in numbers, IPv4 or IPv6
  std::uint16_t port = 0;
  std::size_t connections = 64;
  std::size_t kinds = 1;           ///< of requests, for the latencies
  std::uint64_t max_requests = 0;  ///< in all; 0: as many as the time allows
  std::chrono::milliseconds max_time{10'000};
  std::chrono::milliseconds max_wait{5'000};  ///< for open answers, once the time is over
  bool reconnect = false;  ///< whether a broken or refused connection tries again, every 10 ms
};

struct LoadResult {
  std::chrono::nanoseconds wall{};
  std::chrono::nanoseconds cpu{};  ///< of the generator, scripts included
  std::uint64_t answered = 0;
  std::uint64_t failed = 0;          ///< answered, and the script was not content
  std::uint64_t broken = 0;          ///< sent in whole or part and not answered
  std::uint64_t refused = 0;         ///< attempts to connect that failed
  std::vector<Histogram> latencies;  ///< by kind, from the first byte sent to the last received

  [[nodiscard]] double PerSecond() const;
  [[nodiscard]] std::chrono::nanoseconds CpuPerRequest() const;
  /// "12345 requests/s, p50 1.20 ms, p99 4.10 ms, 3.2 µs of the generator's CPU, …"
  [[nodiscard]] std::string Summary() const;
};

/// Runs `make_script(i)` for connection i until all scripts are done, a bound is reached or `stop`
/// is asked for (from any thread). Connections that the server closes after an answer are opened
/// again. Understands answers with a Content-Length or without a body, nothing else: such an answer
/// breaks the connection.
[[nodiscard]] LoadResult RunLoad(
    const LoadOptions& options,
    const std::function<std::unique_ptr<Script>(std::size_t)>& make_script,
    std::stop_token stop = {});

}  // namespace safety::bench
