#include "html/govuk/inset_text.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html InsetText(const InsetTextOptions& options) {
  Html out;
  out << "<div";
  Id(out, options.id);
  out << " class=\"govuk-inset-text";
  Classes(out, options.classes);
  out << "\"" << options.attributes << ">";
  Words(out, options.text, options.html);
  out << "</div>";
  return out;
}

}  // namespace safety::html::govuk
