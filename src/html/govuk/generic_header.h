#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct GenericHeaderOptions {
  std::string url = "/";
  std::string logo_text;
  Html logo_html;
  std::string container_classes = "govuk-width-container";
  std::string classes;
  Attributes attributes;
};

/// A header with a logo of our own.
[[nodiscard]] Html GenericHeader(const GenericHeaderOptions& options);

}  // namespace safety::html::govuk
