#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct LabelOptions {
  std::string for_id;  ///< `for`; set by the component that holds the label
  std::string text;
  Html html;
  bool is_page_heading = false;
  std::string classes;
  Attributes attributes;
};

/// What a field asks for; as the page's h1 when `is_page_heading`. Nothing without words.
[[nodiscard]] Html Label(const LabelOptions& options);

}  // namespace safety::html::govuk
