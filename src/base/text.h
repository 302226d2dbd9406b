#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace safety::base {

/// True when `text` is well-formed UTF-8: no overlong forms, no surrogates, nothing past U+10FFFF.
[[nodiscard]] bool IsUtf8(std::string_view text);

/// The number of code points in well-formed UTF-8.
[[nodiscard]] std::size_t CountCharacters(std::string_view text);

/// True when `text` holds a control character other than tab, line feed and carriage return: NUL
/// above all, which databases and C libraries take for an end.
[[nodiscard]] bool HasControlCharacter(std::string_view text);

/// Without ASCII white space at both ends.
[[nodiscard]] std::string_view Trim(std::string_view text);

/// Browsers send CR LF in text areas; we keep LF.
[[nodiscard]] std::string NormaliseLineEnds(std::string_view text);

}  // namespace safety::base
