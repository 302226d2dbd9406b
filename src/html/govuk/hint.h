#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct HintOptions {
  std::string id;  ///< set by the component that holds the hint
  std::string text;
  Html html;
  std::string classes;
  Attributes attributes;

  [[nodiscard]] bool empty() const { return text.empty() && html.empty(); }
};

/// One short sentence that helps to answer. A field without words in its hint has no hint.
[[nodiscard]] Html Hint(const HintOptions& options);

}  // namespace safety::html::govuk
