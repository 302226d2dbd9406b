#include "html/govuk/exit_this_page.h"

#include "html/govuk/button.h"
#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

Html ButtonWords(const ExitThisPageOptions& options) {
  if (!options.html.empty()) return options.html;
  if (!options.text.empty()) return Html(Text(options.text));
  return Html("<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page");
}

}  // namespace

Html ExitThisPage(const ExitThisPageOptions& options) {
  Html out;
  out << "<div";
  Id(out, options.id);
  out << " class=\"govuk-exit-this-page";
  Classes(out, options.classes);
  out << "\" data-module=\"govuk-exit-this-page\"" << options.attributes;
  Translation(out, "activated", options.activated_text);
  Translation(out, "timed-out", options.timed_out_text);
  Translation(out, "press-two-more-times", options.press_two_more_times_text);
  Translation(out, "press-one-more-time", options.press_one_more_time_text);
  out << ">"
      << Button({.href = options.redirect_url,
                 .html = ButtonWords(options),
                 .classes = "govuk-button--warning govuk-exit-this-page__button "
                            "govuk-js-exit-this-page-button",
                 .attributes = {{"rel", "nofollow noreferrer"}}})
      << "</div>";
  return out;
}

}  // namespace safety::html::govuk
