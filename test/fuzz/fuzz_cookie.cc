#include <algorithm>

#include "base/check.h"
#include "http/cookie.h"
#include "target.h"

/// The first line is the name that is looked for, the rest is the header.
void safety::fuzz::Try(std::string_view input) {
  const std::size_t end = std::min(input.find('\n'), input.size());
  const std::string_view name = input.substr(0, end);
  const std::string_view header = input.substr(std::min(end + 1, input.size()));
  const auto value = http::FindCookie(header, name);
  if (!value) {
    return;
  }
  base::Check(header.contains(*value), "a cookie's value stands in its header");
  base::Check(value->find_first_of("; ,\"\\\r\n") == std::string::npos,
              "a cookie's value fits a header again");
  // Whatever was read can be sent back.
  const std::string sent = http::SetCookie("__Host-x", *value, std::chrono::seconds{1});
  base::Check(http::FindCookie(sent, "__Host-x") == value, "a cookie's value comes back");
}
