#include "http/cookie.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"

namespace safety::http {
namespace {

/// RFC 6265, section 4.1.1: cookie-octet.
bool IsCookieOctet(char c) {
  return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
}

std::string Cookie(std::string_view name, std::string_view value, std::chrono::seconds max_age) {
  base::Check(name.starts_with("__Host-"), "a cookie is bound to this host by its name");
  base::Check(std::ranges::all_of(name, IsCookieOctet) && !name.contains('='),
              "a cookie's name fits its header");
  base::Check(std::ranges::all_of(value, IsCookieOctet), "a cookie's value fits its header");
  std::string out;
  out.append(name).append("=").append(value);
  out.append("; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=");
  out.append(std::to_string(max_age.count()));
  return out;
}

}  // namespace

std::optional<std::string> FindCookie(std::string_view header, std::string_view name) {
  std::optional<std::string_view> found;
  while (!header.empty()) {
    const std::size_t end = std::min(header.find(';'), header.size());
    const std::string_view pair = base::Trim(header.substr(0, end));
    header.remove_prefix(std::min(end + 1, header.size()));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) {
      continue;
    }
    if (found) {
      return std::nullopt;
    }
    found = pair.substr(equals + 1);
  }
  if (!found || !std::ranges::all_of(*found, IsCookieOctet)) {
    return std::nullopt;
  }
  return std::string(*found);
}

std::string SetCookie(std::string_view name, std::string_view value, std::chrono::seconds max_age) {
  return Cookie(name, value, max_age);
}

std::string DeleteCookie(std::string_view name) {
  return Cookie(name, "", std::chrono::seconds{0});
}

}  // namespace safety::http
