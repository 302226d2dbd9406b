#include "html/govuk/skip_link.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html SkipLink(const SkipLinkOptions& options) {
  Html out;
  out << "<a href=\"" << Text(options.href) << "\" class=\"govuk-skip-link";
  Classes(out, options.classes);
  out << "\"" << options.attributes << " data-module=\"govuk-skip-link\">";
  Words(out, options.text, options.html);
  out << "</a>";
  return out;
}

}  // namespace safety::html::govuk
