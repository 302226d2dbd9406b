#include "html/govuk/details.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html Details(const DetailsOptions& options) {
  Html out;
  out << "<details";
  Id(out, options.id);
  out << " class=\"govuk-details";
  Classes(out, options.classes);
  out << "\"" << options.attributes;
  if (options.open) out << " open";
  out << "><summary class=\"govuk-details__summary\">"
         "<span class=\"govuk-details__summary-text\">";
  Words(out, options.summary_text, options.summary_html);
  out << "</span></summary><div class=\"govuk-details__text\">";
  Words(out, options.text, options.html);
  out << "</div></details>";
  return out;
}

}  // namespace safety::html::govuk
