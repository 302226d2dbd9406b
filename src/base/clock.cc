#include "base/clock.h"

#include <cstdio>

namespace safety::base {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// Takes fixed-width numbers and marks off the front of a text, or fails for good.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  int Number(std::size_t width) {
    if (rest_.size() < width) {
      ok_ = false;
      return 0;
    }
    int value = 0;
    for (const char c : rest_.substr(0, width)) {
      ok_ = ok_ && c >= '0' && c <= '9';
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(width);
    return value;
  }

  bool Take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) {
      return false;
    }
    rest_.remove_prefix(1);
    return true;
  }

  void Expect(std::string_view any_of) { ok_ = Take(any_of) && ok_; }

  microseconds Fraction() {
    microseconds value{0};
    microseconds unit{100'000};
    std::size_t digits = 0;
    while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
      value += unit * (rest_.front() - '0');
      unit /= 10;
      rest_.remove_prefix(1);
      ++digits;
    }
    ok_ = ok_ && digits > 0 && digits <= 9;
    return value;
  }

  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return rest_.empty(); }
  [[nodiscard]] char front() const { return rest_.empty() ? '\0' : rest_.front(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

}  // namespace

UtcTime SystemClock::Now() const {
  return std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
}

std::int64_t ToMicroseconds(UtcTime time) { return time.time_since_epoch().count(); }

UtcTime FromMicroseconds(std::int64_t value) { return UtcTime(microseconds(value)); }

std::string ToRfc3339(UtcTime time) {
  const auto day = std::chrono::floor<days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<seconds>(time - day));
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text;
}

std::expected<UtcTime, TimeError> ParseRfc3339(std::string_view text) {
  Reader in(text);
  const int year = in.Number(4);
  in.Expect("-");
  const int month = in.Number(2);
  in.Expect("-");
  const int day = in.Number(2);
  in.Expect("Tt ");
  const int hour = in.Number(2);
  in.Expect(":");
  const int minute = in.Number(2);
  in.Expect(":");
  const int second = in.Number(2);
  const microseconds fraction = in.Take(".") ? in.Fraction() : microseconds{0};

  minutes offset{0};
  const char sign = in.front();
  in.Expect("Zz+-");
  if (sign == '+' || sign == '-') {
    const int offset_hours = in.Number(2);
    in.Expect(":");
    const int offset_minutes = in.Number(2);
    if (offset_hours > 23 || offset_minutes > 59) {
      return std::unexpected(TimeError::kNotATime);
    }
    offset = hours(offset_hours) + minutes(offset_minutes);
    if (sign == '-') {
      offset = -offset;
    }
  }

  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!in.ok() || !in.at_end() || !date.ok() || year < 1970 || hour > 23 || minute > 59 ||
      second > 59) {
    return std::unexpected(TimeError::kNotATime);
  }
  return UtcTime(std::chrono::sys_days(date)) + hours(hour) + minutes(minute) + seconds(second) +
         fraction - offset;
}

}  // namespace safety::base
