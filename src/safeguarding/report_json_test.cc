#include "safeguarding/report_json.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "safeguarding/report_for_tests.h"

namespace safety::safeguarding {
namespace {

constexpr std::string_view kWhole = R"({
  "audience": "professional", "language": "en", "nation": "england",
  "concerns": ["grooming"], "circumstances": ["still_in_contact"],
  "immediate_danger": false, "tell_us_anyway": false,
  "summary": "free text",
  "children": [{"name": "", "also_known_as": [], "age": 12, "date_of_birth": "2014-02-01",
                "school": "", "postcode": "",
                "identifiers": [{"kind": "username", "platform": "snapchat", "value": "kitten"}],
                "wishes": ""}],
  "persons_of_concern": [{"name": "", "also_known_as": ["Max"], "age": null, "relationship": "",
                          "identifiers": []}],
  "professionals_involved": [{"name": "", "role": "", "organisation": "", "contact": ""}],
  "already_reported": {"by": "", "reference": ""},
  "advice_wanted": ["additional_vulnerability"],
  "reporter": {"name": "", "email": "", "phone": "", "organisation": "", "role": "",
               "relationship": "", "safe_contact": {"methods": ["phone"], "times": "",
               "notes": ""}}
})";

TEST(ReportJson, ReadsTheWholeForm) {
  const auto report = ParseReport(kWhole);
  ASSERT_TRUE(report) << report.error().ToString();
  EXPECT_EQ(report->audience, Audience::kProfessional);
  EXPECT_EQ(report->nation, Nation::kEngland);
  EXPECT_TRUE(report->concerns.Has(Concern::kGrooming));
  EXPECT_TRUE(report->circumstances.Has(Circumstance::kStillInContact));
  EXPECT_TRUE(report->advice_wanted.Has(Circumstance::kAdditionalVulnerability));
  ASSERT_EQ(report->children.size(), 1U);
  EXPECT_EQ(report->children[0].age, 12);
  EXPECT_EQ(report->children[0].identifiers[0], (Identifier{"username", "snapchat", "kitten"}));
  ASSERT_EQ(report->persons_of_concern.size(), 1U);
  EXPECT_EQ(report->persons_of_concern[0].age, std::nullopt);
  EXPECT_EQ(report->professionals_involved.size(), 1U);
  EXPECT_EQ(report->reporter.safe_contact.methods, std::vector<std::string>{"phone"});
  EXPECT_EQ(ParseReport(ToJson(*report)), *report);
}

TEST(ReportJson, APartialReportIsWelcome) {
  const auto report = ParseReport(R"({"audience":"child","concerns":[]})");
  ASSERT_TRUE(report);
  EXPECT_EQ(report->language, "en");
  EXPECT_EQ(report->nation, Nation::kUnknown);
  EXPECT_EQ(ToJson(*report),
            R"({"audience":"child","language":"en","nation":"unknown","concerns":[]})");
}

std::string Base(std::string_view more) {
  return R"({"audience":"parent","concerns":["grooming"],)" + std::string(more) + "}";
}

TEST(ReportJson, RefusesByName) {
  const std::string long_text(50'001, 'a');
  const std::string many_concerns = [] {
    std::string list = "[\"grooming\"";
    for (int i = 0; i < 18; ++i) {
      list += ",\"grooming\"";
    }
    return list + "]";
  }();
  const std::pair<std::string, std::string> cases[] = {
      {R"({"concerns":[]})", "/audience"},
      {R"({"audience":"child"})", "/concerns"},
      {R"({"audience":"robot","concerns":[]})", "/audience"},
      {R"({"audience":null,"concerns":[]})", "/audience"},
      {R"({"audience":"child","concerns":"grooming"})", "/concerns"},
      {R"({"audience":"child","concerns":["grooming","nonsense"]})", "/concerns/1"},
      {R"({"audience":"child","concerns":[1]})", "/concerns/0"},
      {R"({"audience":"child","concerns":)" + many_concerns + "}", "/concerns"},
      {Base(R"("circumstances":["grooming"])"), "/circumstances/0"},
      {Base(R"("immediate_danger":"yes")"), "/immediate_danger"},
      {Base(R"("immediate_danger":null)"), "/immediate_danger"},
      {Base(R"("tell_us_anyway":1)"), "/tell_us_anyway"},
      {Base(R"("nation":"uk")"), "/nation"},
      {Base(R"("language":"")"), "/language"},
      {Base(R"("language":"en/../")"), "/language"},
      {Base(R"("summary":7)"), "/summary"},
      {Base(R"("summary":")" + long_text + "\""), "/summary"},
      {Base(R"("summary":"a\u0000b")"), "/summary"},
      {Base(R"("children":{})"), "/children"},
      {Base(R"("children":[3])"), "/children/0"},
      {Base(R"("children":[{},{"age":-1}])"), "/children/1/age"},
      {Base(R"("children":[{"age":121}])"), "/children/0/age"},
      {Base(R"("children":[{"age":12.5}])"), "/children/0/age"},
      {Base(R"("children":[{"age":"12"}])"), "/children/0/age"},
      {Base(R"("children":[{"age":18446744073709551615}])"), "/children/0/age"},
      {Base(R"("children":[{"date_of_birth":"2014-13"}])"), "/children/0/date_of_birth"},
      {Base(R"("children":[{"date_of_birth":"2023-02-29"}])"), "/children/0/date_of_birth"},
      {Base(R"("children":[{"date_of_birth":"14"}])"), "/children/0/date_of_birth"},
      {Base(R"("children":[{"date_of_birth":"1899"}])"), "/children/0/date_of_birth"},
      {Base(R"("children":[{"identifiers":[{"kind":"shoe","value":"x"}]}])"),
       "/children/0/identifiers/0/kind"},
      {Base(R"("children":[{"identifiers":[{"value":"x"}]}])"), "/children/0/identifiers/0/kind"},
      {Base(R"("children":[{"also_known_as":[""],"nick/na~me":1}])"), "/children/0/nick~1na~0me"},
      {Base(R"("persons_of_concern":[{"age":true}])"), "/persons_of_concern/0/age"},
      {Base(R"("perpetrator":[])"), "/perpetrator"},
      {Base(R"("already_reported":"school")"), "/already_reported"},
      {Base(R"("advice_wanted":["image_sent"])"), "/advice_wanted"},
      {Base(R"("reporter":{"safe_contact":{"method":[]}})"), "/reporter/safe_contact/method"},
      {Base(R"("reporter":{"safe_contact":{"methods":[{}]}})"), "/reporter/safe_contact/methods/0"},
      {"", ""},
      {"[]", ""},
      {"null", ""},
      {"{\"audience\":\"child\",\"concerns\":[]", ""},
      {R"({"audience":"child","concerns":[]} x)", ""},
      {"{\"audience\":\"child\",\"concerns\":[],\"summary\":\"\xff\"}", ""},
      {std::string(100'000, '['), ""},
      {Base("\"summary\":\"" + std::string(kMaxReportBytes, 'a') + "\""), ""},
      {Base("\"" + std::string(5'000, 'k') + "\":1"), ""},
  };
  for (const auto& [text, pointer] : cases) {
    const auto report = ParseReport(text);
    ASSERT_FALSE(report) << text.substr(0, 200);
    EXPECT_EQ(report.error().pointer, pointer) << report.error().reason;
    EXPECT_FALSE(report.error().reason.empty());
    EXPECT_LT(report.error().ToString().size(), 900U);
  }
}

TEST(ReportJson, RefusesAKeyThatIsGivenTwice) {
  const auto report =
      ParseReport(R"({"audience":"child","concerns":["grooming"],"circumstances":["image_sent"],)"
                  R"("circumstances":[]})");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().reason, "gives a key twice in one object");
}

TEST(ReportJson, SaysWhatIsAllowed) {
  const auto report = ParseReport(R"({"audience":"child","concerns":[],"children":[{"age":200}]})");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().ToString(),
            "/children/0/age: must be a whole number from 0 to 120, or null");
}

RC_GTEST_PROP(ReportJson, WhatIsWrittenReadsBack, ()) {
  const Report report = *AnyReport();
  const std::string json = ToJson(report);
  const auto back = ParseReport(json);
  RC_ASSERT(back.has_value());
  RC_ASSERT(*back == report);
  RC_ASSERT(ToJson(*back) == json);
}

RC_GTEST_PROP(ReportJson, DamagedInputIsRefusedOrRead, ()) {
  std::string json = ToJson(*AnyReport());
  const auto edits = *rc::gen::inRange(1, 5);
  for (int i = 0; i < edits; ++i) {
    json[*rc::gen::inRange<std::size_t>(0, json.size())] = *rc::gen::arbitrary<char>();
  }
  if (const auto report = ParseReport(json)) {
    const auto again = ParseReport(ToJson(*report));
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == *report);
  } else {
    RC_ASSERT(base::IsUtf8(report.error().ToString()));
  }
}

}  // namespace
}  // namespace safety::safeguarding
