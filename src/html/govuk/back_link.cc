#include "html/govuk/back_link.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html BackLink(const BackLinkOptions& options) {
  Html out;
  out << "<a href=\"" << Text(options.href) << "\" class=\"govuk-back-link";
  Classes(out, options.classes);
  out << "\"" << options.attributes << ">";
  Words(out, options.text, options.html);
  out << "</a>";
  return out;
}

}  // namespace safety::html::govuk
