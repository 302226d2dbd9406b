#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "http/router.h"

namespace safety::http {

struct Limits {
  std::size_t header_bytes = 16UL * 1024;
  std::size_t body_bytes = 256UL * 1024;
  std::chrono::milliseconds request_deadline{30'000};  ///< to read one request, and to write one
                                                       ///< response; a handler takes its time
  std::chrono::milliseconds idle_deadline{60'000};     ///< between requests on a kept connection
  std::size_t max_connections = 4096;                  ///< past it idle ones go and new ones wait
  std::chrono::milliseconds stop_deadline{10'000};     ///< to finish what is in flight
};

/// An address to listen on, in numbers: "127.0.0.1:8080", "[::1]:8080". Port 0 lets the kernel
/// choose. "[::]" is IPv6 alone: listen on "0.0.0.0" too for both.
struct Endpoint {
  std::string address;
  std::uint16_t port = 0;
  [[nodiscard]] static std::expected<Endpoint, std::string> Parse(std::string_view text);
  [[nodiscard]] std::string ToString() const;
};

/// The server: `threads` io threads, each with its own io context and its own acceptor of every
/// listener. Knows nothing of what it serves.
///
/// HTTP/1.0 and 1.1, kept connections and pipelining. A request that is malformed, too slow or too
/// large gets the router's page for that miss, and the connection closes. Responders may be called
/// from any thread, also after their connection or the server is gone.
class Server {
 public:
  Server(std::size_t threads, Limits limits);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Binds, so that requests queue; gives the bound endpoint back, or why not ("127.0.0.1:8080:
  /// address in use"). `router` outlives the server. Before Run only.
  [[nodiscard]] std::expected<Endpoint, std::string> Listen(const Endpoint& endpoint,
                                                            const Router& router);
  /// Serves until SIGTERM, SIGINT or Stop, then closes the listeners, finishes what is in flight
  /// and returns; what is not finished by the stop deadline is cut off. Once only. A signal that
  /// came since the first Listen counts; a second one ends the process at once.
  void Run();
  /// From any thread, also before Run.
  void Stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace safety::http
