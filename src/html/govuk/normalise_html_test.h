#pragma once

#include <string>
#include <string_view>

namespace safety::html::govuk {

/// Markup without the white space that nobody sees, so that ours can be compared with the official
/// one, which is indented. A run of white space becomes one space; it goes altogether beside a tag
/// that starts a line of its own (<div>, <p>, <li>, …), and just inside any other tag when it holds
/// a line end, which is how the templates indent. Space between words and elements of a line stays,
/// and so does everything in a textarea. For tests.
[[nodiscard]] std::string NormaliseHtml(std::string_view html);

}  // namespace safety::html::govuk
