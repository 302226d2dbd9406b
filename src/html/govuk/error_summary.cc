#include "html/govuk/error_summary.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html ErrorSummary(const ErrorSummaryOptions& options) {
  Html out;
  out.Reserve(1024);
  out << "<div class=\"govuk-error-summary";
  Classes(out, options.classes);
  out << "\"";
  FlagAttribute(out, "data-disable-auto-focus", options.disable_auto_focus);
  // The alert is a box of its own: screen readers lose words when the focused box is the alert.
  out << options.attributes
      << " data-module=\"govuk-error-summary\"><div role=\"alert\">"
         "<h2 class=\"govuk-error-summary__title\">";
  Words(out, options.title_text, options.title_html);
  out << "</h2><div class=\"govuk-error-summary__body\">";
  if (!options.description_text.empty() || !options.description_html.empty()) {
    out << "<p>";
    Words(out, options.description_text, options.description_html);
    out << "</p>";
  }
  if (!options.error_list.empty()) {
    out << "<ul class=\"govuk-list govuk-error-summary__list\">";
    for (const ErrorSummaryItem& item : options.error_list) {
      out << "<li>";
      const bool is_link = !item.href.empty();
      if (is_link) out << "<a href=\"" << Text(item.href) << "\"" << item.attributes << ">";
      Words(out, item.text, item.html);
      if (is_link) out << "</a>";
      out << "</li>";
    }
    out << "</ul>";
  }
  out << "</div></div></div>";
  return out;
}

}  // namespace safety::html::govuk
