#include "html/govuk/phase_banner.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html PhaseBanner(const PhaseBannerOptions& options) {
  TagOptions tag = options.tag;
  tag.classes = JoinClasses("govuk-phase-banner__content__tag", tag.classes);
  Html out;
  out << "<div class=\"govuk-phase-banner govuk-width-container";
  Classes(out, options.classes);
  out << "\"" << options.attributes << "><p class=\"govuk-phase-banner__content\">" << Tag(tag)
      << " <span class=\"govuk-phase-banner__text\">";
  Words(out, options.text, options.html);
  out << "</span></p></div>";
  return out;
}

}  // namespace safety::html::govuk
