#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace safety::safeguarding {

/// The last day that a date known in part may mean: of YYYY 31 December, of YYYY-MM the month's
/// last day, of YYYY-MM-DD that day. Nothing for any other text, days that do not exist, and years
/// before 1900.
[[nodiscard]] std::optional<std::chrono::year_month_day> LatestDayOf(std::string_view text);

}  // namespace safety::safeguarding
