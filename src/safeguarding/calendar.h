#pragma once

#include <array>
#include <chrono>
#include <expected>
#include <set>

#include "base/clock.h"
#include "datafile/file.h"
#include "safeguarding/vocabulary.h"

namespace safety::safeguarding {

/// Working days of the four nations in local time (Europe/London, daylight saving included).
/// Rule: Monday to Friday without the bank holidays that policy/bank-holidays.toml gives a nation.
/// After its last year only weekends are days off: a due time may be early, never late.
/// Immutable; safe from any thread.
class WorkingCalendar {
 public:
  /// Also refuses a machine that has no time zone data.
  [[nodiscard]] static std::expected<WorkingCalendar, datafile::Fault> Load(
      const datafile::File& bank_holidays);

  [[nodiscard]] bool IsWorkingDay(std::chrono::local_days day, Nation nation) const;

  /// 17:00 local time on working day `days` (1 or more), where day 1 is the next working day after
  /// the day of receipt. A receipt after 17:00, or on a day off, counts as on the next working day.
  [[nodiscard]] base::UtcTime DueAfterWorkingDays(base::UtcTime received, int days,
                                                  Nation nation) const;

  /// Local wall-clock time in the United Kingdom.
  [[nodiscard]] static std::chrono::local_time<std::chrono::microseconds> ToLocal(
      base::UtcTime time);
  [[nodiscard]] static base::UtcTime ToUtc(std::chrono::local_time<std::chrono::microseconds> time);

 private:
  std::array<std::set<std::chrono::local_days>, 5> holidays_;  ///< by Nation
};

}  // namespace safety::safeguarding
