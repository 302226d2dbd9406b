#include "site/check_page.h"

#include <string_view>
#include <utility>
#include <vector>

#include "casework/report_from_answers.h"
#include "html/govuk/back_link.h"
#include "html/govuk/button.h"
#include "html/govuk/summary_list.h"
#include "site/addresses.h"
#include "site/forms.h"

namespace safety::site {
namespace {

namespace govuk = html::govuk;
using html::Html;
using html::Text;

/// Lines of a visitor, each on its own line.
Html Lines(std::string_view text) {
  Html out;
  while (true) {
    const std::size_t end = text.find('\n');
    out << Text(text.substr(0, end));
    if (end == std::string_view::npos) {
      return out;
    }
    out << "<br>";
    text.remove_prefix(end + 1);
  }
}

/// The rows of one heading, until the next one starts.
class Section {
 public:
  void Add(govuk::SummaryListRow row) { rows_.push_back(std::move(row)); }

  void Start(const std::string& heading, Html& out) {
    if (heading == heading_) {
      return;
    }
    Finish(out);
    heading_ = heading;
    if (!heading.empty()) {
      out << "<h2 class=\"govuk-heading-m\">" << Text(heading) << "</h2>";
    }
  }

  void Finish(Html& out) {
    if (!rows_.empty()) {
      out << govuk::SummaryList({.rows = std::exchange(rows_, {}), .classes = "app-answers"});
    }
  }

 private:
  std::string heading_;
  std::vector<govuk::SummaryListRow> rows_;
};

govuk::SummaryListRow Row(const casework::TranscriptLine& line, std::string change,
                          const datafile::Catalogue& words) {
  govuk::SummaryListRow row{.key = {.text = line.question}};
  if (line.answer.empty()) {
    row.value.text = words["check.empty"];
  } else {
    row.value.html = Lines(line.answer);
  }
  row.actions.items.push_back({.href = std::move(change),
                               .text = words["check.change"],
                               .visually_hidden_text = line.question});
  return row;
}

/// Every question on the way in the words and order that the transcript of the report will have.
Html AnswersOf(const datafile::Catalogue& words, const CheckView& view) {
  const std::vector<casework::TranscriptLine> lines =
      casework::TranscriptOf(view.journey.journey, view.journey.words, view.answers, view.path);
  Html out;
  Section section;
  auto line = lines.begin();
  for (const journey::Stop& stop : view.path.stops) {
    for (const journey::Question& question : stop.page->questions) {
      if (line == lines.end() || line->question_id != question.id) {
        continue;
      }
      section.Start(line->heading, out);
      section.Add(Row(*line, StopAddress(view.journey.id(), stop, Purpose::kChange), words));
      ++line;
    }
  }
  section.Finish(out);
  return out;
}

}  // namespace

PageParts CheckPage(const Content& content, const CheckView& view) {
  const datafile::Catalogue& words = content.words();
  PageParts parts{.title = words["check.title"]};
  parts.before_main =
      govuk::BackLink({.href = StopAddress(view.journey.id(), view.path.stops.back()),
                       .text = words["layout.back"]});
  Html& main = parts.main;
  main.Reserve(16384);
  main << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"
          "<span class=\"govuk-caption-l\">"
       << Text(words["check.caption"]) << "</span><h1 class=\"govuk-heading-l\">"
       << Text(parts.title) << "</h1>" << AnswersOf(words, view) << "<h2 class=\"govuk-heading-m\">"
       << Text(words["check.send_heading"]) << "</h2><p class=\"govuk-body\">"
       << Text(words["check.send_words"]) << "</p>"
       << ButtonForm({.action = CheckAddress(view.journey.id()),
                      .csrf = view.csrf,
                      .text = words["check.send"]})
       << "</div></div>";
  return parts;
}

}  // namespace safety::site
