#include "http/negotiation.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "http/text_match.h"

namespace safety::http {
namespace {

/// Whether "q=0.5" and the like is more than zero. RFC 9110, 12.4.2: at most three decimals.
bool IsPositiveWeight(std::string_view text) {
  if (text.size() < 3 || text.size() > 7 || (text[0] != 'q' && text[0] != 'Q') || text[1] != '=') {
    return false;
  }
  text.remove_prefix(2);
  const bool well_formed =
      (text[0] == '0' || text[0] == '1') && (text.size() == 1 || text[1] == '.') &&
      text.substr(std::min<std::size_t>(2, text.size())).find_first_not_of("0123456789") ==
          std::string_view::npos;
  return well_formed && text.find_first_of("123456789") != std::string_view::npos;
}

}  // namespace

AcceptedEncodings ParseAcceptEncoding(std::string_view header) {
  std::optional<bool> brotli;
  std::optional<bool> gzip;
  bool others = false;
  while (!header.empty()) {
    const std::size_t comma = std::min(header.find(','), header.size());
    const std::string_view item = header.substr(0, comma);
    header.remove_prefix(std::min(comma + 1, header.size()));
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view name = base::Trim(item.substr(0, semicolon));
    const bool accepted =
        semicolon == item.size() || IsPositiveWeight(base::Trim(item.substr(semicolon + 1)));
    if (EqualsIgnoringCase(name, "br")) {
      brotli = accepted;
    } else if (EqualsIgnoringCase(name, "gzip") || EqualsIgnoringCase(name, "x-gzip")) {
      gzip = accepted;
    } else if (name == "*") {
      others = accepted;
    }
  }
  return {.brotli = brotli.value_or(others), .gzip = gzip.value_or(others)};
}

const std::string& ChooseBytes(const WireResponse& wire, AcceptedEncodings accepted) {
  if (accepted.brotli && !wire.brotli.empty()) {
    return wire.brotli;
  }
  if (accepted.gzip && !wire.gzip.empty()) {
    return wire.gzip;
  }
  return wire.identity;
}

}  // namespace safety::http
