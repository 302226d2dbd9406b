#pragma once

#include <cstddef>

namespace safety::safeguarding {

// How much a report may hold, in characters (code points) or items. A journey may ask for less,
// never for more: what the site takes, the same report as JSON must also be.

inline constexpr std::size_t kMaxReportBytes = 262'144;
inline constexpr std::size_t kMaxLine = 200;          ///< a name, an address, a school
inline constexpr std::size_t kMaxText = 10'000;       ///< wishes, times, notes
inline constexpr std::size_t kMaxSummary = 50'000;    ///< everything told in free text
inline constexpr std::size_t kMaxIdentifier = 2'000;  ///< a username or another name, as given
inline constexpr std::size_t kMaxPeople = 50;  ///< children, persons of concern, professionals
inline constexpr std::size_t kMaxNames = 50;   ///< also known as
inline constexpr std::size_t kMaxIdentifiers = 100;  ///< of one person
inline constexpr std::size_t kMaxMethods = 10;
inline constexpr int kMaxAge = 120;

}  // namespace safety::safeguarding
