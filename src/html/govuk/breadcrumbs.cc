#include "html/govuk/breadcrumbs.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html Breadcrumbs(const BreadcrumbsOptions& options) {
  Html out;
  out << "<nav class=\"govuk-breadcrumbs";
  Classes(out, options.classes);
  if (options.collapse_on_mobile) out << " govuk-breadcrumbs--collapse-on-mobile";
  out << "\"" << options.attributes << Attribute("aria-label", options.label_text)
      << "><ol class=\"govuk-breadcrumbs__list\">";
  for (const BreadcrumbItem& item : options.items) {
    out << "<li class=\"govuk-breadcrumbs__list-item\"";
    if (item.href.empty()) {
      out << " aria-current=\"page\">";
      Words(out, item.text, item.html);
    } else {
      out << "><a class=\"govuk-breadcrumbs__link\" href=\"" << Text(item.href) << "\""
          << item.attributes << ">";
      Words(out, item.text, item.html);
      out << "</a>";
    }
    out << "</li>";
  }
  out << "</ol></nav>";
  return out;
}

}  // namespace safety::html::govuk
