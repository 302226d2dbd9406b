#include "journey/path.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "journey/edit.h"
#include "journey/journey_for_tests.h"

namespace safety::journey {
namespace {

const base::UtcTime kToday = base::ParseRfc3339("2026-06-15T12:00:00Z").value();

/// "danger > concerns > child-name/2 > check"
std::string Spell(const Path& path) {
  std::string text;
  for (const Stop& stop : path.stops) {
    text += text.empty() ? "" : " > ";
    text += stop.page->id;
    if (!stop.page->group.empty()) {
      text += '/' + std::to_string(stop.item + 1);
    }
  }
  return text + (path.reaches_check ? " > check" : "");
}

class PathTest : public testing::Test {
 protected:
  [[nodiscard]] std::string Way() const { return Spell(FindPath(journey_, answers_, kToday)); }

  /// Sends a page as a browser does.
  void Send(const char* page, const Fields& fields, std::uint32_t item = 0) {
    const Stop stop{journey_.FindPage(page), item};
    ASSERT_TRUE(FindPath(journey_, answers_, kToday).Contains(*stop.page, item)) << page;
    const Submission submission = ReadSubmission(*stop.page, fields, {}, kToday);
    ASSERT_TRUE(submission.errors.empty()) << page;
    ASSERT_TRUE(submission.unknown_fields.empty()) << page;
    Store(journey_, stop, submission, answers_);
  }

  void AnswerUpToChildren() {
    Send("danger", {});
    Send("concerns", {{"concerns", "grooming"}});
    Send("child-name", {{"child_name", "Ann"}});
    Send("child-age", {{"child_age", "9"}});
  }

  const Journey journey_ = TestJourney();
  Answers answers_;
};

TEST_F(PathTest, StopsAtThePageThatNeedsAnAnswer) {
  EXPECT_EQ(Way(), "danger");
  Send("danger", {{"danger", "no"}});
  EXPECT_EQ(Way(), "danger > concerns");
  Send("concerns", {{"concerns", "grooming"}});
  EXPECT_EQ(Way(), "danger > concerns > child-name/1");
}

TEST_F(PathTest, APageOfOptionalQuestionsIsShownOnce) {
  Send("danger", {});
  EXPECT_EQ(Way(), "danger > concerns");
  AnswerUpToChildren();
  Send("children", {{"another_child", "no"}});
  const std::string before = Way();
  EXPECT_TRUE(before.ends_with(" > contact")) << before;
  Send("contact", {});
  EXPECT_EQ(Way(), before + " > check");
}

TEST_F(PathTest, APageWithoutQuestionsIsPassedWhenSeen) {
  Send("danger", {{"danger", "yes"}});
  EXPECT_EQ(Way(), "danger > call-999");
  Send("call-999", {});
  EXPECT_EQ(Way(), "danger > call-999 > concerns");
  Send("danger", {{"danger", "no"}});
  EXPECT_EQ(Way(), "danger > concerns");
}

TEST_F(PathTest, OutsideTheRemitLeadsToGuidanceAndMayStillTell) {
  Send("danger", {});
  Send("concerns", {{"concerns", "cyberbullying"}, {"concerns", "account_hacked"}});
  EXPECT_EQ(Way(), "danger > concerns > hidden-risks");
  Send("hidden-risks", {{"hidden_risks", "none"}});
  EXPECT_EQ(Way(), "danger > concerns > hidden-risks > guidance");
  Send("guidance", {{"tell_us_anyway", "no"}});
  EXPECT_EQ(Way(), "danger > concerns > hidden-risks > guidance > help");
  Send("guidance", {{"tell_us_anyway", "yes"}});
  EXPECT_EQ(Way(), "danger > concerns > hidden-risks > guidance > contact");
  Send("hidden-risks", {{"hidden_risks", "meeting_soon"}});
  EXPECT_EQ(Way(), "danger > concerns > hidden-risks > child-name/1");
}

TEST_F(PathTest, AnswersThatANewRoutePassesByAreKeptButDoNotCount) {
  Send("danger", {});
  Send("concerns", {{"concerns", "cyberbullying"}});
  Send("hidden-risks", {{"hidden_risks", "none"}});
  Send("guidance", {{"tell_us_anyway", "yes"}});
  Send("contact", {{"email", "a@b.uk"}});
  EXPECT_EQ(Way(), "danger > concerns > hidden-risks > guidance > contact > check");
  Send("concerns", {{"concerns", "grooming"}});
  EXPECT_EQ(Way(), "danger > concerns > child-name/1");
  EXPECT_EQ(answers_.First("tell_us_anyway"), "yes");
  Send("concerns", {{"concerns", "cyberbullying"}});
  EXPECT_EQ(Way(), "danger > concerns > hidden-risks > guidance > contact > check");
}

TEST_F(PathTest, WalksThroughEveryItem) {
  AnswerUpToChildren();
  EXPECT_EQ(answers_.ItemCount("children"), 1U);
  const std::string first = "danger > concerns > child-name/1 > child-age/1 > ";
  EXPECT_EQ(Way(), first + "children");
  Send("children", {{"another_child", "yes"}});
  EXPECT_EQ(answers_.ItemCount("children"), 1U);
  EXPECT_EQ(Way(), first + "children > child-name/2");
  Send("child-name", {{"child_name", "Bea"}}, 1);
  EXPECT_EQ(answers_.ItemCount("children"), 2U);
  EXPECT_EQ(Way(), first + "child-name/2 > child-age/2");
  Send("child-age", {{"child_age", "10"}}, 1);
  EXPECT_EQ(Way(), first + "child-name/2 > child-age/2 > children");
  Send("children", {{"another_child", "no"}});
  EXPECT_EQ(Way(), first + "child-name/2 > child-age/2 > children > contact");
}

TEST_F(PathTest, ANewItemCanBeLeftAgain) {
  AnswerUpToChildren();
  Send("children", {{"another_child", "yes"}});
  Send("children", {{"another_child", "no"}});
  EXPECT_EQ(answers_.ItemCount("children"), 1U);
  EXPECT_TRUE(Way().ends_with("child-age/1 > children > contact")) << Way();
}

TEST_F(PathTest, ConditionsInAGroupLookAtTheSameItem) {
  AnswerUpToChildren();
  Send("children", {{"another_child", "yes"}});
  Send("child-name", {}, 1);
  EXPECT_EQ(Way(), "danger > concerns > child-name/1 > child-age/1 > child-name/2 > children");
}

TEST_F(PathTest, AFullGroupTakesNoMore) {
  AnswerUpToChildren();
  const Group& group = *journey_.FindGroup("children");
  for (std::uint32_t item = 1; item < 3; ++item) {
    EXPECT_TRUE(MayAddItem(group, answers_));
    Send("children", {{"another_child", "yes"}});
    Send("child-name", {}, item);
  }
  EXPECT_FALSE(MayAddItem(group, answers_));
  Send("children", {{"another_child", "yes"}});
  EXPECT_TRUE(Way().ends_with("child-name/3 > children > contact")) << Way();
  answers_.SetItemCount("children", 4'000'000'000);
  EXPECT_TRUE(Way().ends_with("child-name/3 > children > contact")) << Way();
}

TEST_F(PathTest, RemovingAnItemOpensTheListAgain) {
  AnswerUpToChildren();
  Send("children", {{"another_child", "yes"}});
  Send("child-name", {{"child_name", "Bea"}}, 1);
  Send("child-age", {{"child_age", "10"}}, 1);
  Send("children", {{"another_child", "no"}});
  const Group& group = *journey_.FindGroup("children");
  RemoveItem(journey_, group, 7, answers_);
  EXPECT_TRUE(Way().ends_with("contact"));
  RemoveItem(journey_, group, 0, answers_);
  EXPECT_EQ(Way(), "danger > concerns > child-name/1 > child-age/1 > children");
  EXPECT_EQ(answers_.First("child_name"), "Bea");
  RemoveItem(journey_, group, 0, answers_);
  EXPECT_EQ(Way(), "danger > concerns > child-name/1");
}

TEST_F(PathTest, StoredAnswersThatNoLongerHoldStopIt) {
  AnswerUpToChildren();
  answers_.Set("concerns", 0, {"an_option_that_was_taken_out"});
  EXPECT_EQ(Way(), "danger > concerns");
}

TEST_F(PathTest, KnowsWhatIsBeforeAndAfter) {
  AnswerUpToChildren();
  const Path path = FindPath(journey_, answers_, kToday);
  const Page& danger = *journey_.FindPage("danger");
  const Page& name = *journey_.FindPage("child-name");
  const Page& children = *journey_.FindPage("children");
  EXPECT_FALSE(path.Before(danger, 0).has_value());
  EXPECT_EQ(path.Before(name, 0), (Stop{journey_.FindPage("concerns"), 0}));
  EXPECT_EQ(path.After(name, 0), (Stop{journey_.FindPage("child-age"), 0}));
  EXPECT_FALSE(path.After(children, 0).has_value());
  EXPECT_FALSE(path.Contains(name, 1));
  EXPECT_FALSE(path.Before(name, 1).has_value());
  EXPECT_FALSE(path.After(name, 1).has_value());
  EXPECT_FALSE(path.Contains(*journey_.FindPage("help"), 0));
}

/// A value that holds, or nothing.
Answers::Values AnyValues(const Question& question) {
  if (!question.options.empty()) {
    const auto option = *rc::gen::elementOf(question.options);
    return {option.id};
  }
  if (!question.required && *rc::gen::arbitrary<bool>()) {
    return {};
  }
  switch (question.type) {
    case AnswerType::kEmail:
      return {"a@b.uk"};
    case AnswerType::kDate:
      return {"", "", "2014"};
    case AnswerType::kAge:
      return {"9"};
    default:
      return {"07700 900123"};
  }
}

/// What somebody who goes back and forth leaves behind; sometimes with a few answers on top that
/// no browser could have sent.
rc::Gen<Answers> AnyAnswers(const Journey& journey) {
  return rc::gen::exec([&journey] {
    Answers answers;
    for (int left = *rc::gen::inRange(0, 30); left > 0; --left) {
      const Path path = FindPath(journey, answers, kToday);
      const Stop stop =
          *rc::gen::inRange(0, 4) > 0 ? path.stops.back() : *rc::gen::elementOf(path.stops);
      Submission submission;
      for (const Question& question : stop.page->questions) {
        submission.answers.emplace_back(question.id, AnyValues(question));
      }
      Store(journey, stop, submission, answers);
    }
    if (*rc::gen::inRange(0, 3) == 0) {
      for (const Page& page : journey.pages()) {
        for (const Question& question : page.questions) {
          answers.Set(question.id, *rc::gen::inRange(0U, 4U), AnyValues(question));
        }
      }
      answers.SetItemCount("children", *rc::gen::inRange(0U, 6U));
    }
    return answers;
  });
}

RC_GTEST_PROP(Path, NeverLoopsAndLeadsOnlyAlongWays, ()) {
  const Journey journey = TestJourney();
  const Answers answers = *AnyAnswers(journey);
  const Path path = FindPath(journey, answers, kToday);
  RC_ASSERT(path.stops.front() == (Stop{&journey.first_page(), 0}));
  for (std::size_t i = 0; i < path.stops.size(); ++i) {
    const Stop& stop = path.stops[i];
    RC_ASSERT(std::ranges::count(path.stops, stop) == 1);
    RC_ASSERT(path.Contains(*stop.page, stop.item));
    if (i == 0) {
      continue;
    }
    const Page& before = *path.stops[i - 1].page;
    RC_ASSERT(path.Before(*stop.page, stop.item) == path.stops[i - 1]);
    RC_ASSERT(path.After(before, path.stops[i - 1].item) == stop);
    const std::string& entered = stop.page->group;
    const bool next_item = !entered.empty() &&
                           journey.FindGroup(entered)->first_page == stop.page->id &&
                           (before.group == entered || before.lists == entered);
    RC_ASSERT(before.next == stop.page->id || next_item ||
              std::ranges::find(before.routes, stop.page->id, &Route::to) != before.routes.end());
  }
}

RC_GTEST_PROP(Path, EveryStopButTheLastHoldsItsAnswers, ()) {
  const Journey journey = TestJourney();
  const Answers answers = *AnyAnswers(journey);
  const Path path = FindPath(journey, answers, kToday);
  for (std::size_t i = 0; i + 1 < path.stops.size(); ++i) {
    RC_ASSERT(CheckPage(*path.stops[i].page, answers, path.stops[i].item, kToday).empty());
  }
}

RC_GTEST_PROP(Path, AnswersOffThePathChangeNothing, ()) {
  const Journey journey = TestJourney();
  Answers answers = *AnyAnswers(journey);
  const Path path = FindPath(journey, answers, kToday);
  for (const Page& page : journey.pages()) {
    for (std::uint32_t item = 0; item < 4; ++item) {
      if (!path.Contains(page, item)) {
        for (const Question& question : page.questions) {
          answers.Erase(question.id, item);
        }
      }
    }
  }
  RC_ASSERT(FindPath(journey, answers, kToday).stops == path.stops);
}

}  // namespace
}  // namespace safety::journey
