#include "workbench/labels.h"

#include "html/govuk/tag.h"
#include "workbench/clock_words.h"

namespace safety::workbench {
namespace {

const char* ColourOf(safeguarding::Priority priority) {
  switch (priority) {
    case safeguarding::Priority::kP1:
      return "govuk-tag--red";
    case safeguarding::Priority::kP2:
      return "govuk-tag--orange";
    case safeguarding::Priority::kP3:
      return "govuk-tag--blue";
    case safeguarding::Priority::kP4:
      break;
  }
  return "govuk-tag--grey";
}

bool IsClosed(safeguarding::CaseStatus status) {
  return status == safeguarding::CaseStatus::kClosed ||
         status == safeguarding::CaseStatus::kMerged ||
         status == safeguarding::CaseStatus::kTransferred;
}

}  // namespace

html::Html PriorityTag(safeguarding::Priority priority, const Words& words) {
  return html::govuk::Tag(
      {.text = Say("priority", priority, words), .classes = ColourOf(priority)});
}

html::Html AnswerBy(const casework::CaseRow& row, base::UtcTime now, const Words& words) {
  html::Html out;
  if (IsClosed(row.status)) {
    out << html::Text(SayLocal(row.answer_by, words));
    return out;
  }
  if (row.answer_by < now) {
    out << "<strong class=\"app-overdue\">" << html::Text(SayDue(row.answer_by, now, words))
        << "</strong>";
  } else {
    out << html::Text(SayDue(row.answer_by, now, words));
  }
  out << "<span class=\"app-second-line\">" << html::Text(SayLocal(row.answer_by, words))
      << "</span>";
  return out;
}

const std::string& Assignee(const casework::CaseRow& row, const Words& words) {
  return row.assignee_name.empty() ? words["queue.nobody"] : row.assignee_name;
}

html::Html Lines(std::string_view text) {
  html::Html out;
  for (;;) {
    const std::size_t end = text.find('\n');
    out << html::Text(text.substr(0, end));
    if (end == std::string_view::npos) {
      return out;
    }
    out << "<br>";
    text.remove_prefix(end + 1);
  }
}

}  // namespace safety::workbench
