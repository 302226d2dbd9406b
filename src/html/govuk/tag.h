#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct TagOptions {
  std::string text;
  Html html;
  std::string classes;
  Attributes attributes;
};

/// The state of something in a word or two.
[[nodiscard]] Html Tag(const TagOptions& options);

}  // namespace safety::html::govuk
