#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "journey/path.h"

namespace safety::site {

inline constexpr std::string_view kStartAddress = "/";
inline constexpr std::string_view kSentAddress = "/report/sent";
inline constexpr std::string_view kAnotherAddress = "/report/another";
inline constexpr std::string_view kExitAddress = "/exit";

/// Whether a page was opened from check-your-answers, to go back there afterwards.
enum class Purpose { kFirstTime, kChange };

/// The addresses below hold ids of pages and numbers of items: never an answer, never a code.
[[nodiscard]] std::string JourneyAddress(std::string_view journey);
[[nodiscard]] std::string CheckAddress(std::string_view journey);
[[nodiscard]] std::string HelpAddress(std::string_view article);
/// Items count from 1 outside.
[[nodiscard]] std::string StopAddress(std::string_view journey, const journey::Stop& stop,
                                      Purpose purpose = Purpose::kFirstTime);
/// Where an item of the group that `page` lists is removed; `item` counts from 0.
[[nodiscard]] std::string RemoveAddress(std::string_view journey, const journey::Page& page,
                                        std::uint32_t item, Purpose purpose);
/// Reads an item's number out of an address. One spelling only: "1" is item 0, "01" is none.
[[nodiscard]] std::optional<std::uint32_t> ParseItem(std::string_view text);

}  // namespace safety::site
