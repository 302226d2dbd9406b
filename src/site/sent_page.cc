#include "site/sent_page.h"

#include <string_view>

#include "html/govuk/panel.h"
#include "html/govuk/warning_text.h"
#include "safeguarding/vocabulary.h"
#include "site/addresses.h"
#include "site/forms.h"
#include "site/say_when.h"

namespace safety::site {
namespace {

using html::Html;
using html::Text;
using safeguarding::Priority;

/// Which of the words for an audience: what we promise, not how bad we think it is.
std::string_view PromiseFor(Priority priority) {
  switch (priority) {
    case Priority::kP1:
    case Priority::kP2:
      return "soon";
    case Priority::kP3:
      return "usual";
    case Priority::kP4:
      return "advice";
  }
  return "usual";
}

void Section(Html& out, const std::string& heading, const std::string& text) {
  out << "<h2 class=\"govuk-heading-m\">" << Text(heading) << "</h2><p class=\"govuk-body\">"
      << Text(text) << "</p>";
}

}  // namespace

PageParts SentPage(const Content& content, const SentView& view) {
  const datafile::Catalogue& words = content.words();
  const std::string audience(safeguarding::IdOf(view.receipt.audience));
  const std::string promise =
      "sent.next." + audience + "." + std::string(PromiseFor(view.receipt.priority));

  PageParts parts{.title = words["sent.title"]};
  Html& main = parts.main;
  main.Reserve(6144);
  main << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"
       << html::govuk::Panel({.title_text = parts.title,
                              .html = html::Join(Text(words["sent.reference"]), "<br><strong>",
                                                 Text(view.receipt.reference.text()), "</strong>")})
       << "<h2 class=\"govuk-heading-m\" id=\"return-code-heading\">"
       << Text(words["sent.code_heading"])
       // The words are a code in every language: a translator must not touch them.
       << "</h2><p class=\"app-return-code\" id=\"return-code\" translate=\"no\">"
       << Text(view.code) << "</p><p class=\"govuk-body\">" << Text(words["sent.code_words"])
       << "</p><p class=\"govuk-body\">" << Text(words["sent.code_safe"]) << "</p>";
  Section(main, words["sent.next_heading"],
          words.Fill(promise, {{"when", SayWhen(view.receipt.answer_by, view.now, words)}}));
  Section(main, words["sent.now_heading"], words["sent.now." + audience]);
  main << html::govuk::WarningText(
      {.text = words.Fill("sent.danger", {{"emergency", words["operator.emergency_number"]}}),
       .icon_fallback_text = words["layout.warning"]});
  Section(main, words["sent.keep_heading"], words["sent.keep"]);
  Section(main, words["sent.another_heading"], words["sent.another_words"]);
  main << ButtonForm({.action = std::string(kAnotherAddress),
                      .csrf = view.csrf,
                      .text = words["sent.another"],
                      .is_secondary = true})
       << "</div></div>";
  return parts;
}

}  // namespace safety::site
