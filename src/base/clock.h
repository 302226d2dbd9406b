#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace safety::base {

/// A moment in UTC, in microseconds: how every time is stored. Screens turn it into local time.
using UtcTime = std::chrono::sys_time<std::chrono::microseconds>;

/// Where the time comes from. Safe to call from any thread.
class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;
  [[nodiscard]] virtual UtcTime Now() const = 0;
};

/// The machine's clock.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] UtcTime Now() const override;
};

/// Stands where it is put: for tests and for replays. Moved by one thread at a time.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(UtcTime now) : now_(now) {}
  [[nodiscard]] UtcTime Now() const override { return now_; }
  void Set(UtcTime now) { now_ = now; }
  void Advance(std::chrono::microseconds by) { now_ += by; }

 private:
  UtcTime now_;
};

/// Microseconds since 1970, as databases store it, and back.
[[nodiscard]] std::int64_t ToMicroseconds(UtcTime time);
[[nodiscard]] UtcTime FromMicroseconds(std::int64_t microseconds);

/// RFC 3339 in UTC to the second: 2027-01-05T17:00:00Z.
[[nodiscard]] std::string ToRfc3339(UtcTime time);

enum class TimeError { kNotATime };

/// Reads RFC 3339 with `Z` or an offset, with or without a fraction of a second. Dates that do not
/// exist, leap seconds and years before 1970 or after 9999 are refused.
[[nodiscard]] std::expected<UtcTime, TimeError> ParseRfc3339(std::string_view text);

}  // namespace safety::base
