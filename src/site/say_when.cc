#include "site/say_when.h"

#include <chrono>

#include "safeguarding/calendar.h"

namespace safety::site {
namespace {

using safeguarding::WorkingCalendar;

std::string SayClock(std::chrono::minutes since_midnight, const datafile::Catalogue& words) {
  const auto hour = since_midnight.count() / 60;
  const auto minute = since_midnight.count() % 60;
  if (hour == 12 && minute == 0) {
    return words["when.midday"];
  }
  std::string clock = std::to_string(hour % 12 == 0 ? 12 : hour % 12);
  if (minute != 0) {
    clock += minute < 10 ? ":0" : ":";
    clock += std::to_string(minute);
  }
  return words.Fill(hour < 12 ? "when.am" : "when.pm", {{"clock", clock}});
}

}  // namespace

std::string SayWhen(base::UtcTime moment, base::UtcTime now, const datafile::Catalogue& words) {
  auto local = std::chrono::ceil<std::chrono::minutes>(WorkingCalendar::ToLocal(moment));
  auto day = std::chrono::floor<std::chrono::days>(local);
  if (local == day) {
    local -= std::chrono::minutes{1};
    day -= std::chrono::days{1};
  }
  const std::string time = SayClock(local - day, words);
  const auto today = std::chrono::floor<std::chrono::days>(WorkingCalendar::ToLocal(now));
  if (day == today) {
    return words.Fill("when.today", {{"time", time}});
  }
  if (day == today + std::chrono::days{1}) {
    return words.Fill("when.tomorrow", {{"time", time}});
  }
  const std::chrono::year_month_day date(day);
  const std::string weekday = std::to_string(std::chrono::weekday(day).iso_encoding());
  return words.Fill(
      "when.later",
      {{"time", time},
       {"weekday", words["weekday." + weekday]},
       {"day", std::to_string(static_cast<unsigned>(date.day()))},
       {"month", words["month." + std::to_string(static_cast<unsigned>(date.month()))]}});
}

}  // namespace safety::site
