#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace safety::html::govuk {

struct ServiceNavigationItem {
  std::string href;
  std::string text;
  Html html;
  bool current = false;  ///< the page the visitor is on
  bool active = false;   ///< the part of the site the visitor is in
  Attributes attributes;
};

/// Markup of our own at four places of the bar.
struct ServiceNavigationSlots {
  Html start;
  Html end;
  bool end_inline = false;  ///< `end` in one line with the rest
  Html navigation_start;
  Html navigation_end;
};

struct ServiceNavigationOptions {
  std::string service_name;
  std::string service_url;
  std::vector<ServiceNavigationItem> navigation;
  std::optional<bool> collapse_navigation_on_mobile;  ///< with two items or more, when absent
  std::string aria_label = "Service information";
  std::string menu_button_text = "Menu";
  std::string menu_button_label;
  std::string navigation_label;  ///< `menu_button_text` when empty
  std::string navigation_id = "navigation";
  std::string navigation_classes;
  ServiceNavigationSlots slots;
  std::string classes;
  Attributes attributes;
};

/// The name of the service and the ways through it.
[[nodiscard]] Html ServiceNavigation(const ServiceNavigationOptions& options);

}  // namespace safety::html::govuk
