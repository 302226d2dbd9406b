#include "workbench/queue_page.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "casework/queue.h"
#include "html/govuk/pagination.h"
#include "html/govuk/table.h"
#include "workbench/clock_words.h"
#include "workbench/guard.h"
#include "workbench/labels.h"

namespace safety::workbench {
namespace {

namespace govuk = html::govuk;

constexpr std::size_t kRowsPerPage = 50;
constexpr std::size_t kLastPage = 100'000;

/// The page asked for, from 1; anything else than a number is the first.
std::size_t PageNumber(const http::Request& request) {
  const auto value = request.QueryValue("page");
  std::size_t number = 1;
  if (value) {
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (error != std::errc() || end != value->data() + value->size()) {
      return 1;
    }
  }
  return std::clamp<std::size_t>(number, 1, kLastPage);
}

/// A cell of two lines: what is looked for first, and what qualifies it.
html::Html TwoLines(const html::Html& first, std::string_view second) {
  return html::Join(first, "<span class=\"app-second-line\">", html::Text(second), "</span>");
}

std::vector<govuk::TableCell> RowOf(const casework::QueueLine& line, base::UtcTime now,
                                    const Words& words) {
  const casework::CaseRow& row = line.row;
  html::Html link;
  link << "<a class=\"govuk-link govuk-link--no-visited-state app-reference\""
       << html::Attribute("href", "/case/" + row.reference.text()) << ">"
       << html::Text(row.reference.text()) << "</a>";
  return {{.html = PriorityTag(row.priority, words)},
          {.html = AnswerBy(row, now, words)},
          {.html = TwoLines(link, Say("status", row.status, words))},
          {.text = line.summary.empty() ? words["queue.unreadable"] : line.summary,
           .classes = "app-queue__summary"},
          {.html = TwoLines(html::Join(html::Text(Say("audience", row.audience, words))),
                            SayAge(row.received, now, words))},
          {.text = Assignee(row, words)}};
}

html::Html TableOf(const casework::QueuePage& page, base::UtcTime now, const Words& words) {
  govuk::TableOptions table{.caption = words["queue.caption"],
                            .caption_classes = "govuk-visually-hidden",
                            .head = {{.text = words["queue.priority"]},
                                     {.text = words["queue.answer_by"]},
                                     {.text = words["queue.reference"]},
                                     {.text = words["queue.summary"]},
                                     {.text = words["queue.audience"]},
                                     {.text = words["queue.assignee"]}},
                            .classes = "app-queue"};
  table.rows.reserve(page.lines.size());
  for (const casework::QueueLine& line : page.lines) {
    table.rows.push_back(RowOf(line, now, words));
  }
  return govuk::Table(table);
}

html::Html PagesOf(std::size_t number, std::size_t total, const Words& words) {
  const std::size_t last = (total + kRowsPerPage - 1) / kRowsPerPage;
  if (last < 2) {
    return {};
  }
  govuk::PaginationOptions pages{.landmark_label = words["queue.pages"]};
  if (number > 1) {
    pages.previous = {.href = "/?page=" + std::to_string(number - 1),
                      .text = words["queue.previous"]};
  }
  if (number < last) {
    pages.next = {.href = "/?page=" + std::to_string(number + 1), .text = words["queue.next"]};
  }
  return govuk::Pagination(pages);
}

html::Html MainOf(const casework::QueuePage& page, std::size_t number, base::UtcTime now,
                  const Words& words) {
  html::Html main;
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(words["queue.title"]) << "</h1>";
  if (page.lines.empty()) {
    main << "<p class=\"govuk-body\">" << html::Text(words["queue.empty"]) << "</p>";
    return main;
  }
  main << "<p class=\"govuk-body\">"
       << html::Text(words.texts.Fill("queue.count",
                                      {{"from", std::to_string(page.offset + 1)},
                                       {"to", std::to_string(page.offset + page.lines.size())},
                                       {"total", std::to_string(page.total)}}))
       << "</p>" << TableOf(page, now, words) << PagesOf(number, page.total, words);
  return main;
}

}  // namespace

void AddQueuePage(http::Router& router, casework::Store& store, casework::SignIn& sign_in,
                  const base::Clock& clock, const Frame& frame) {
  router.Get(
      "/", Guarded(sign_in, frame, [&](Visit visit, http::Responder respond) {
        const Words& words = frame.words();
        const std::size_t number = PageNumber(visit.request);
        const auto page = casework::ListQueue(
            store, visit.advisor, {.offset = (number - 1) * kRowsPerPage, .limit = kRowsPerPage});
        if (!page && page.error() == casework::CaseError::kForbidden) {
          html::Html main;
          main << "<h1 class=\"govuk-heading-l\">" << html::Text(words["queue.title"])
               << "</h1><p class=\"govuk-body\">"
               << html::Text(words[casework::ReadsReports(visit.advisor.role) ? "queue.waiting"
                                                                              : "queue.no_access"])
               << "</p>";
          return respond(frame.Page(
              200,
              {.title = words["queue.title"], .main = std::move(main), .viewer = &visit.viewer}));
        }
        if (!page) {
          return respond(frame.Failure(page.error(), &visit.viewer));
        }
        respond(frame.Page(200, {.title = words["queue.title"],
                                 .main = MainOf(*page, number, clock.Now(), words),
                                 .viewer = &visit.viewer}));
      }));
}

}  // namespace safety::workbench
