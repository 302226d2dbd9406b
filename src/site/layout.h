#pragma once

#include <string>
#include <string_view>

#include "html/html.h"
#include "html/page.h"
#include "http/assets.h"
#include "site/content.h"

namespace safety::site {

/// What differs from page to page.
struct PageParts {
  std::string title;       ///< without the service's name
  bool has_error = false;  ///< "Error: " before the title
  html::Html before_main;  ///< the back link
  html::Html main;
};

/// The frame around every page: header, the way out, skip links, the line about danger, the foot.
/// What never changes is made once. Immutable; safe from any thread.
class Layout {
 public:
  /// Both outlive it.
  Layout(const Content& content, const http::Assets& assets);

  /// A whole document.
  [[nodiscard]] std::string Page(PageParts parts) const;

 private:
  const datafile::Catalogue& words_;
  html::PageOptions frame_;
};

}  // namespace safety::site
