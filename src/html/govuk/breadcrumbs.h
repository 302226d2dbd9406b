#pragma once

#include <string>
#include <vector>

#include "html/html.h"

namespace safety::html::govuk {

struct BreadcrumbItem {
  std::string href;  ///< without it: the page the visitor is on
  std::string text;
  Html html;
  Attributes attributes;
};

struct BreadcrumbsOptions {
  std::vector<BreadcrumbItem> items;
  bool collapse_on_mobile = false;
  std::string label_text = "Breadcrumb";
  std::string classes;
  Attributes attributes;
};

/// The pages above this one.
[[nodiscard]] Html Breadcrumbs(const BreadcrumbsOptions& options);

}  // namespace safety::html::govuk
