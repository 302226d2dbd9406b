#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace safety::http {

/// A request's address, taken apart.
struct Target {
  std::string path;   ///< decoded, well-formed UTF-8, starts with '/'
  std::string query;  ///< raw, without '?'
};

/// Reads the target of a request line. Strict, so that every page has one spelling and no path
/// means two things: nothing for a target that does not start with '/', a bad percent sign, text
/// that is not UTF-8, control characters, an encoded slash, a backslash, and segments that are
/// empty (the last one apart), "." or "..".
[[nodiscard]] std::optional<Target> ParseTarget(std::string_view text);

}  // namespace safety::http
