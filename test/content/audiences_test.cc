#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "content/light_visitor.h"
#include "content/shipped.h"
#include "content/walk.h"

namespace safety::content {
namespace {

using journey::Fields;
using journey::Question;
using journey::Stop;

// ---- The child's way --------------------------------------------------------------------------

TEST(ChildJourney, IsAtMostTwelveScreensWithCheckYourAnswers) {
  const journey::Journey& child = Shipped("child").journey;
  const Walked unknown = Walk(child, LightVisitor({{"concerns", {"sexual_communication"}},
                                                   {"person", {"not_known"}},
                                                   {"contact", {"return_code"}}}));
  ASSERT_TRUE(unknown.path.reaches_check);
  EXPECT_LE(unknown.path.stops.size() + 1, 10U);

  const Walked named = Walk(child, LightVisitor({{"concerns", {"sexual_communication"}},
                                                 {"person", {"person_is_adult"}},
                                                 {"another_person", {"no"}},
                                                 {"contact", {"return_code"}}}));
  ASSERT_TRUE(named.path.reaches_check);
  EXPECT_TRUE(named.path.Contains(*child.FindPage("person-names"), 0));
  EXPECT_LE(named.path.stops.size() + 1, 12U);
}

TEST(ChildJourney, AsksForNothingThatMayNotBePassedOverButTheForksAndWhatHappened) {
  std::vector<std::string> required;
  for (const journey::Page& page : Shipped("child").journey.pages()) {
    for (const Question& question : page.questions) {
      if (question.required) {
        required.push_back(question.id);
      }
    }
  }
  EXPECT_THAT(required,
              testing::ElementsAre("concerns", "hidden_risks", "tell_us", "what_happened"));
}

TEST(ChildJourney, LeavesNothingInTheBrowsersMemory) {
  for (const journey::Page& page : Shipped("child").journey.pages()) {
    for (const Question& question : page.questions) {
      EXPECT_EQ(question.autocomplete, "") << question.id;
    }
  }
}

TEST(ChildJourney, MeetsDangerAndPicturesWithHelpBeforeTheNextQuestion) {
  const journey::Journey& child = Shipped("child").journey;
  for (const char* now : {"self_harm_or_suicide", "coerced_self_harm", "abuse_happening_now",
                          "livestreamed_now", "meeting_soon", "missing_or_with_person"}) {
    const Walked walked = Walk(child, LightVisitor({{"concerns", {"grooming"}}, {"now", {now}}}));
    EXPECT_TRUE(walked.path.Contains(*child.FindPage("stay-safe"), 0)) << now;
  }
  const Walked threatened = Walk(
      child, LightVisitor({{"concerns", {"indecent_image"}}, {"pictures", {"blackmail_ongoing"}}}));
  EXPECT_TRUE(threatened.path.Contains(*child.FindPage("pictures-help"), 0));
}

// ---- The adults' ways -------------------------------------------------------------------------

TEST(AdultJourneys, AddChildrenAndPeopleOneByOne) {
  for (const char* audience : {"parent", "professional", "concerned_adult"}) {
    SCOPED_TRACE(audience);
    const journey::Journey& journey = Shipped(audience).journey;
    int children = 0;
    const LightVisitor light({{"concerns", {"grooming"}},
                              {"know_child", {"yes"}},
                              {"know_person", {"yes"}},
                              {"contact", {"email", "phone"}}});
    const Walked walked = Walk(journey, [&](const Stop& stop) {
      if (stop.page->id == "children") {
        return Fields{{"another_child", ++children < 3 ? "yes" : "no"}};
      }
      return light(stop);
    });
    EXPECT_TRUE(walked.path.reaches_check);
    EXPECT_EQ(walked.answers.ItemCount("children"), 3U);
    EXPECT_EQ(walked.answers.ItemCount("persons_of_concern"), 1U);
    EXPECT_TRUE(walked.path.Contains(*journey.FindPage("contact-email"), 0));
    EXPECT_TRUE(walked.path.Contains(*journey.FindPage("contact-phone"), 0));
  }
}

TEST(AdultJourneys, PassOverThePersonWhenNobodyKnowsThem) {
  for (const char* audience : {"parent", "professional", "concerned_adult"}) {
    const journey::Journey& journey = Shipped(audience).journey;
    const Walked walked =
        Walk(journey, LightVisitor({{"concerns", {"grooming"}}, {"know_person", {"no"}}}));
    EXPECT_TRUE(walked.path.reaches_check) << audience;
    EXPECT_FALSE(walked.path.Contains(*journey.FindPage("person-details"), 0)) << audience;
  }
}

}  // namespace
}  // namespace safety::content
