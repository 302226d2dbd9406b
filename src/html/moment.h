#pragma once

#include <array>
#include <chrono>
#include <string>
#include <string_view>

namespace safety::html {

/// The months' names in one language, January first.
using MonthNames = std::array<std::string, 12>;

/// "5:00pm on 24 November 2026": a moment in local time as people say it. Only the month's name and
/// the word between time and date depend on the language.
[[nodiscard]] std::string SayMoment(std::chrono::local_time<std::chrono::microseconds> moment,
                                    const MonthNames& months, std::string_view on);

}  // namespace safety::html
