#include "journey/answers.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safety::journey {
namespace {

using namespace std::string_literals;

rc::Gen<std::string> AnyName() {
  return rc::gen::element<std::string>("a", "b", "child_name", "concerns", "z");
}

rc::Gen<Answers> AnyAnswers() {
  return rc::gen::exec([] {
    Answers answers;
    for (int left = *rc::gen::inRange(0, 12); left > 0; --left) {
      answers.Set(*AnyName(), *rc::gen::inRange(0U, 4U), *rc::gen::arbitrary<Answers::Values>());
    }
    for (int left = *rc::gen::inRange(0, 3); left > 0; --left) {
      answers.SetItemCount(*AnyName(), *rc::gen::inRange(0U, 5U));
      answers.MarkSeen(*AnyName());
    }
    return answers;
  });
}

TEST(Answers, AreFoundAsTheyWereGiven) {
  Answers answers;
  EXPECT_TRUE(answers.empty());
  answers.Set("danger", 0, {"no"});
  answers.Set("name", 1, {});
  EXPECT_FALSE(answers.empty());
  EXPECT_EQ(answers.First("danger"), "no");
  EXPECT_EQ(answers.First("danger", 1), "");
  EXPECT_EQ(answers.First("name", 1), "");
  EXPECT_NE(answers.Find("name", 1), nullptr);
  EXPECT_EQ(answers.Find("name"), nullptr);
  EXPECT_TRUE(answers.Chose("danger", "no"));
  EXPECT_FALSE(answers.Chose("danger", "yes"));
  EXPECT_FALSE(answers.Chose("absent", ""));
  answers.Set("danger", 0, {"yes", "no"});
  EXPECT_EQ(*answers.Find("danger"), (Answers::Values{"yes", "no"}));
  answers.Erase("danger");
  answers.Erase("absent");
  EXPECT_EQ(answers.Find("danger"), nullptr);
}

TEST(Answers, CountItemsAndRememberPages) {
  Answers answers;
  answers.SetItemCount("children", 2);
  EXPECT_EQ(answers.ItemCount("children"), 2U);
  answers.SetItemCount("children", 0);
  EXPECT_EQ(answers.ItemCount("children"), 0U);
  EXPECT_FALSE(answers.HasSeen("call-999"));
  answers.MarkSeen("call-999");
  EXPECT_TRUE(answers.HasSeen("call-999"));
  EXPECT_TRUE(answers.empty());
}

TEST(Answers, LaterItemsMoveUpWhenOneGoes) {
  Answers answers;
  answers.Set("name", 0, {"Ann"});
  answers.Set("name", 1, {"Bea"});
  answers.Set("age", 1, {"9"});
  answers.Set("name", 2, {"Cat"});
  answers.Set("other", 1, {"kept"});
  answers.SetItemCount("children", 3);
  const std::vector<std::string> questions = {"name", "age", "school"};
  answers.RemoveItem("children", questions, 3);
  EXPECT_EQ(answers.ItemCount("children"), 3U);
  answers.RemoveItem("children", questions, 1);
  EXPECT_EQ(answers.ItemCount("children"), 2U);
  EXPECT_EQ(answers.First("name", 0), "Ann");
  EXPECT_EQ(answers.First("name", 1), "Cat");
  EXPECT_EQ(answers.Find("name", 2), nullptr);
  EXPECT_EQ(answers.Find("age", 1), nullptr);
  EXPECT_EQ(answers.First("other", 1), "kept");
}

RC_GTEST_PROP(Answers, RemovingTheLastAddedItemUndoesAddingIt, ()) {
  Answers before = *AnyAnswers();
  const auto items = *rc::gen::inRange(1U, 4U);
  before.SetItemCount("children", items);
  before.Erase("name", items);
  Answers after = before;
  after.Set("name", items, {"x"});
  after.SetItemCount("children", items + 1);
  after.RemoveItem("children", {"name"}, items);
  RC_ASSERT(after == before);
}

RC_GTEST_PROP(Answers, RemovingAnItemKeepsTheOthersInOrder, ()) {
  const auto names = *rc::gen::nonEmpty<std::vector<Answers::Values>>();
  const auto gone = *rc::gen::inRange<std::size_t>(0, names.size());
  Answers answers;
  Answers expected;
  std::uint32_t place = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    answers.Set("name", static_cast<std::uint32_t>(i), names[i]);
    if (i != gone) {
      expected.Set("name", place++, names[i]);
    }
  }
  answers.SetItemCount("children", static_cast<std::uint32_t>(names.size()));
  expected.SetItemCount("children", place);
  answers.RemoveItem("children", {"name"}, static_cast<std::uint32_t>(gone));
  RC_ASSERT(answers == expected);
}

RC_GTEST_PROP(Answers, BytesBringThemBack, ()) {
  const Answers answers = *AnyAnswers();
  const auto back = Answers::Deserialise(answers.Serialise());
  RC_ASSERT(back.has_value());
  RC_ASSERT(*back == answers);
}

RC_GTEST_PROP(Answers, OneValueHasOneSpelling, ()) {
  std::string bytes = (*AnyAnswers()).Serialise();
  const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
  bytes[at] = static_cast<char>(*rc::gen::arbitrary<std::uint8_t>());
  if (const auto answers = Answers::Deserialise(bytes)) {
    RC_ASSERT(answers->Serialise() == bytes);
  }
}

RC_GTEST_PROP(Answers, ShortenedBytesAreRefused, ()) {
  const std::string bytes = (*AnyAnswers()).Serialise();
  const auto size = *rc::gen::inRange<std::size_t>(0, bytes.size());
  RC_ASSERT(!Answers::Deserialise(std::string_view(bytes).substr(0, size)).has_value());
}

TEST(Answers, RefusesWhatSerialiseWouldNotWrite) {
  const std::string none = "\0\0\0\0"s;
  const std::string one = "\1\0\0\0"s;
  const std::string two = "\2\0\0\0"s;
  const std::string a = one + "a";
  const std::string b = one + "b";
  const std::string answer_a = a + none + none;
  const std::string answer_b = b + none + none;
  EXPECT_TRUE(Answers::Deserialise(one + none + none + none).has_value());
  EXPECT_TRUE(Answers::Deserialise(one + two + answer_a + answer_b + none + none).has_value());
  const std::pair<const char*, std::string> cases[] = {
      {"nothing", ""},
      {"another version", two + none + none + none},
      {"bytes at the end", one + none + none + none + "\0"s},
      {"answers out of order", one + two + answer_b + answer_a + none + none},
      {"an answer twice", one + two + answer_a + answer_a + none + none},
      {"groups out of order", one + none + two + b + one + a + one + none},
      {"no items", one + none + one + a + none + none},
      {"pages out of order", one + none + none + two + b + a},
      {"a page twice", one + none + none + two + a + a},
      {"more answers than bytes", one + "\xff\xff\xff\xff" + none + none},
      {"more values than bytes", one + one + a + none + "\xff\xff\xff\x7f" + none + none},
      {"a text longer than the bytes", one + one + "\xff\xff\xff\xff" + none + none},
  };
  for (const auto& [name, bytes] : cases) {
    EXPECT_FALSE(Answers::Deserialise(bytes).has_value()) << name;
  }
}

}  // namespace
}  // namespace safety::journey
