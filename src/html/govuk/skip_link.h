#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct SkipLinkOptions {
  std::string href = "#content";
  std::string text;
  Html html;
  std::string classes;
  Attributes attributes;
};

/// Takes the keyboard past what every page repeats.
[[nodiscard]] Html SkipLink(const SkipLinkOptions& options);

}  // namespace safety::html::govuk
