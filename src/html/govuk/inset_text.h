#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct InsetTextOptions {
  std::string id;
  std::string text;
  Html html;
  std::string classes;
  Attributes attributes;
};

/// Words that stand apart.
[[nodiscard]] Html InsetText(const InsetTextOptions& options);

}  // namespace safety::html::govuk
