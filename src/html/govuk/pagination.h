#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace safety::html::govuk {

struct PaginationLink {
  std::string href;
  std::string text;  ///< "Previous page" and "Next page" when empty
  Html html;
  std::string label_text;
  Attributes attributes;
};

struct PaginationItem {
  std::string number;
  std::string href;
  std::string visually_hidden_text;  ///< "Page <number>" when empty
  bool current = false;
  bool ellipsis = false;
  Attributes attributes;
};

struct PaginationOptions {
  PaginationLink previous;  ///< left out without `href`
  PaginationLink next;      ///< likewise
  std::vector<PaginationItem> items;
  std::string landmark_label = "Pagination";
  std::string classes;
  Attributes attributes;
};

/// The way through a long list.
[[nodiscard]] Html Pagination(const PaginationOptions& options);

}  // namespace safety::html::govuk
