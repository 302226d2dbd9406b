#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace safety::html::govuk {

struct ErrorSummaryItem {
  std::string href;  ///< "#" and the id of the field, so that the link leads to it
  std::string text;
  Html html;
  Attributes attributes;
};

struct ErrorSummaryOptions {
  std::string title_text;
  Html title_html;
  std::string description_text;
  Html description_html;
  std::vector<ErrorSummaryItem> error_list;
  std::optional<bool> disable_auto_focus;
  std::string classes;
  Attributes attributes;
};

/// All errors of the page; first in `<main>`, focused by the script.
[[nodiscard]] Html ErrorSummary(const ErrorSummaryOptions& options);

}  // namespace safety::html::govuk
