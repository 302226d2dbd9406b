#include "html/govuk/service_navigation.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

void AppendServiceName(Html& out, const ServiceNavigationOptions& options) {
  if (options.service_name.empty()) return;
  out << "<span class=\"govuk-service-navigation__service-name\">";
  if (options.service_url.empty()) {
    out << "<span class=\"govuk-service-navigation__text\">" << Text(options.service_name)
        << "</span>";
  } else {
    out << "<a href=\"" << Text(options.service_url)
        << "\" class=\"govuk-service-navigation__link\">" << Text(options.service_name) << "</a>";
  }
  out << "</span>";
}

/// The words are strong where the visitor is, for those who see other colours than ours.
void AppendItemWords(Html& out, const ServiceNavigationItem& item) {
  const bool here = item.active || item.current;
  if (here) out << "<strong class=\"govuk-service-navigation__active-fallback\">";
  Words(out, item.text, item.html);
  if (here) out << "</strong>";
}

void AppendItem(Html& out, const ServiceNavigationItem& item) {
  Markup current = "";
  if (item.current) {
    current = " aria-current=\"page\"";
  } else if (item.active) {
    current = " aria-current=\"true\"";
  }
  out << "<li class=\"govuk-service-navigation__item";
  if (item.active || item.current) out << " govuk-service-navigation__item--active";
  out << "\">";
  if (!item.href.empty()) {
    out << "<a class=\"govuk-service-navigation__link\" href=\"" << Text(item.href) << "\""
        << current << item.attributes << ">";
    AppendItemWords(out, item);
    out << "</a>";
  } else if (!item.html.empty() || !item.text.empty()) {
    out << "<span class=\"govuk-service-navigation__text\"" << current << ">";
    AppendItemWords(out, item);
    out << "</span>";
  }
  out << "</li>";
}

void AppendNavigation(Html& out, const ServiceNavigationOptions& options) {
  const ServiceNavigationSlots& slots = options.slots;
  if (options.navigation.empty() && slots.navigation_start.empty() &&
      slots.navigation_end.empty()) {
    return;
  }
  out << "<nav"
      << Attribute("aria-label", options.navigation_label.empty() ? options.menu_button_text
                                                                  : options.navigation_label)
      << " class=\"govuk-service-navigation__wrapper";
  Classes(out, options.navigation_classes);
  out << "\">";
  if (options.collapse_navigation_on_mobile.value_or(options.navigation.size() > 1)) {
    out << "<button type=\"button\" class=\"govuk-service-navigation__toggle "
           "govuk-js-service-navigation-toggle\""
        << Attribute("aria-controls", options.navigation_id);
    if (options.menu_button_label != options.menu_button_text) {
      OptionalAttribute(out, "aria-label", options.menu_button_label);
    }
    out << " hidden aria-hidden=\"true\">" << Text(options.menu_button_text) << "</button>";
  }
  out << "<ul class=\"govuk-service-navigation__list\"" << Attribute("id", options.navigation_id)
      << ">" << slots.navigation_start;
  for (const ServiceNavigationItem& item : options.navigation) AppendItem(out, item);
  out << slots.navigation_end << "</ul></nav>";
}

}  // namespace

Html ServiceNavigation(const ServiceNavigationOptions& options) {
  const ServiceNavigationSlots& slots = options.slots;
  // With more than navigation in it the bar is a landmark; else the <nav> inside is enough.
  const bool is_landmark =
      !options.service_name.empty() || !slots.start.empty() || !slots.end.empty();
  Html out;
  out.Reserve(2048);
  if (is_landmark) {
    out << "<section" << Attribute("aria-label", options.aria_label);
  } else {
    out << "<div";
  }
  out << " class=\"govuk-service-navigation";
  Classes(out, options.classes);
  out << "\" data-module=\"govuk-service-navigation\"" << options.attributes
      << "><div class=\"govuk-width-container";
  if (slots.end_inline) out << " govuk-service-navigation__inlining-container";
  out << "\">" << slots.start << "<div class=\"govuk-service-navigation__container\">";
  AppendServiceName(out, options);
  AppendNavigation(out, options);
  out << "</div>" << slots.end << "</div>";
  if (is_landmark) {
    out << "</section>";
  } else {
    out << "</div>";
  }
  return out;
}

}  // namespace safety::html::govuk
