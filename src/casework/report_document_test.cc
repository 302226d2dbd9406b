#include "casework/report_document.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.h"
#include "safeguarding/report_for_tests.h"

namespace safety::casework {
namespace {

using safeguarding::Report;

RC_GTEST_PROP(ReportDocument, WhatIsWrittenReadsBack, ()) {
  const ReportDocument document{
      *safeguarding::AnyReport(),
      {{"Child 1", "name", "What is the \"name\"?", "Zoë\n"}, {"", "danger", "Danger?", ""}},
      {{"image-sent", "floor P2", "Because."}}};
  const auto back = ParseReportDocument(ToJson(document));
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->report == document.report);
  RC_ASSERT(back->reasons == document.reasons);
  RC_ASSERT(back->transcript.size() == 2U);
  RC_ASSERT(back->transcript[0].heading == "Child 1");
  RC_ASSERT(back->transcript[0].question == "What is the \"name\"?");
  RC_ASSERT(back->transcript[0].answer == "Zoë\n");
  RC_ASSERT(back->transcript[1].question_id == "danger");
}

TEST(ReportDocument, RefusesWhatIsNone) {
  for (const char* text :
       {"", "[]", "{}", R"({"report":{"audience":"child"}})",
        R"({"report":{"audience":"child","concerns":[]},"transcript":[1]})",
        R"({"report":{"audience":"child","concerns":[]},"more":1})",
        R"({"report":{"audience":"child","concerns":[]},"reasons":[{"rule":1}]})"}) {
    EXPECT_FALSE(ParseReportDocument(text)) << text;
  }
  EXPECT_TRUE(ParseReportDocument(R"({"report":{"audience":"child","concerns":[]}})"));
}

Report WithChildren(std::initializer_list<std::pair<const char*, std::optional<int>>> children,
                    std::string summary) {
  Report report;
  report.summary = std::move(summary);
  for (const auto& [name, age] : children) {
    auto& child = report.children.emplace_back();
    child.name = name;
    child.age = age;
  }
  return report;
}

TEST(Summary, SaysWhoAndWhatOnOneLine) {
  EXPECT_EQ(SummaryOf(WithChildren({{"Amelia", 12}}, "He writes\r\n\r\n  every night. ")),
            "Amelia (12): He writes every night.");
  EXPECT_EQ(SummaryOf(WithChildren({{"Amelia", 12}, {"Noah", {}}, {"Eva", 9}, {"", {}}}, "Help")),
            "Amelia (12), Noah and 2 more: Help");
  EXPECT_EQ(SummaryOf(WithChildren({{"", 12}}, "Help")), "Child aged 12: Help");
  EXPECT_EQ(SummaryOf(WithChildren({{"", {}}}, "Help")), "Help");
  EXPECT_EQ(SummaryOf(WithChildren({{"Amelia", {}}}, "")), "Amelia");
  EXPECT_EQ(SummaryOf(Report{}), "");

  Report concern_only = WithChildren({{"Amelia", 12}}, "");
  concern_only.concerns.Add(safeguarding::Concern::kMeetingOnlineContact);
  EXPECT_EQ(SummaryOf(concern_only), "Amelia (12): meeting online contact");
  Report username_only = WithChildren({{"", 12}}, "Help");
  username_only.children[0].identifiers.push_back({"username", "", "mia_x"});
  EXPECT_EQ(SummaryOf(username_only), "mia_x (12): Help");
}

TEST(Summary, EndsAfterAWholeWordAndCharacter) {
  std::string words;
  std::string letters;
  for (int i = 0; i < 200; ++i) {
    words += "wörter ";
    letters += "ö";
  }
  const std::string short_words = SummaryOf(WithChildren({}, words));
  EXPECT_LE(base::CountCharacters(short_words), 160U);
  EXPECT_TRUE(short_words.ends_with("wörter…")) << short_words;
  const std::string short_letters = SummaryOf(WithChildren({}, letters));
  EXPECT_EQ(base::CountCharacters(short_letters), 160U);
  EXPECT_TRUE(base::IsUtf8(short_letters));
  const std::string exact(160, 'a');
  EXPECT_EQ(SummaryOf(WithChildren({}, exact)), exact);
}

RC_GTEST_PROP(Summary, IsOneShortLineOfText, ()) {
  const std::string summary = SummaryOf(*safeguarding::AnyReport());
  RC_ASSERT(base::IsUtf8(summary));
  RC_ASSERT(base::CountCharacters(summary) <= 160U);
  RC_ASSERT(!base::HasControlCharacter(summary));
  RC_ASSERT(summary.find_first_of("\r\n\t") == std::string::npos);
}

}  // namespace
}  // namespace safety::casework
