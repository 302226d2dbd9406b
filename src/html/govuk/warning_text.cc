#include "html/govuk/warning_text.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html WarningText(const WarningTextOptions& options) {
  Html out;
  out << "<div class=\"govuk-warning-text";
  Classes(out, options.classes);
  out << "\"" << options.attributes
      << "><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span> "
         "<strong class=\"govuk-warning-text__text\"><span class=\"govuk-visually-hidden\">"
      << Text(options.icon_fallback_text) << "</span>\n";
  Words(out, options.text, options.html);
  out << "</strong></div>";
  return out;
}

}  // namespace safety::html::govuk
