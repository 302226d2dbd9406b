#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct NotificationBannerOptions {
  std::string type;  ///< "success", or nothing for a banner that only informs
  std::string title_id = "govuk-notification-banner-title";
  std::string title_text;  ///< "Important" or "Success" when empty
  Html title_html;
  std::size_t title_heading_level = 2;
  std::string text;
  Html html;
  std::string role;  ///< alert when successful, else region
  std::optional<bool> disable_auto_focus;
  std::string classes;
  Attributes attributes;
};

/// News that are not about the content of the page.
[[nodiscard]] Html NotificationBanner(const NotificationBannerOptions& options);

}  // namespace safety::html::govuk
