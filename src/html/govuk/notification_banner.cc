#include "html/govuk/notification_banner.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html NotificationBanner(const NotificationBannerOptions& options) {
  const bool success = options.type == "success";
  Html out;
  out << "<div class=\"govuk-notification-banner";
  if (success) out << " govuk-notification-banner--success";
  Classes(out, options.classes);
  out << "\"";
  // A success is said at once; anything else is a landmark that can be found.
  if (!options.role.empty()) {
    out << Attribute("role", options.role);
  } else if (success) {
    out << " role=\"alert\"";
  } else {
    out << " role=\"region\"";
  }
  out << Attribute("aria-labelledby", options.title_id)
      << " data-module=\"govuk-notification-banner\"";
  FlagAttribute(out, "data-disable-auto-focus", options.disable_auto_focus);
  out << options.attributes << "><div class=\"govuk-notification-banner__header\"><h"
      << options.title_heading_level << " class=\"govuk-notification-banner__title\""
      << Attribute("id", options.title_id) << ">";
  if (!options.title_html.empty() || !options.title_text.empty()) {
    Words(out, options.title_text, options.title_html);
  } else if (success) {
    out << "Success";
  } else {
    out << "Important";
  }
  out << "</h" << options.title_heading_level
      << "></div><div class=\"govuk-notification-banner__content\">";
  if (!options.html.empty()) {
    out << options.html;
  } else if (!options.text.empty()) {
    out << "<p class=\"govuk-notification-banner__heading\">" << Text(options.text) << "</p>";
  }
  out << "</div></div>";
  return out;
}

}  // namespace safety::html::govuk
