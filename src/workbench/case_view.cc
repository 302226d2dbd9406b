#include "workbench/case_view.h"

#include <string>
#include <utility>
#include <vector>

#include "html/govuk/back_link.h"
#include "html/govuk/button.h"
#include "html/govuk/notification_banner.h"
#include "html/govuk/summary_list.h"
#include "html/govuk/table.h"
#include "html/govuk/warning_text.h"
#include "workbench/clock_words.h"
#include "workbench/labels.h"

namespace safety::workbench {
namespace {

namespace govuk = html::govuk;

html::Html Heading2(std::string_view text) {
  return html::Join("<h2 class=\"govuk-heading-m\">", html::Text(text), "</h2>");
}

html::Html Facts(const casework::CaseRow& row, base::UtcTime now, const Words& words) {
  const auto fact = [&words](std::string_view name, html::Html value) {
    return govuk::SummaryListRow{.key = {.text = words[name]}, .value = {.html = std::move(value)}};
  };
  const auto text = [](std::string_view value) { return html::Join(html::Text(value)); };
  const std::string received =
      SayLocal(row.received, words) + ", " + SayAge(row.received, now, words);
  return govuk::SummaryList({.rows = {
                                 fact("case.answer_by", AnswerBy(row, now, words)),
                                 fact("case.status", text(Say("status", row.status, words))),
                                 fact("case.assignee", text(Assignee(row, words))),
                                 fact("case.audience", text(Say("audience", row.audience, words))),
                                 fact("case.received", text(received)),
                                 fact("case.nation", text(Say("nation", row.nation, words))),
                                 fact("case.remit", text(Say("remit", row.remit, words))),
                             }});
}

html::Html TakeForm(const casework::CaseRow& row, const Viewer& viewer, const Words& words) {
  html::Html form;
  form << "<form method=\"post\""
       << html::Attribute("action", "/case/" + row.reference.text() + "/take") << ">"
       << Hidden("csrf", viewer.csrf) << Hidden("version", std::to_string(row.version))
       << govuk::Button({.text = words["case.take"], .prevent_double_click = true})
       << "<p class=\"govuk-hint\">" << html::Text(words["case.take_explained"]) << "</p></form>";
  return form;
}

html::Html Reasons(const std::vector<safeguarding::Reason>& reasons, const Words& words) {
  if (reasons.empty()) {
    return html::Join("<p class=\"govuk-body\">", html::Text(words["case.why_none"]), "</p>");
  }
  html::Html list;
  list << "<ul class=\"govuk-list govuk-list--bullet\">";
  for (const safeguarding::Reason& reason : reasons) {
    list << "<li>" << html::Text(reason.because) << " <span class=\"app-rule\">"
         << html::Text(reason.effect) << ", " << html::Text(reason.rule) << "</span></li>";
  }
  list << "</ul>";
  return list;
}

/// The answers under the headings they were given under ("Child 2"), one card each.
html::Html Transcript(const std::vector<casework::TranscriptLine>& lines, const Words& words) {
  html::Html out;
  for (std::size_t i = 0; i < lines.size();) {
    const std::string& heading = lines[i].heading;
    govuk::SummaryListOptions list;
    if (!heading.empty()) {
      list.card = govuk::SummaryCardOptions{.title = {.text = heading, .heading_level = 3}};
    }
    for (; i < lines.size() && lines[i].heading == heading; ++i) {
      html::Html answer = lines[i].answer.empty()
                              ? html::Join("<span class=\"app-no-answer\">",
                                           html::Text(words["case.no_answer"]), "</span>")
                              : Lines(lines[i].answer);
      list.rows.push_back(
          {.key = {.text = lines[i].question}, .value = {.html = std::move(answer)}});
    }
    out << govuk::SummaryList(list);
  }
  return out;
}

html::Html Timeline(const std::vector<casework::TimelineLine>& lines, const Words& words) {
  govuk::TableOptions table{.caption = words["case.timeline"],
                            .caption_classes = "govuk-table__caption--m",
                            .head = {{.text = words["case.when"]},
                                     {.text = words["case.who"]},
                                     {.text = words["case.what"]}},
                            .classes = "app-timeline"};
  for (const casework::TimelineLine& line : lines) {
    const std::string* action = words.texts.Find("action." + line.action);
    table.rows.push_back({{.text = SayLocal(line.at, words)},
                          {.text = line.who},
                          {.text = action != nullptr ? *action : line.action}});
  }
  return govuk::Table(table);
}

}  // namespace

http::Response CaseView(const Frame& frame, const casework::OpenedCase& opened, base::UtcTime now,
                        std::string_view notice, const Viewer& viewer) {
  const Words& words = frame.words();
  const casework::CaseRow& row = opened.row;
  std::string title = words.texts.Fill("case.title", {{"reference", row.reference.text()}});
  html::Html main;
  if (!notice.empty()) {
    main << govuk::NotificationBanner(
        {.type = notice == "case.taken" ? "success" : "", .text = words[notice]});
  }
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(title) << "</h1><p class=\"govuk-body\">"
       << PriorityTag(row.priority, words) << "</p>" << Facts(row, now, words);
  if (row.status == safeguarding::CaseStatus::kNew) {
    main << TakeForm(row, viewer, words);
  }
  if (opened.unreadable > 0) {
    main << govuk::WarningText(
        {.text =
             words.texts.Fill("case.unreadable", {{"count", std::to_string(opened.unreadable)}})});
  }
  for (const casework::ReportDocument& document : opened.reports) {
    main << Heading2(words["case.why"]) << Reasons(document.reasons, words)
         << Heading2(words["case.answers"]) << Transcript(document.transcript, words);
  }
  main << Timeline(opened.timeline, words);
  return frame.Page(200, {.title = std::move(title),
                          .main = std::move(main),
                          .before_main = govuk::BackLink({.href = "/", .text = words["case.back"]}),
                          .viewer = &viewer});
}

}  // namespace safety::workbench
