#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace safety::http {

enum class PlusMeans { kPlus, kSpace };

/// Undoes percent-encoding. Nothing when a '%' is not followed by two hexadecimal digits.
[[nodiscard]] std::optional<std::string> PercentDecode(std::string_view text, PlusMeans plus);

/// Appends `value` so that it stays inside one header line: control characters, and bytes outside
/// ASCII, are percent-encoded.
void AppendHeaderValue(std::string& out, std::string_view value);

}  // namespace safety::http
