#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct DetailsOptions {
  std::string id;
  std::string summary_text;
  Html summary_html;
  std::string text;
  Html html;
  bool open = false;
  std::string classes;
  Attributes attributes;
};

/// More for those who want it, behind one line.
[[nodiscard]] Html Details(const DetailsOptions& options);

}  // namespace safety::html::govuk
