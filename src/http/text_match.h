#pragma once

#include <string>
#include <string_view>

namespace safety::http {

/// ASCII only, whatever the locale: names of headers, encodings and hosts.
[[nodiscard]] std::string ToLowerAscii(std::string_view text);
[[nodiscard]] bool EqualsIgnoringCase(std::string_view a, std::string_view b);

}  // namespace safety::http
