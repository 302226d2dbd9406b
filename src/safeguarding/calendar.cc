#include "safeguarding/calendar.h"

#include <date/tz.h>

#include <stdexcept>

#include "base/check.h"
#include "safeguarding/partial_date.h"

namespace safety::safeguarding {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::microseconds;
using LocalTime = std::chrono::local_time<microseconds>;

constexpr hours kEndOfDay{17};

const date::time_zone& London() {
  static const date::time_zone* const zone = date::locate_zone("Europe/London");
  return *zone;
}

/// A machine without time zones is found out at start, not by the first report.
bool HasZone() {
  try {
    (void)London();
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

bool IsWeekend(local_days day) {
  const std::chrono::weekday weekday(day);
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

}  // namespace

std::expected<WorkingCalendar, datafile::Fault> WorkingCalendar::Load(
    const datafile::File& bank_holidays) {
  if (!HasZone()) {
    return std::unexpected(datafile::Fault{
        bank_holidays.name, 0, "", "needs the system's time zones: install the package tzdata"});
  }
  auto document = datafile::Document::Parse(bank_holidays.text, bank_holidays.name);
  auto root = document.root();
  WorkingCalendar calendar;
  std::array<bool, 5> known{};
  for (auto& table : root.Tables("calendar")) {
    std::set<local_days> holidays;
    for (const std::string& text : table.Dates("days")) {
      const auto date = LatestDayOf(text);
      const local_days day(date.value_or(std::chrono::year_month_day()));
      if (!date) {
        table.Refuse("days", text + " is before 1900");
      } else if (IsWeekend(day)) {
        table.Refuse("days", text + " is on a weekend: list the weekday that stands in for it");
      } else if (!holidays.insert(day).second) {
        table.Refuse("days", text + " is listed twice");
      }
    }
    if (holidays.empty()) {
      table.Refuse("days", "must list at least one day");
    }
    for (const std::string& id : table.Texts("nations")) {
      const auto nation = Parse<Nation>(id);
      if (!nation) {
        table.Refuse("nations",
                     "must be of england, wales, scotland, northern_ireland and unknown");
        continue;
      }
      const auto index = static_cast<std::size_t>(*nation);
      if (known[index]) {
        table.Refuse("nations", id + " has a calendar already");
      }
      known[index] = true;
      calendar.holidays_[index] = holidays;
    }
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (!known[i]) {
      root.Refuse("calendar", std::string(IdOf(static_cast<Nation>(i))) + " has no calendar");
    }
  }
  if (auto read = document.Finish(); !read) {
    return std::unexpected(read.error());
  }
  return calendar;
}

bool WorkingCalendar::IsWorkingDay(local_days day, Nation nation) const {
  return !IsWeekend(day) && !holidays_[static_cast<std::size_t>(nation)].contains(day);
}

base::UtcTime WorkingCalendar::DueAfterWorkingDays(base::UtcTime received, int count,
                                                   Nation nation) const {
  base::Check(count >= 1, "a due time lies at least one working day ahead");
  const auto next_working_day = [&](local_days day) {
    do {
      day += days(1);
    } while (!IsWorkingDay(day, nation));
    return day;
  };
  const LocalTime local = ToLocal(received);
  auto day = std::chrono::floor<days>(local);
  if (local > day + kEndOfDay || !IsWorkingDay(day, nation)) {
    day = next_working_day(day);
  }
  for (int i = 0; i < count; ++i) {
    day = next_working_day(day);
  }
  return ToUtc(day + kEndOfDay);
}

LocalTime WorkingCalendar::ToLocal(base::UtcTime time) {
  const auto local = London().to_local(date::sys_time<microseconds>(time.time_since_epoch()));
  return LocalTime(local.time_since_epoch());
}

base::UtcTime WorkingCalendar::ToUtc(LocalTime time) {
  // An hour that the clocks go through twice is taken the first time; one they leave out is the
  // moment at which they jump.
  const auto utc = London().to_sys(date::local_time<microseconds>(time.time_since_epoch()),
                                   date::choose::earliest);
  return base::UtcTime(utc.time_since_epoch());
}

}  // namespace safety::safeguarding
