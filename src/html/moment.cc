#include "html/moment.h"

namespace safety::html {

std::string SayMoment(std::chrono::local_time<std::chrono::microseconds> moment,
                      const MonthNames& months, std::string_view on) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date(day);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(moment - day).count();
  const auto hour = minutes / 60;
  const auto hour_of_twelve = hour % 12 == 0 ? 12 : hour % 12;
  const auto minute = minutes % 60;

  std::string said = std::to_string(hour_of_twelve);
  said += minute < 10 ? ":0" : ":";
  said += std::to_string(minute);
  said += hour < 12 ? "am " : "pm ";
  said += on;
  said += ' ';
  said += std::to_string(static_cast<unsigned>(date.day()));
  said += ' ';
  said += months[static_cast<unsigned>(date.month()) - 1];
  said += ' ';
  said += std::to_string(static_cast<int>(date.year()));
  return said;
}

}  // namespace safety::html
