#include "http/text_match.h"

#include <algorithm>

namespace safety::http {
namespace {

char LowerAscii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string ToLowerAscii(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), LowerAscii);
  return out;
}

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, LowerAscii, LowerAscii);
}

}  // namespace safety::http
