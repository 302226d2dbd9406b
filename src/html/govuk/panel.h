#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "html/html.h"

namespace safety::html::govuk {

struct PanelAction {
  std::string href;  ///< without it: a button
  std::string text;
  std::string type;  ///< "button" makes a link look like one; else the button's type
  std::string classes;
  Attributes attributes;
};

struct PanelActions {
  std::vector<PanelAction> items;
  std::string classes;
  Attributes attributes;

  [[nodiscard]] bool empty() const {
    return items.empty() && classes.empty() && attributes.empty();
  }
};

struct PanelOptions {
  std::string title_text;
  Html title_html;
  std::size_t heading_level = 1;
  std::string text;
  Html html;
  PanelActions actions;  ///< for class "govuk-panel--interruption" only
  std::string classes;
  Attributes attributes;
};

/// What has just been done: the reference of a report that was sent.
[[nodiscard]] Html Panel(const PanelOptions& options);

}  // namespace safety::html::govuk
