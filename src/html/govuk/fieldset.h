#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct LegendOptions {
  std::string text;
  Html html;
  bool is_page_heading = false;
  std::string classes;
};

struct FieldsetOptions {
  LegendOptions legend;
  Html html;
  std::string role;
  std::string described_by;
  std::string classes;
  Attributes attributes;
};

/// Fields that belong together, under one legend.
[[nodiscard]] Html Fieldset(const FieldsetOptions& options);

}  // namespace safety::html::govuk
