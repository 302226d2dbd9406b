#include "site/question_page.h"

#include <algorithm>
#include <utility>

#include "html/govuk/back_link.h"
#include "html/govuk/button.h"
#include "html/govuk/error_summary.h"
#include "html/govuk/notification_banner.h"
#include "site/field.h"
#include "site/forms.h"
#include "site/item_list.h"
#include "site/problem_words.h"

namespace safety::site {
namespace {

namespace govuk = html::govuk;
using html::Html;
using html::Text;

/// The faults of the page in the words that its visitor reads.
struct Fault {
  const journey::Question* question;
  std::string part;
  std::string words;
};

std::vector<Fault> FaultsOf(const Content& content, const QuestionView& view) {
  std::vector<Fault> faults;
  const journey::Page& page = *view.stop.page;
  for (const journey::FieldError& error : view.errors) {
    const auto question = std::ranges::find(page.questions, error.question, &journey::Question::id);
    if (question != page.questions.end()) {
      faults.push_back({&*question, error.part,
                        SayProblem(error, *question, view.journey.words.question(question->id),
                                   content.words())});
    }
  }
  if (view.list_is_full && !page.questions.empty()) {
    const journey::Group& group = *view.journey.journey.FindGroup(page.lists);
    faults.push_back(
        {&page.questions.front(), "",
         content.words().Fill("list.full", {{"max", std::to_string(group.max_items)}})});
  }
  return faults;
}

Html Summary(const std::vector<Fault>& faults, const datafile::Catalogue& words) {
  govuk::ErrorSummaryOptions summary{.title_text = words["layout.error_heading"]};
  for (const Fault& fault : faults) {
    summary.error_list.push_back(
        {.href = "#" + FieldId(*fault.question, fault.part), .text = fault.words});
  }
  return govuk::ErrorSummary(summary);
}

Html NotSaved(const datafile::Catalogue& words) {
  return govuk::NotificationBanner(
      {.title_text = words["notice.not_saved.title"],
       .html = html::Join("<p class=\"govuk-notification-banner__heading\">",
                          Text(words["notice.not_saved.heading"]), "</p><p class=\"govuk-body\">",
                          Text(words.Fill("notice.not_saved.body",
                                          {{"police", words["operator.police_number"]},
                                           {"emergency", words["operator.emergency_number"]}})),
                          "</p>"),
       .role = "alert"});
}

/// What the visitor chose to be told about.
Html Guidance(const Content& content, const QuestionView& view) {
  Html out;
  const std::string& question = view.stop.page->guidance_for;
  if (const auto* chosen = question.empty() ? nullptr : view.answers.Find(question)) {
    for (const std::string& option : *chosen) {
      if (const Article* article = content.FindGuidance(option, view.journey.id())) {
        out << "<h2 class=\"govuk-heading-m\">" << Text(article->title) << "</h2>" << article->body;
      }
    }
  }
  return out;
}

Html Fields(const Content& content, const QuestionView& view, const std::vector<Fault>& faults,
            Heading heading) {
  Html out;
  for (const journey::Question& question : view.stop.page->questions) {
    FieldOptions field{.question = question,
                       .words = view.journey.words.question(question.id),
                       .values = view.answers.Find(question.id, view.stop.item),
                       .heading = heading};
    const auto fault = std::ranges::find(faults, &question, &Fault::question);
    if (fault != faults.end()) {
      field.error = fault->words;
      field.error_part = fault->part;
    }
    out << Field(field, content.words());
  }
  return out;
}

}  // namespace

PageParts QuestionPage(const Content& content, const QuestionView& view) {
  const datafile::Catalogue& words = content.words();
  const journey::Page& page = *view.stop.page;
  const journey::PageWords& page_words = view.journey.words.page(page.id);
  const std::vector<Fault> faults = FaultsOf(content, view);
  const Html guidance = Guidance(content, view);
  const Html items = page.lists.empty() ? Html() : ItemList(content, view);
  const auto body = view.journey.bodies.find(page.id);
  const bool has_body = body != view.journey.bodies.end();

  const bool titled = !page_words.title.empty() || page.questions.empty();
  const bool something_between = has_body || !guidance.empty() || !items.empty();
  const Heading heading = titled              ? Heading::kOneOfSeveral
                          : something_between ? Heading::kReadOutOnly
                                              : Heading::kIsPageHeading;
  const std::string& title =
      titled ? page_words.title : view.journey.words.question(page.questions.front().id).label;

  PageParts parts{.title = title, .has_error = !faults.empty()};
  if (view.back) {
    parts.before_main = govuk::BackLink({.href = *view.back, .text = words["layout.back"]});
  }
  Html& main = parts.main;
  main.Reserve(8192);
  main << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">";
  if (!faults.empty()) main << Summary(faults, words);
  if (view.not_saved) main << NotSaved(words);
  if (!page_words.caption.empty()) {
    main << "<span class=\"govuk-caption-l\">" << Text(WithItem(page_words.caption, view.stop.item))
         << "</span>";
  }
  if (heading != Heading::kIsPageHeading) {
    main << "<h1 class=\"govuk-heading-l\">" << Text(title) << "</h1>";
  }
  if (has_body) main << body->second;
  main << guidance << items;
  if (page.ends) {
    main << govuk::Button(
        {.href = std::string(kExitAddress),
         .text = page_words.button.empty() ? words["layout.finish"] : page_words.button});
  } else {
    main << FormStart(StopAddress(view.journey.id(), view.stop, view.purpose), view.csrf)
         << Fields(content, view, faults, heading)
         << govuk::Button(
                {.text = page_words.button.empty() ? words["layout.continue"] : page_words.button,
                 .prevent_double_click = true})
         << "</form>";
  }
  main << "</div></div>";
  return parts;
}

}  // namespace safety::site
