#include "http/percent.h"

#include <algorithm>
#include <cstdint>

namespace safety::http {
namespace {

constexpr std::string_view kUpperHex = "0123456789ABCDEF";

int HexValue(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool FitsHeaderLine(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte >= 0x20 && byte < 0x7f;
}

}  // namespace

std::optional<std::string> PercentDecode(std::string_view text, PlusMeans plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == PlusMeans::kSpace) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      if (text.size() - i < 3) {
        return std::nullopt;
      }
      const int high = HexValue(text[i + 1]);
      const int low = HexValue(text[i + 2]);
      if (high < 0 || low < 0) {
        return std::nullopt;
      }
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

void AppendHeaderValue(std::string& out, std::string_view value) {
  if (std::ranges::all_of(value, FitsHeaderLine)) {
    out += value;
    return;
  }
  for (const char c : value) {
    if (FitsHeaderLine(c)) {
      out += c;
    } else {
      const auto byte = static_cast<std::uint8_t>(c);
      out += '%';
      out += kUpperHex[byte >> 4U];
      out += kUpperHex[byte & 0xfU];
    }
  }
}

}  // namespace safety::http
