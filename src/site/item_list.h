#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "html/html.h"
#include "site/content.h"
#include "site/question_page.h"

namespace safety::site {

/// The items of the group that the view's page lists: what each is called, a link that changes it
/// and a button that removes it. Empty when there are none.
[[nodiscard]] html::Html ItemList(const Content& content, const QuestionView& view);

/// A caption with the item's number, which counts from 1, in place of {item}.
[[nodiscard]] std::string WithItem(std::string_view caption, std::uint32_t item);

}  // namespace safety::site
