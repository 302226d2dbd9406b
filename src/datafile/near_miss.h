#pragma once

#include <set>
#include <string>
#include <string_view>

namespace safety::datafile {

/// The one of `known` that `typed` was probably meant to be, or "" when none is close: at most two
/// characters wrong, missing or too many, and at most one in a word of up to four.
[[nodiscard]] std::string NearMiss(std::string_view typed,
                                   const std::set<std::string, std::less<>>& known);

}  // namespace safety::datafile
