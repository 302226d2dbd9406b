// Runs test/vignettes/: short stories with the facts of a report, and what is expected of them.
// Safeguarding leads read and write those files; docs/policy.md says how.

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "datafile/file.h"
#include "safeguarding/policy_for_tests.h"
#include "safeguarding/report_json.h"

namespace safety::safeguarding {
namespace {

namespace fs = std::filesystem;
using datafile::Table;

const fs::path kFolder = fs::path(SAFETY_SOURCE_DIR) / "test" / "vignettes";

/// The story's report, read as the one that a program would send.
Report ReadReport(Table& story) {
  auto report = ParseReport(story.Json("report"));
  if (!report) {
    story.Refuse("report", report.error().ToString());
    return {};
  }
  return *std::move(report);
}

class Vignette : public testing::TestWithParam<std::string> {};

TEST_P(Vignette, IsTriagedAsExpected) {
  const auto file = datafile::ReadFile(kFolder, GetParam());
  ASSERT_TRUE(file) << file.error().ToString();
  auto document = datafile::Document::Parse(file->text, file->name);
  Table root = document.root();
  EXPECT_FALSE(root.Text("story").empty());
  const auto received = base::ParseRfc3339(root.Text("received"));
  const Report report = ReadReport(root);
  Table expected = root.Sub("expected");
  const std::string remit = expected.Text("remit");
  const std::string priority = expected.Text("priority");
  const std::string answer_by = expected.Text("answer_by");
  const std::vector<std::string> rules = expected.Texts("rules");
  const auto read = document.Finish();
  ASSERT_TRUE(read) << read.error().ToString();
  ASSERT_TRUE(received) << "received must be RFC 3339";

  const Triage triage = ShippedPolicy().Assess(report, *received);
  EXPECT_EQ(IdOf(triage.remit), remit);
  EXPECT_EQ(IdOf(triage.priority), priority);
  EXPECT_EQ(base::ToRfc3339(triage.answer_by), answer_by);
  std::vector<std::string> fired;
  std::ranges::transform(triage.reasons, std::back_inserter(fired), &Reason::rule);
  EXPECT_EQ(fired, rules);
}

std::vector<std::string> Files() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    names.push_back(entry.path().filename());
  }
  std::ranges::sort(names);
  return names;
}

std::string NameOf(const testing::TestParamInfo<std::string>& info) {
  std::string name = fs::path(info.param).stem();
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Stories, Vignette, testing::ValuesIn(Files()), NameOf);

}  // namespace
}  // namespace safety::safeguarding
