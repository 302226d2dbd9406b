#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/shipped.h"
#include "content/walk.h"

namespace safety::content {
namespace {

using journey::AnswerType;
using journey::Fields;
using journey::Question;
using journey::Stop;

const std::vector<std::string> kInRemit = {"sexual_communication", "indecent_image",
                                           "meeting_online_contact", "grooming"};
const std::vector<std::string> kOutside = {"cyberbullying", "account_hacked", "unknown_contact",
                                           "peer_image_sharing"};
const std::vector<std::string> kCircumstances = {"threat_to_life",
                                                 "abuse_happening_now",
                                                 "livestreamed_now",
                                                 "self_harm_or_suicide",
                                                 "coerced_self_harm",
                                                 "meeting_soon",
                                                 "missing_or_with_person",
                                                 "person_lives_with_child",
                                                 "blackmail_deadline_or_distress",
                                                 "blackmail_ongoing",
                                                 "image_sent",
                                                 "images_circulating",
                                                 "contact_abuse_happened",
                                                 "position_of_trust",
                                                 "person_is_adult",
                                                 "previous_abuse",
                                                 "additional_vulnerability",
                                                 "parents_hard_to_engage",
                                                 "person_known_offender",
                                                 "other_children_involved",
                                                 "unsafe_contact",
                                                 "no_trusted_adult",
                                                 "still_in_contact",
                                                 "images_requested",
                                                 "money_demanded",
                                                 "evidence_kept"};
/// What only an adult would know: a child is not asked.
const std::set<std::string> kNotAskedOfChildren = {"parents_hard_to_engage",
                                                   "person_known_offender"};

/// The chosen options by question; every other question is passed over as lightly as it allows:
/// the last option where one must be chosen, a word where words are needed, else nothing.
class LightVisitor {
 public:
  explicit LightVisitor(std::map<std::string, std::vector<std::string>> chosen)
      : chosen_(std::move(chosen)) {}

  Fields operator()(const Stop& stop) const {
    Fields fields;
    for (const Question& question : stop.page->questions) {
      if (const auto found = chosen_.find(question.id); found != chosen_.end()) {
        for (const std::string& option : found->second) {
          fields.emplace_back(question.id, option);
        }
      } else if (question.required) {
        fields.emplace_back(question.id, Lightest(question));
      }
    }
    return fields;
  }

 private:
  static std::string Lightest(const Question& question) {
    switch (question.type) {
      case AnswerType::kSingle:
      case AnswerType::kMany:
        return question.options.back().id;
      case AnswerType::kEmail:
        return "somebody@example.com";
      case AnswerType::kPhone:
        return "07700 900123";
      default:
        return "It happened.";
    }
  }

  std::map<std::string, std::vector<std::string>> chosen_;
};

/// What to choose so that the walk comes by the page of `question`.
std::map<std::string, std::vector<std::string>> WayTo(const std::string& question) {
  if (question == "hidden_risks") {
    return {{"concerns", {"cyberbullying"}}};
  }
  return {{"concerns", {"not_sure"}}};
}

class EachJourney : public testing::TestWithParam<const char*> {
 protected:
  [[nodiscard]] const journey::Journey& journey() const { return Shipped(GetParam()).journey; }
};
INSTANTIATE_TEST_SUITE_P(Shipped, EachJourney, testing::ValuesIn(kAudiences),
                         [](const auto& audience) { return std::string(audience.param); });

TEST_P(EachJourney, IsOfItsAudience) {
  EXPECT_EQ(journey().id(), GetParam());
  EXPECT_EQ(journey().audience(), GetParam());
}

TEST_P(EachJourney, AsksAboutDangerFirst) {
  ASSERT_EQ(journey().first_page().questions.size(), 1U);
  EXPECT_EQ(journey().first_page().questions[0].fills, "immediate_danger");
  const Walked walked = Walk(journey(), LightVisitor({{"danger", {"yes"}}}));
  ASSERT_GE(walked.path.stops.size(), 2U);
  EXPECT_EQ(walked.path.stops[1].page->id, "call-999");
  EXPECT_TRUE(walked.path.reaches_check);
  EXPECT_TRUE(CircumstancesOf(walked).contains("threat_to_life"));
}

TEST_P(EachJourney, TakesEveryConcernWithinRemitAndNotSureToTheEnd) {
  std::vector<std::string> concerns = kInRemit;
  concerns.emplace_back("not_sure");
  for (const std::string& concern : concerns) {
    for (const std::string& also : {concern, kOutside[0]}) {
      const Walked walked = Walk(journey(), LightVisitor({{"concerns", {concern, also}}}));
      EXPECT_TRUE(walked.path.reaches_check) << concern << " with " << also;
      EXPECT_FALSE(walked.path.Contains(*journey().FindPage("guidance"), 0)) << concern;
    }
  }
}

TEST_P(EachJourney, LooksForHiddenRiskBeforeShowingOtherHelp) {
  for (const std::string& concern : kOutside) {
    SCOPED_TRACE(concern);
    const Walked none = Walk(
        journey(),
        LightVisitor({{"concerns", {concern}}, {"hidden_risks", {"none"}}, {"tell_us", {"no"}}}));
    EXPECT_TRUE(none.path.Contains(*journey().FindPage("hidden-risks"), 0));
    EXPECT_TRUE(none.path.Contains(*journey().FindPage("guidance"), 0));
    EXPECT_TRUE(none.path.stops.back().page->ends);

    const Walked anyway = Walk(journey(), LightVisitor({{"concerns", {concern}},
                                                        {"hidden_risks", {"not_sure"}},
                                                        {"tell_us", {"yes"}}}));
    EXPECT_TRUE(anyway.path.reaches_check);

    for (const char* risk :
         {"blackmail_ongoing", "person_is_adult", "meeting_soon", "self_harm_or_suicide"}) {
      const Walked risky =
          Walk(journey(), LightVisitor({{"concerns", {concern}}, {"hidden_risks", {risk}}}));
      EXPECT_TRUE(risky.path.reaches_check) << risk;
      EXPECT_FALSE(risky.path.Contains(*journey().FindPage("guidance"), 0)) << risk;
      EXPECT_TRUE(CircumstancesOf(risky).contains(risk));
    }
  }
}

TEST_P(EachJourney, CanSayEveryCircumstanceThatItsAudienceCanKnow) {
  std::set<std::string> said;
  for (const journey::Page& page : journey().pages()) {
    for (const Question& question : page.questions) {
      for (const journey::Option& option : question.options) {
        auto chosen = WayTo(question.id);
        chosen[question.id] = {option.id};
        if (question.id == "tell_us" || question.id == "concerns") {
          continue;
        }
        const Walked walked = Walk(journey(), LightVisitor(chosen));
        EXPECT_TRUE(IsOver(walked.path)) << question.id << " " << option.id;
        said.merge(CircumstancesOf(walked));
      }
    }
  }
  for (const std::string& circumstance : kCircumstances) {
    const bool asked =
        std::string(GetParam()) != "child" || !kNotAskedOfChildren.contains(circumstance);
    EXPECT_EQ(said.contains(circumstance), asked) << circumstance;
  }
}

TEST_P(EachJourney, SelectsNothingByMistake) {
  for (const journey::Page& page : journey().pages()) {
    for (const Question& question : page.questions) {
      for (const journey::Option& option : question.options) {
        EXPECT_FALSE(option.exclusive && !option.means.empty()) << question.id << option.id;
      }
    }
  }
}

/// Some answer of the right form, or none where none is needed.
std::vector<std::string> AnyAnswer(const Question& question) {
  if (!question.required && *rc::gen::inRange(0, 3) == 0) {
    return {};
  }
  const auto option = [&question] {
    return question.options[*rc::gen::inRange<std::size_t>(0, question.options.size())];
  };
  switch (question.type) {
    case AnswerType::kSingle:
      return {option().id};
    case AnswerType::kMany: {
      const journey::Option first = option();
      const journey::Option second = option();
      return first.exclusive || second.exclusive ? std::vector{first.id}
                                                 : std::vector{first.id, second.id};
    }
    case AnswerType::kAge:
      return {std::to_string(*rc::gen::inRange(0, 121))};
    case AnswerType::kEmail:
      return {"somebody@example.com"};
    case AnswerType::kPhone:
      return {"07700 900123"};
    case AnswerType::kDate:
      return {};
    case AnswerType::kText:
    case AnswerType::kLongText:
      return {*rc::gen::element<std::string>("a", "Zoë Żak-Li", "1 2 3")};
  }
  return {};
}

RC_GTEST_PROP(AnyWalk, ComesToCheckOrToAPageThatEnds, ()) {
  const auto audience =
      *rc::gen::elementOf(std::vector<std::string>(std::begin(kAudiences), std::end(kAudiences)));
  const Walked walked = Walk(Shipped(audience).journey, [](const Stop& stop) {
    Fields fields;
    for (const Question& question : stop.page->questions) {
      for (const std::string& value : AnyAnswer(question)) {
        fields.emplace_back(question.id, value);
      }
    }
    return fields;
  });
  RC_ASSERT(IsOver(walked.path));
}

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
