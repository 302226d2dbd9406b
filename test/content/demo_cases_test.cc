#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include <chrono>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "datafile/file.h"
#include "safeguarding/report_json.h"
#include "safeguarding/triage.h"

namespace safety::content {
namespace {

using safeguarding::Report;

struct DemoCase {
  std::int64_t minutes_ago = 0;
  std::string status;
  std::string assignee;
  Report report;
  std::int64_t line = 0;
};

/// The cases of content/demo/cases.toml; a report that the JSON form would refuse fails the test.
std::vector<DemoCase> ReadCases() {
  std::vector<DemoCase> cases;
  const toml::table root = toml::parse_file(SAFETY_SOURCE_DIR "/content/demo/cases.toml");
  for (const toml::node& node : *root["case"].as_array()) {
    const toml::table& table = *node.as_table();
    DemoCase& read = cases.emplace_back();
    read.line = node.source().begin.line;
    read.minutes_ago = table["received_minutes_ago"].value_or<std::int64_t>(0);
    read.status = table["status"].value_or("");
    read.assignee = table["assignee"].value_or("");
    std::ostringstream json;
    json << toml::json_formatter(*table["report"].as_table());
    auto report = safeguarding::ParseReport(json.str());
    if (report) {
      read.report = std::move(*report);
    } else {
      ADD_FAILURE() << "cases.toml:" << read.line << ": " << report.error().ToString();
    }
  }
  return cases;
}

class DemoCases : public testing::Test {
 protected:
  const std::vector<DemoCase> cases_ = ReadCases();
};

TEST_F(DemoCases, AreEnoughAndOfEveryAudienceAndState) {
  EXPECT_GE(cases_.size(), 55U);
  std::map<std::string_view, int> audiences;
  std::set<std::string> states;
  for (const DemoCase& one : cases_) {
    ++audiences[IdOf(one.report.audience)];
    states.insert(one.status);
  }
  ASSERT_EQ(audiences.size(), 4U);
  for (const auto& [audience, count] : audiences) {
    EXPECT_GE(count, 5) << audience;
  }
  EXPECT_THAT(states, testing::IsSupersetOf({"new", "allocated", "assessing", "active",
                                             "awaiting_others", "closure_requested", "closed"}));
}

TEST_F(DemoCases, AreWellFormed) {
  for (const DemoCase& one : cases_) {
    SCOPED_TRACE(one.line);
    EXPECT_GE(one.minutes_ago, 1);
    EXPECT_TRUE(safeguarding::Parse<safeguarding::CaseStatus>(one.status)) << one.status;
    EXPECT_EQ(one.status == "new", one.assignee.empty());
    EXPECT_THAT(one.assignee, testing::AnyOf("", "first", "second", "third"));
    EXPECT_FALSE(one.report.summary.empty());
    EXPECT_FALSE(one.report.concerns.empty());
  }
}

datafile::File PolicyFile(const std::string& name) {
  return datafile::ReadFile(SAFETY_SOURCE_DIR, "policy/" + name).value();
}

TEST_F(DemoCases, ShowEveryPriorityAndSomeThatAreLate) {
  const auto policy = safeguarding::Policy::Load({PolicyFile("remit.toml"), PolicyFile("risk.toml"),
                                                  PolicyFile("service-levels.toml"),
                                                  PolicyFile("bank-holidays.toml")});
  ASSERT_TRUE(policy) << policy.error().ToString();
  const base::UtcTime now = std::chrono::sys_days(std::chrono::year(2027) / 1 / 15);
  std::map<std::string_view, int> priorities;
  int late = 0;
  for (const DemoCase& one : cases_) {
    const auto triage = policy->Assess(one.report, now - std::chrono::minutes(one.minutes_ago));
    ++priorities[IdOf(triage.priority)];
    late += one.status == "new" && triage.answer_by < now ? 1 : 0;
  }
  ASSERT_EQ(priorities.size(), 4U);
  for (const auto& [priority, count] : priorities) {
    EXPECT_GE(count, 6) << priority;
  }
  EXPECT_GE(late, 3);
}

TEST_F(DemoCases, ReachNobodyReal) {
  for (const DemoCase& one : cases_) {
    SCOPED_TRACE(one.line);
    const auto& reporter = one.report.reporter;
    EXPECT_TRUE(reporter.email.empty() || reporter.email.ends_with("@example.org"));
    EXPECT_TRUE(reporter.phone.empty() || reporter.phone.starts_with("07700 900"));
    for (const auto& person : one.report.persons_of_concern) {
      for (const auto& identifier : person.identifiers) {
        EXPECT_TRUE(identifier.kind != "phone" || identifier.value.starts_with("07700 900"));
      }
    }
  }
}

}  // namespace
}  // namespace safety::content
