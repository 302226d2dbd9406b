#include "safeguarding/partial_date.h"

#include <charconv>

namespace safety::safeguarding {
namespace {

constexpr std::string_view kShape = "dddd-dd-dd";
constexpr std::chrono::year kFirstYear{1900};

bool HasShape(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) {
    return false;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_digit = text[i] >= '0' && text[i] <= '9';
    if (kShape[i] == 'd' ? !is_digit : text[i] != '-') {
      return false;
    }
  }
  return true;
}

unsigned Number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

std::optional<std::chrono::year_month_day> LatestDayOf(std::string_view text) {
  if (!HasShape(text)) {
    return std::nullopt;
  }
  const std::chrono::year year(static_cast<int>(Number(text.substr(0, 4))));
  const std::chrono::month month(text.size() < 7 ? 12 : Number(text.substr(5, 2)));
  std::chrono::year_month_day day = year / month / std::chrono::last;
  if (text.size() == 10) {
    day = year / month / std::chrono::day(Number(text.substr(8, 2)));
  }
  return month.ok() && day.ok() && year >= kFirstYear ? std::optional(day) : std::nullopt;
}

}  // namespace safety::safeguarding
