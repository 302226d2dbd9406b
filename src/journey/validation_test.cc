#include "journey/validation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safety::journey {
namespace {

using namespace std::string_literals;
using Values = Answers::Values;
using enum Problem;

const base::UtcTime kToday = base::ParseRfc3339("2026-06-15T12:00:00Z").value();

Question Make(AnswerType type) {
  Question question{.id = "q", .type = type, .max_characters = 10};
  if (type == AnswerType::kSingle || type == AnswerType::kMany) {
    question.options = {{.id = "a"}, {.id = "b"}, {.id = "none", .exclusive = true}};
  }
  if (type == AnswerType::kEmail || type == AnswerType::kPhone) {
    question.max_characters = 60;
  }
  return question;
}

Submission Read(const Question& question, const Fields& fields) {
  const Page page{.id = "page", .questions = {question}};
  return ReadSubmission(page, fields, {"csrf"}, kToday);
}

struct Case {
  AnswerType type;
  Fields fields;
  Values stored;
  std::optional<Problem> problem = {};
  const char* part = "";
};

void Expect(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    const Submission read = Read(Make(c.type), c.fields);
    const std::string shown = testing::PrintToString(c.fields);
    EXPECT_TRUE(read.unknown_fields.empty()) << shown;
    ASSERT_EQ(read.answers.size(), 1U);
    EXPECT_EQ(read.answers[0].first, "q");
    EXPECT_EQ(read.answers[0].second, c.stored) << shown;
    ASSERT_EQ(read.errors.size(), c.problem ? 1U : 0U) << shown;
    if (c.problem) {
      EXPECT_EQ(read.errors[0].question, "q");
      EXPECT_EQ(read.errors[0].problem, *c.problem) << shown;
      EXPECT_EQ(read.errors[0].part, c.part) << shown;
    }
  }
}

TEST(ReadSubmission, Texts) {
  using enum AnswerType;
  Expect({
      {kText, {{"q", " Ann \r\n"}}, {"Ann"}},
      {kText, {{"q", "  "}}, {}},
      {kText, {}, {}},
      {kText, {{"q", "žluťoučký"}}, {"žluťoučký"}},
      {kText, {{"q", "0123456789"}}, {"0123456789"}},
      {kText, {{"q", "0123456789a"}}, {"0123456789a"}, kTooLong},
      {kText, {{"q", std::string(60'000, 'a')}}, {std::string(60'000, 'a')}, kTooLong},
      {kText, {{"q", "a\nb"}}, {"a\nb"}, kNotText},
      {kText, {{"q", "a\x1b[2Jb"}}, {"a[2Jb"}, kNotText},
      {kText, {{"q", "a\0b"s}}, {"ab"}, kNotText},
      {kText, {{"q", "a"}, {"q", "b"}}, {"a"}, kNotText},
      {kText, {{"q", "a"}, {"q", ""}}, {"a"}},
      {kLongText, {{"q", "\r\na\r\nb\rc\r\n"}}, {"a\nb\nc"}},
      {kLongText, {{"q", "a\x7f"}}, {"a"}, kNotText},
      {kLongText, {{"q", "a\n\n\n\n\n\n\n\n\nb"}}, {"a\n\n\n\n\n\n\n\n\nb"}, kTooLong},
  });
}

TEST(ReadSubmission, Choices) {
  using enum AnswerType;
  Expect({
      {kSingle, {{"q", "b"}}, {"b"}},
      {kSingle, {}, {}},
      {kSingle, {{"q", ""}}, {}},
      {kSingle, {{"q", "none"}}, {"none"}},
      {kSingle, {{"q", "c"}}, {}, kNotAnOption},
      {kSingle, {{"q", "<b>"}}, {}, kNotAnOption},
      {kSingle, {{"q", "a"}, {"q", "b"}}, {}, kNotText},
      {kSingle, {{"q", "a"}, {"q", "a"}}, {}, kNotText},
      {kMany, {{"q", "b"}, {"q", "a"}}, {"a", "b"}},
      {kMany, {{"q", "a"}, {"q", "a"}}, {"a"}},
      {kMany, {}, {}},
      {kMany, {{"q", "none"}}, {"none"}},
      {kMany, {{"q", "none"}, {"q", "a"}}, {"a", "none"}, kExclusiveWithOthers},
      {kMany, {{"q", "a"}, {"q", "c"}}, {"a"}, kNotAnOption},
  });
}

Fields Date(const char* day, const char* month, const char* year) {
  return {{"q-day", day}, {"q-month", month}, {"q-year", year}};
}

TEST(ReadSubmission, Dates) {
  const auto date = AnswerType::kDate;
  Expect({
      {date, Date("05", " 2 ", "2014"), {"5", "2", "2014"}},
      {date, Date("", "2", "2014"), {"", "2", "2014"}},
      {date, Date("", "", "2014"), {"", "", "2014"}},
      {date, {{"q-year", "2014"}}, {"", "", "2014"}},
      {date, Date("", "", ""), {}},
      {date, {}, {}},
      {date, Date("29", "2", "2024"), {"29", "2", "2024"}},
      {date, Date("29", "2", "2023"), {"29", "2", "2023"}, kNotADate},
      {date, Date("31", "04", "2023"), {"31", "04", "2023"}, kNotADate},
      {date, Date("32", "1", "2023"), {"32", "1", "2023"}, kNotADate, "day"},
      {date, Date("0", "1", "2023"), {"0", "1", "2023"}, kNotADate, "day"},
      {date, Date("1", "13", "2023"), {"1", "13", "2023"}, kNotADate, "month"},
      {date, Date("1", "May", "2023"), {"1", "May", "2023"}, kNotADate, "month"},
      {date, Date("1", "", "2023"), {"1", "", "2023"}, kNotADate, "month"},
      {date, Date("1", "1", ""), {"1", "1", ""}, kNotADate, "year"},
      {date, Date("", "1", ""), {"", "1", ""}, kNotADate, "year"},
      {date, Date("1", "1", "14"), {"1", "1", "14"}, kNotADate, "year"},
      {date, Date("1", "1", "20144"), {"1", "1", "20144"}, kNotADate, "year"},
      {date, Date("1", "1", "+201"), {"1", "1", "+201"}, kNotADate, "year"},
      {date, Date("-1", "1", "2014"), {"-1", "1", "2014"}, kNotADate, "day"},
      {date,
       Date("1", "1", "99999999999999999999"),
       {"1", "1", "99999999999999999999"},
       kNotADate,
       "year"},
      {date, Date("15", "6", "2026"), {"15", "6", "2026"}},
      {date, Date("16", "6", "2026"), {"16", "6", "2026"}, kDateInFuture},
      {date, Date("", "6", "2026"), {"", "6", "2026"}},
      {date, Date("", "7", "2026"), {"", "7", "2026"}, kDateInFuture},
      {date, Date("", "", "2027"), {"", "", "2027"}, kDateInFuture},
      {date, Date("1", "1", "1900"), {"1", "1", "1900"}},
      {date, Date("31", "12", "1899"), {"31", "12", "1899"}, kDateTooOld},
      {date,
       {{"q-day", "1"}, {"q-day", "2"}, {"q-month", "1"}, {"q-year", "2014"}},
       {"1", "1", "2014"},
       kNotText,
       "day"},
      {date, Date("1\n2", "1", "2014"), {"1\n2", "1", "2014"}, kNotADate, "day"},
      {date, Date("1\x01", "1", "2014"), {"1", "1", "2014"}, kNotADate, "day"},
  });
}

TEST(ReadSubmission, TheDayHasBegunInLocalTime) {
  Question question = Make(AnswerType::kDate);
  const base::UtcTime late = base::ParseRfc3339("2026-06-15T23:30:00Z").value();
  EXPECT_EQ(CheckAnswer(question, {"16", "6", "2026"}, late), std::nullopt);
  EXPECT_NE(CheckAnswer(question, {"17", "6", "2026"}, late), std::nullopt);
}

TEST(ReadSubmission, Ages) {
  const auto age = AnswerType::kAge;
  Expect({
      {age, {{"q", " 12 "}}, {"12"}},
      {age, {{"q", "0"}}, {"0"}},
      {age, {{"q", "000"}}, {"0"}},
      {age, {{"q", "009"}}, {"9"}},
      {age, {{"q", "120"}}, {"120"}},
      {age, {{"q", "121"}}, {"121"}, kAgeOutOfRange},
      {age, {{"q", "-1"}}, {"-1"}, kAgeOutOfRange},
      {age, {{"q", "99999999999999999999"}}, {"99999999999999999999"}, kAgeOutOfRange},
      {age, {{"q", "12.5"}}, {"12.5"}, kNotANumber},
      {age, {{"q", "twelve"}}, {"twelve"}, kNotANumber},
      {age, {{"q", "+12"}}, {"+12"}, kNotANumber},
      {age, {{"q", "-"}}, {"-"}, kNotANumber},
      {age, {{"q", "0x1f"}}, {"0x1f"}, kNotANumber},
      {age, {{"q", "1"}, {"q", "2"}}, {"1"}, kNotText},
  });
}

TEST(ReadSubmission, Contacts) {
  using enum AnswerType;
  for (const char* good :
       {"a@b.uk", "first.last+tag@mail.example.co.uk", "o'brien@exämple.org", "a@b.c"}) {
    Expect({{kEmail, {{"q", good}}, {good}}});
  }
  for (const char* bad : {"a", "@b.uk", "a@", "a@b", "a@.uk", "a@b.", "a@b..uk", "a b@c.uk",
                          "a@b@c.uk", "a@b.uk c@d.uk", "a\t@b.uk"}) {
    Expect({{kEmail, {{"q", bad}}, {bad}, kNotAnEmail}});
  }
  Expect({{kEmail, {{"q", "a@b.uk\nBcc: c@d.uk"}}, {"a@b.uk\nBcc: c@d.uk"}, kNotText},
          {kEmail,
           {{"q", std::string(60, 'a') + "@b.uk"}},
           {std::string(60, 'a') + "@b.uk"},
           kTooLong}});
  for (const char* good :
       {"07700 900123", "+44 (0)7700-900123", "123456", "020 7946 0000 (mum's)"}) {
    Expect({{kPhone, {{"q", good}}, {good}}});
  }
  for (const char* bad : {"12345", "none", "call me"}) {
    Expect({{kPhone, {{"q", bad}}, {bad}, kNotAPhone}});
  }
}

TEST(ReadSubmission, RequiredAnswersMayNotBeMissing) {
  using enum AnswerType;
  for (const AnswerType type : {kText, kLongText, kSingle, kMany, kDate, kAge, kEmail, kPhone}) {
    Question question = Make(type);
    question.required = true;
    const Submission read = Read(question, {{type == kDate ? "q-day" : "q", " "}});
    ASSERT_EQ(read.errors.size(), 1U);
    EXPECT_EQ(read.errors[0].problem, kMissing);
    EXPECT_EQ(read.answers[0].second, Values{});
  }
}

TEST(ReadSubmission, NamesFieldsThatThePageDoesNotHave) {
  const Page page{.id = "page", .questions = {Make(AnswerType::kText)}};
  const Submission read = ReadSubmission(
      page, {{"csrf", "x"}, {"q", "a"}, {"q-day", "1"}, {"qq", "1"}, {"", "1"}, {"Q", "1"}},
      {"csrf"}, kToday);
  EXPECT_EQ(read.unknown_fields, (std::vector<std::string>{"q-day", "qq", "", "Q"}));
  EXPECT_EQ(Read(Make(AnswerType::kDate), {{"q", "1"}, {"q-week", "1"}}).unknown_fields,
            (std::vector<std::string>{"q", "q-week"}));
}

TEST(CheckPage, LooksAtWhatIsStored) {
  Question required = Make(AnswerType::kText);
  required.required = true;
  Question other = Make(AnswerType::kMany);
  other.id = "other";
  const Page page{.id = "page", .questions = {required, other}};
  Answers answers;
  answers.Set("other", 1, {"a", "gone"});
  const auto errors = CheckPage(page, answers, 1, kToday);
  ASSERT_EQ(errors.size(), 2U);
  EXPECT_EQ(errors[0].problem, kMissing);
  EXPECT_EQ(errors[1].question, "other");
  EXPECT_EQ(errors[1].problem, kNotAnOption);
  EXPECT_EQ(CheckPage(page, answers, 0, kToday).size(), 1U);
}

RC_GTEST_PROP(ReadSubmission, WhatHoldsIsStoredSoThatItHoldsAgain, ()) {
  using enum AnswerType;
  const Question question =
      Make(*rc::gen::element(kText, kLongText, kSingle, kMany, kDate, kAge, kEmail, kPhone));
  const auto value = rc::gen::oneOf(
      rc::gen::element<std::string>("a", "b", "none", "12", "2014", "a@b.uk", " 0123456"),
      rc::gen::arbitrary<std::string>());
  const auto name = rc::gen::element<std::string>("q", "q-day", "q-month", "q-year", "x");
  const Fields fields = *rc::gen::container<Fields>(rc::gen::pair(name, value));
  const Submission read = Read(question, fields);
  const Values& stored = read.answers.at(0).second;
  if (read.errors.empty()) {
    RC_ASSERT(CheckAnswer(question, stored, kToday) == std::nullopt);
  }
  for (const std::string& text : stored) {
    RC_ASSERT(text.find_first_of("\x01\x1b\x7f"s + '\0') == std::string::npos);
  }
}

}  // namespace
}  // namespace safety::journey
