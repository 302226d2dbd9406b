#include "main/demo_cases.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "safeguarding/report_json.h"

namespace safety::main {
namespace {

constexpr std::string_view kMark = "[Synthetic] ";
constexpr std::array<std::string_view, 3> kAdvisors = {"first", "second", "third"};
constexpr std::int64_t kLongestAgo = 366 * 24 * 60;

DemoCase ReadCase(datafile::Table& table) {
  DemoCase made;
  made.received_ago = std::chrono::minutes(table.Integer("received_minutes_ago", 1, kLongestAgo));
  if (const auto status = safeguarding::Parse<safeguarding::CaseStatus>(table.Text("status"))) {
    made.status = *status;
  } else {
    table.Refuse("status", "must be a state of a case");
  }
  const bool is_new = made.status == safeguarding::CaseStatus::kNew;
  if (is_new == table.Has("assignee")) {
    table.Refuse("assignee", "must be there unless the case is new, and only then");
  } else if (!is_new) {
    const auto* advisor = std::ranges::find(kAdvisors, table.Text("assignee"));
    made.advisor = static_cast<std::size_t>(advisor - kAdvisors.begin());
    if (advisor == kAdvisors.end()) {
      table.Refuse("assignee", "must be first, second or third");
    }
  }
  auto report = safeguarding::ParseReport(table.Json("report"));
  if (!report) {
    table.Refuse("report", report.error().ToString());
    return made;
  }
  made.report = std::move(*report);
  made.report.summary.insert(0, kMark);
  return made;
}

}  // namespace

std::expected<std::vector<DemoCase>, datafile::Fault> LoadDemoCases(const datafile::File& file) {
  auto document = datafile::Document::Parse(file.text, file.name);
  std::vector<DemoCase> cases;
  for (datafile::Table& table : document.root().Tables("case")) {
    cases.push_back(ReadCase(table));
  }
  if (auto finished = document.Finish(); !finished) {
    return std::unexpected(std::move(finished.error()));
  }
  return cases;
}

}  // namespace safety::main
