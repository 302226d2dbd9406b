#include "site/fit_answers.h"

#include <gtest/gtest.h>

#include "site/site_for_tests.h"

namespace safety::site {
namespace {

const journey::Journey& Parent() { return ShippedContent().FindJourney("parent")->journey; }

const base::UtcTime kToday = *base::ParseRfc3339("2026-11-24T10:00:00Z");

TEST(AnswersThatFit, KeepsWhatTheOtherJourneyAsksToo) {
  journey::Answers answers;
  answers.Set("danger", 0, {"no"});
  answers.Set("concerns", 0, {"grooming", "indecent_image"});
  const journey::Answers fitting = AnswersThatFit(Parent(), answers, kToday);
  EXPECT_TRUE(fitting.Chose("danger", "no"));
  EXPECT_TRUE(fitting.Chose("concerns", "indecent_image"));
}

TEST(AnswersThatFit, DropsUnknownQuestionsOptionsAndItems) {
  journey::Answers answers;
  answers.Set("no_such_question", 0, {"x"});
  answers.Set("danger", 0, {"no_such_option"});
  answers.Set("concerns", 1, {"grooming"});
  answers.Set("person_name", 0, {"Sam"});
  answers.SetItemCount("no_such_group", 3);
  const journey::Answers fitting = AnswersThatFit(Parent(), answers, kToday);
  EXPECT_TRUE(fitting.empty());
  EXPECT_EQ(fitting.ItemCount("no_such_group"), 0U);
}

TEST(AnswersThatFit, KeepsItemsOfAGroupThatBothHave) {
  journey::Answers answers;
  answers.SetItemCount("persons_of_concern", 2);
  answers.Set("person_name", 1, {"Sam"});
  const journey::Answers fitting = AnswersThatFit(Parent(), answers, kToday);
  EXPECT_EQ(fitting.ItemCount("persons_of_concern"), 2U);
  EXPECT_EQ(fitting.First("person_name", 1), "Sam");
}

TEST(AnswersThatFit, EveryJourneyKeepsItsOwn) {
  for (const auto& [id, journey] : ShippedContent().journeys()) {
    journey::Answers answers;
    answers.Set("danger", 0, {"yes"});
    EXPECT_TRUE(AnswersThatFit(journey.journey, answers, kToday).Chose("danger", "yes")) << id;
  }
}

}  // namespace
}  // namespace safety::site
