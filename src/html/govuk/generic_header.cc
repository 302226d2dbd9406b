#include "html/govuk/generic_header.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html GenericHeader(const GenericHeaderOptions& options) {
  Html out;
  out << "<div class=\"govuk-generic-header";
  Classes(out, options.classes);
  out << "\"" << options.attributes << "><div class=\"govuk-generic-header__container";
  Classes(out, options.container_classes);
  out << "\"><div class=\"govuk-generic-header__logo\"><a href=\"" << Text(options.url)
      << "\" class=\"govuk-generic-header__homepage-link\">";
  Words(out, options.logo_text, options.logo_html);
  out << "</a></div></div></div>";
  return out;
}

}  // namespace safety::html::govuk
