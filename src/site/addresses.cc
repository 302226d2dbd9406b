#include "site/addresses.h"

#include <charconv>

namespace safety::site {
namespace {

constexpr std::uint32_t kMaxItemNumber = 999;

void AddPurpose(std::string& address, Purpose purpose) {
  if (purpose == Purpose::kChange) {
    address += "?change=1";
  }
}

}  // namespace

std::string JourneyAddress(std::string_view journey) {
  std::string address = "/report/";
  address += journey;
  return address;
}

std::string CheckAddress(std::string_view journey) {
  std::string address = JourneyAddress(journey);
  address += '/';
  address += journey::Journey::kCheck;
  return address;
}

std::string HelpAddress(std::string_view article) {
  std::string address = "/help/";
  address += article;
  return address;
}

std::string StopAddress(std::string_view journey, const journey::Stop& stop, Purpose purpose) {
  std::string address = JourneyAddress(journey);
  address += '/';
  address += stop.page->id;
  if (!stop.page->group.empty()) {
    address += '/';
    address += std::to_string(stop.item + 1);
  }
  AddPurpose(address, purpose);
  return address;
}

std::string RemoveAddress(std::string_view journey, const journey::Page& page, std::uint32_t item,
                          Purpose purpose) {
  std::string address = JourneyAddress(journey);
  address += '/';
  address += page.id;
  address += '/';
  address += std::to_string(item + 1);
  address += "/remove";
  AddPurpose(address, purpose);
  return address;
}

std::optional<std::uint32_t> ParseItem(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.starts_with('0') ||
      number > kMaxItemNumber) {
    return std::nullopt;
  }
  return number - 1;
}

}  // namespace safety::site
