#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct WarningTextOptions {
  std::string text;
  Html html;
  std::string icon_fallback_text = "Warning";
  std::string classes;
  Attributes attributes;
};

/// Something with consequences.
[[nodiscard]] Html WarningText(const WarningTextOptions& options);

}  // namespace safety::html::govuk
