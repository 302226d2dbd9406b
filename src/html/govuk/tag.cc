#include "html/govuk/tag.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html Tag(const TagOptions& options) {
  Html out;
  out << "<strong class=\"govuk-tag";
  Classes(out, options.classes);
  out << "\"" << options.attributes << ">";
  Words(out, options.text, options.html);
  out << "</strong>";
  return out;
}

}  // namespace safety::html::govuk
