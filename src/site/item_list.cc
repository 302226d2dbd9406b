#include "site/item_list.h"

#include <algorithm>

#include "site/addresses.h"
#include "site/forms.h"

namespace safety::site {
namespace {

using html::Html;
using html::Text;

constexpr std::string_view kItemPlaceholder = "{item}";

/// The first line of the first text that somebody gave on the item's first page: a name, mostly.
std::string_view NameOf(const journey::Page& first_page, const journey::Answers& answers,
                        std::uint32_t item) {
  for (const journey::Question& question : first_page.questions) {
    if (question.type == journey::AnswerType::kText ||
        question.type == journey::AnswerType::kLongText) {
      const std::string_view text = answers.First(question.id, item);
      if (!text.empty()) {
        return text.substr(0, text.find('\n'));
      }
    }
  }
  return {};
}

}  // namespace

std::string WithItem(std::string_view caption, std::uint32_t item) {
  std::string out(caption);
  if (const std::size_t at = out.find(kItemPlaceholder); at != std::string::npos) {
    out.replace(at, kItemPlaceholder.size(), std::to_string(item + 1));
  }
  return out;
}

Html ItemList(const Content& content, const QuestionView& view) {
  const JourneyContent& journey = view.journey;
  const journey::Page& page = *view.stop.page;
  const std::uint32_t count = view.answers.ItemCount(page.lists);
  if (count == 0) {
    return {};
  }
  const datafile::Catalogue& words = content.words();
  const journey::Page& first_page =
      journey.journey.pages()[journey.journey.FindGroup(page.lists)->first_place];
  const std::string& caption = journey.words.page(first_page.id).caption;

  Html out("<dl class=\"govuk-summary-list app-item-list\">");
  for (std::uint32_t item = 0; item < count; ++item) {
    const std::string number = WithItem(caption.empty() ? words["list.item"] : caption, item);
    out << "<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">"
        << Text(number) << "</dt><dd class=\"govuk-summary-list__value\">"
        << Text(NameOf(first_page, view.answers, item))
        << "</dd><dd class=\"govuk-summary-list__actions\">"
           "<ul class=\"govuk-summary-list__actions-list\">"
           "<li class=\"govuk-summary-list__actions-list-item\"><a class=\"govuk-link\" href=\""
        << Text(StopAddress(journey.id(), {&first_page, item}, view.purpose)) << "\">"
        << Text(words["list.change"]) << "<span class=\"govuk-visually-hidden\"> " << Text(number)
        << "</span></a></li><li class=\"govuk-summary-list__actions-list-item\">"
        << ButtonForm({.action = RemoveAddress(journey.id(), page, item, view.purpose),
                       .csrf = view.csrf,
                       .text = words["list.remove"],
                       .visually_hidden_text = number,
                       .looks_like_link = true})
        << "</li></ul></dd></div>";
  }
  out << "</dl>";
  return out;
}

}  // namespace safety::site
