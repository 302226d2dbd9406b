#include "safeguarding/rules.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "safeguarding/policy_for_tests.h"

namespace safety::safeguarding {
namespace {

/// The shipped file with the first `from` replaced by `to`.
std::string With(const datafile::File& file, std::string_view from, std::string_view to) {
  std::string text = file.text;
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

struct Edit {
  const char* from;
  const char* to;
  const char* fault;  ///< a part of what the operator reads
};

/// Loads the shipped policy with one edit at a time; each must be refused with its fault.
void ExpectRefusals(datafile::File PolicyFiles::* which, std::initializer_list<Edit> edits) {
  for (const Edit& edit : edits) {
    PolicyFiles files = ShippedPolicyFiles();
    (files.*which).text = With(files.*which, edit.from, edit.to);
    const auto policy = Policy::Load(files);
    ASSERT_FALSE(policy) << edit.to;
    const std::string fault = policy.error().ToString();
    EXPECT_NE(fault.find(edit.fault), std::string::npos) << fault;
    EXPECT_TRUE(fault.starts_with((files.*which).name + ":")) << fault;
    EXPECT_GT(policy.error().line, 0U) << fault;
  }
}

TEST(Rules, TheShippedPolicyLoads) {
  const auto policy = Policy::Load(ShippedPolicyFiles());
  ASSERT_TRUE(policy) << policy.error().ToString();
}

TEST(Rules, RiskFileIsReadStrictly) {
  ExpectRefusals(
      &PolicyFiles::risk,
      {
          {"[[rule]]", "[[rules]]", "rules"},
          {"[says]", "[says", "risk.toml"},
          {"threat_to_life = ", "threat_to_lif = ", "threat_to_life"},
          {"evidence_kept = \"evidence has been kept\"", "", "evidence_kept"},
          {"this: {circumstance}", "this", "must hold {circumstance}"},
          {"\"earlier abuse\"", "\"{answer}\"", "may not hold {answer}"},
          {"id = \"threat-to-life\"", "id = \"Threat\"", "lower-case"},
          {"id = \"image-sent\"", "id = \"threat-to-life\"", "another rule's id"},
          {"id = \"image-sent\"", "id = \"in-remit-concern\"", "another rule's id"},
          {"any = [\"image_sent\"]", "any = [\"image_snet\"]", "no concern, circumstance"},
          {"any = [\"image_sent\"]", "any = [\"image_sent\", \"image_sent\"]", "twice"},
          {"any = [\"image_sent\"]", "any = []", "at least one id"},
          {"any = [\"image_sent\"]", "some = [\"image_sent\"]", "at least one id"},
          {"any = [\"image_sent\"]", "any = [\"image_sent\"], not = [\"evidence_kept\"]",
           "no answer may switch off a danger sign"},
          {"any = [\"image_sent\"]", "any = [\"image_sent\", \"trip_wire\"]", "may not ask"},
          {"any = [\"image_sent\"]", "any = [\"image_sent\"], audience = [\"alien\"]", "audience"},
          {"any = [\"image_sent\"]", "any = [\"image_sent\"], audience = []", "audience"},
          {"any = [\"image_sent\"]", "audience = [\"child\"]", "at least one id"},
          {"child_age_below = 13", "child_age_below = 19", "child_age_below"},
          {"child_age_below = 13", "child_age_below = \"13\"", "child_age_below"},
          {"floor = \"P1\"", "floor = \"P4\"", "P1, P2 or P3"},
          {"floor = \"P1\"", "floor = \"high\"", "P1, P2 or P3"},
          {"floor = \"P1\"", "", "either floor or lift_to"},
          {"floor = \"P1\"", "floor = \"P1\"\nlift_to = \"P2\"", "either floor or lift_to"},
          {"floor = \"P1\"", "score = 7", "either floor or lift_to"},
          {"lift_to = \"P2\"", "lift_to = \"P1\"", "never make an emergency"},
          {"because = \"Life may be at risk. Reported: {answer}.\"", "", "because"},
          {"Life may be at risk. Reported: {answer}.", "{answer} and {answer}", "once each"},
          {"Life may be at risk. Reported: {answer}.", "{name}", "no other braces"},
          {"Life may be at risk. Reported: {answer}.", "{age}", "child_age_below"},
          {"chosen no concern: read it soon.", "chosen {answer}", "names no concern"},
          {"source = \"Working", "sauce = \"Working", "source"},
          {"reviewed = 2026-11-23", "", "reviewed"},
          {"reviewed = 2026-11-23", "reviewed = \"last year\"", "reviewed"},
      });
}

TEST(Rules, RemitFileIsReadStrictly) {
  ExpectRefusals(&PolicyFiles::remit,
                 {
                     {"[concern.grooming]", "[concern.groming]", "grooming"},
                     {"remit = \"in\"\nsays", "remit = \"unclear\"\nsays", "must be in or out"},
                     {"remit = \"in\"\nsays", "remit = \"maybe\"\nsays", "must be in or out"},
                     {"[concern.not_sure]", "[concern.not_sure]\nremit = \"out\"", "remit"},
                     {"any = [\"in_remit\"]", "any = [\"in_remit\"], not = [\"cyberbullying\"]",
                      "no answer may switch off"},
                     {"not = [\"in_remit\", \"trip_wire\", \"not_sure\"]",
                      "not = [\"tell_us_anyway\"]", "also asks for"},
                     {"[otherwise]", "[otherwise]\nwhen = { any = [\"grooming\"] }", "when"},
                     {"id = \"nothing-chosen\"\nremit = \"unclear\"", "id = \"n\"\nremit = \"in\"",
                      "must be unclear or out"},
                     {"in = \"P3\"", "in = \"P5\"", "P1, P2, P3 or P4"},
                     {"out = \"P4\"", "out = \"P3\"", "those two alike"},
                     {"in = \"P3\"\nunclear = \"P4\"\nout = \"P4\"",
                      "in = \"P4\"\nunclear = \"P3\"\nout = \"P3\"", "no lower than"},
                     {"[start]", "[begin]", "start"},
                 });
}

TEST(Rules, ServiceLevelsAreReadStrictly) {
  ExpectRefusals(&PolicyFiles::service_levels,
                 {
                     {"hours = 1\n", "hours = 0\n", "hours"},
                     {"hours = 1\n", "hours = 10000\n", "hours"},
                     {"hours = 1\n", "hours = 48\n", "answered sooner"},
                     {"hours = 1\n", "working_days = 1\n", "danger does not keep office hours"},
                     {"hours = 1\n", "hours = 1\nworking_days = 1\n", "either hours"},
                     {"hours = 1\n", "", "either hours"},
                     {"working_days = 5", "working_days = 365", "working_days"},
                     {"working_days = 5", "working_days = 9", "answered sooner"},
                     {"priority = \"P4\"", "priority = \"P3\"", "has a clock already"},
                     {"priority = \"P4\"", "priority = \"P9\"", "P1, P2, P3 or P4"},
                     {"audience = \"professional\"", "audience = \"teacher\"", "professional"},
                     {"source", "sources", "source"},
                 });
  PolicyFiles files = ShippedPolicyFiles();
  files.service_levels.text = files.service_levels.text.substr(
      0, files.service_levels.text.find("[[clock]]\npriority = \"P4\""));
  const auto policy = Policy::Load(files);
  ASSERT_FALSE(policy);
  EXPECT_NE(policy.error().ToString().find("P4 has no clock"), std::string::npos);
}

TEST(Rules, TooManyRulesAreRefused) {
  PolicyFiles files = ShippedPolicyFiles();
  for (int i = 0; i < 64; ++i) {
    files.risk.text += "\n[[rule]]\nid = \"more-" + std::to_string(i) +
                       "\"\nwhen = { any = [\"image_sent\"] }\nfloor = \"P2\"\nbecause = \"b\"\n"
                       "source = \"s\"\nreviewed = 2026-11-23\n";
  }
  const auto policy = Policy::Load(files);
  ASSERT_FALSE(policy);
  EXPECT_NE(policy.error().ToString().find("1 to 64 rules"), std::string::npos);
}

TEST(Rules, ALimitCountsWhateverThePriority) {
  PolicyFiles files = ShippedPolicyFiles();
  files.service_levels.text =
      With(files.service_levels,
           "working_days = 5\nsource = \"Guidance for professionals on reporting to CEOP: within 5 "
           "working days\"\nreviewed = 2026-11-23\n\n# A limit",
           "working_days = 10\nsource = \"s\"\nreviewed = 2026-11-23\n\n# A limit");
  const auto policy = Policy::Load(files);
  ASSERT_TRUE(policy) << policy.error().ToString();
  Report report;
  report.concerns.Add(Concern::kCyberbullying);
  const auto received = *base::ParseRfc3339("2026-11-24T10:00:00Z");
  report.audience = Audience::kParent;
  EXPECT_EQ(base::ToRfc3339(policy->Assess(report, received).answer_by), "2026-12-08T17:00:00Z");
  report.audience = Audience::kProfessional;
  EXPECT_EQ(base::ToRfc3339(policy->Assess(report, received).answer_by), "2026-12-01T17:00:00Z");
}

}  // namespace
}  // namespace safety::safeguarding
