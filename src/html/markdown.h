#pragma once

#include <string_view>

#include "html/html.h"

namespace safety::html {

/// CommonMark, as content/ and guidance are written, to markup with the site's classes.
///
/// Safe whatever the text: raw HTML and images are left out (an image leaves its words), and a link
/// that IsAllowedLink refuses leaves only its words. Links elsewhere carry rel="noreferrer", so
/// that nobody learns where the visitor came from. A level-one heading becomes an h1: pages that
/// have one already start at level two.
[[nodiscard]] Html Markdown(std::string_view text);

/// True for https:, tel: and mailto: addresses, paths of our own ("/help/999") and places on the
/// page ("#what-happens-next"). Not for "//elsewhere", nor for anything with white space, a
/// backslash or a control character, which browsers read in ways of their own.
[[nodiscard]] bool IsAllowedLink(std::string_view address);

}  // namespace safety::html
