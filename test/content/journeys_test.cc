#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "content/light_visitor.h"
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

TEST_P(EachJourney, TakesNoneOfTheseForNothing) {
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
      return {std::to_string(*rc::gen::inRange(1990, 2027))};
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
      const std::string part = question.type == AnswerType::kDate ? "-year" : "";
      for (const std::string& value : AnyAnswer(question)) {
        fields.emplace_back(question.id + part, value);
      }
    }
    return fields;
  });
  RC_ASSERT(IsOver(walked.path));
}

}  // namespace
}  // namespace safety::content
