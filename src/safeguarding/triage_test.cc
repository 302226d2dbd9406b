#include "safeguarding/triage.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <initializer_list>

#include "safeguarding/policy_for_tests.h"
#include "safeguarding/report_for_tests.h"

namespace safety::safeguarding {
namespace {

base::UtcTime At(std::string_view time) { return *base::ParseRfc3339(time); }

const base::UtcTime kReceived = At("2026-11-24T10:00:00Z");

Report Of(Audience audience, std::initializer_list<Concern> concerns,
          std::initializer_list<Circumstance> circumstances = {}) {
  Report report;
  report.audience = audience;
  for (const Concern concern : concerns) {
    report.concerns.Add(concern);
  }
  for (const Circumstance circumstance : circumstances) {
    report.circumstances.Add(circumstance);
  }
  return report;
}

Report WithChild(Report report, std::optional<int> age, std::string date_of_birth = "") {
  Child child;
  child.age = age;
  child.date_of_birth = std::move(date_of_birth);
  report.children.push_back(child);
  return report;
}

Triage Assess(const Report& report) { return ShippedPolicy().Assess(report, kReceived); }

const Reason* Find(const Triage& triage, std::string_view rule) {
  const auto found = std::ranges::find(triage.reasons, rule, &Reason::rule);
  return found == triage.reasons.end() ? nullptr : &*found;
}

TEST(Triage, EveryP1CircumstanceIsImmediateWhateverElseIsKnown) {
  for (const Circumstance circumstance :
       {Circumstance::kThreatToLife, Circumstance::kAbuseHappeningNow,
        Circumstance::kLivestreamedNow, Circumstance::kSelfHarmOrSuicide,
        Circumstance::kCoercedSelfHarm, Circumstance::kMeetingSoon,
        Circumstance::kMissingOrWithPerson, Circumstance::kPersonLivesWithChild,
        Circumstance::kBlackmailDeadlineOrDistress}) {
    for (std::size_t concern = 0; concern < kConcernCount; ++concern) {
      const auto triage =
          Assess(Of(Audience::kParent, {static_cast<Concern>(concern)}, {circumstance}));
      EXPECT_EQ(triage.remit, Remit::kIn) << IdOf(circumstance);
      EXPECT_EQ(triage.priority, Priority::kP1) << IdOf(circumstance);
      EXPECT_EQ(triage.answer_by, kReceived + std::chrono::hours(1));
    }
    EXPECT_EQ(Assess(Of(Audience::kParent, {}, {circumstance})).priority, Priority::kP1);
  }
}

TEST(Triage, EveryP2CircumstanceIsUrgent) {
  for (const Circumstance circumstance :
       {Circumstance::kBlackmailOngoing, Circumstance::kImageSent, Circumstance::kImagesCirculating,
        Circumstance::kContactAbuseHappened, Circumstance::kPositionOfTrust}) {
    const auto triage =
        Assess(Of(Audience::kConcernedAdult, {Concern::kPeerImageSharing}, {circumstance}));
    EXPECT_EQ(triage.remit, Remit::kIn) << IdOf(circumstance);
    EXPECT_EQ(triage.priority, Priority::kP2) << IdOf(circumstance);
    EXPECT_EQ(triage.answer_by, kReceived + std::chrono::hours(24));
  }
}

struct Row {
  const char* what;
  Report report;
  Remit remit;
  Priority priority;
};

TEST(Triage, RemitAndPriority) {
  using enum Concern;
  using enum Circumstance;
  constexpr auto kAdult = Audience::kConcernedAdult;
  auto danger = Of(kAdult, {kCyberbullying});
  danger.immediate_danger = true;
  auto told = Of(kAdult, {kCyberbullying});
  told.tell_us_anyway = true;
  auto told_in = Of(kAdult, {kGrooming});
  told_in.tell_us_anyway = true;
  auto told_nothing = Of(kAdult, {});
  told_nothing.tell_us_anyway = true;
  auto advice = Of(Audience::kProfessional, {kGrooming});
  advice.advice_wanted.Add(kAdditionalVulnerability);
  auto advice_images = Of(Audience::kProfessional, {kPeerImageSharing});
  advice_images.advice_wanted.Add(kImagesCirculating);

  const Row rows[] = {
      {"in remit", Of(kAdult, {kGrooming}), Remit::kIn, Priority::kP3},
      {"both sides", Of(kAdult, {kGrooming, kCyberbullying}), Remit::kIn, Priority::kP3},
      {"not sure", Of(kAdult, {kNotSure}), Remit::kIn, Priority::kP3},
      {"not sure and outside", Of(kAdult, {kNotSure, kAccountHacked}), Remit::kIn, Priority::kP3},
      {"outside", Of(kAdult, {kAccountHacked}), Remit::kOut, Priority::kP4},
      {"outside from a child", Of(Audience::kChild, {kCyberbullying}), Remit::kOut, Priority::kP4},
      {"outside, told anyway", told, Remit::kUnclear, Priority::kP4},
      {"in remit, told anyway", told_in, Remit::kIn, Priority::kP3},
      {"nothing chosen", Of(kAdult, {}), Remit::kUnclear, Priority::kP4},
      {"nothing chosen, told anyway", told_nothing, Remit::kUnclear, Priority::kP4},
      {"nothing chosen by a child", Of(Audience::kChild, {}), Remit::kIn, Priority::kP2},
      {"danger counts as a threat to life", danger, Remit::kIn, Priority::kP1},
      {"a child in remit", Of(Audience::kChild, {kUnknownContact, kGrooming}), Remit::kIn,
       Priority::kP2},
      {"a child not sure", Of(Audience::kChild, {kNotSure}), Remit::kIn, Priority::kP2},
      {"adult and sexual", Of(kAdult, {kSexualCommunication}, {kPersonIsAdult}), Remit::kIn,
       Priority::kP2},
      {"adult asks for images", Of(kAdult, {kUnknownContact}, {kPersonIsAdult, kImagesRequested}),
       Remit::kIn, Priority::kP2},
      {"adult alone", Of(kAdult, {kGrooming}, {kPersonIsAdult}), Remit::kIn, Priority::kP3},
      {"adult alone outside", Of(kAdult, {kUnknownContact}, {kPersonIsAdult}), Remit::kOut,
       Priority::kP4},
      {"images asked for, no adult", Of(kAdult, {kUnknownContact}, {kImagesRequested}), Remit::kOut,
       Priority::kP4},
      {"facts alone", Of(kAdult, {kGrooming}, {kStillInContact, kMoneyDemanded, kEvidenceKept}),
       Remit::kIn, Priority::kP3},
      {"aggravating lifts", Of(kAdult, {kGrooming}, {kPreviousAbuse}), Remit::kIn, Priority::kP2},
      {"many lift once",
       Of(kAdult, {kGrooming},
          {kPreviousAbuse, kParentsHardToEngage, kPersonKnownOffender, kOtherChildrenInvolved,
           kUnsafeContact, kNoTrustedAdult, kAdditionalVulnerability}),
       Remit::kIn, Priority::kP2},
      {"never into P1", Of(kAdult, {kGrooming}, {kImageSent, kPreviousAbuse}), Remit::kIn,
       Priority::kP2},
      {"outside is not lifted", Of(kAdult, {kCyberbullying}, {kPreviousAbuse}), Remit::kOut,
       Priority::kP4},
      {"advice counts as the circumstance", advice, Remit::kIn, Priority::kP2},
      {"advice on images is a trip-wire", advice_images, Remit::kIn, Priority::kP2},
      {"12 in remit", WithChild(Of(kAdult, {kGrooming}), 12), Remit::kIn, Priority::kP2},
      {"13 in remit", WithChild(Of(kAdult, {kGrooming}), 13), Remit::kIn, Priority::kP3},
      {"0 in remit", WithChild(Of(kAdult, {kGrooming}), 0), Remit::kIn, Priority::kP2},
      {"12 not sure", WithChild(Of(kAdult, {kNotSure}), 12), Remit::kIn, Priority::kP3},
      {"12 outside", WithChild(Of(kAdult, {kCyberbullying}), 12), Remit::kOut, Priority::kP4},
      {"one of two is 9", WithChild(WithChild(Of(kAdult, {kGrooming}), 16), 9), Remit::kIn,
       Priority::kP2},
      {"no age", WithChild(Of(kAdult, {kGrooming}), std::nullopt), Remit::kIn, Priority::kP3},
  };
  for (const Row& row : rows) {
    const auto triage = Assess(row.report);
    EXPECT_EQ(triage.remit, row.remit) << row.what;
    EXPECT_EQ(triage.priority, row.priority) << row.what;
    EXPECT_FALSE(triage.reasons.empty()) << row.what;
  }
}

TEST(Triage, AgeFollowsFromTheDateOfBirthWhenItIsMissing) {
  struct Birth {
    std::optional<int> age;
    const char* date;
    const char* received;
    bool under_13;
  };
  const Birth births[] = {
      {{}, "2013-11-25", "2026-11-24T10:00:00Z", true},   // 13 tomorrow
      {{}, "2013-11-24", "2026-11-24T10:00:00Z", false},  // 13 today
      {{}, "2013-06-02", "2026-06-01T23:30:00Z", false},  // already tomorrow in London
      {{}, "2013-12", "2026-11-24T10:00:00Z", true},
      {{}, "2013-11", "2026-11-24T10:00:00Z", true},  // may be born on the 30th
      {{}, "2013-10", "2026-11-24T10:00:00Z", false},
      {{}, "2013", "2026-11-24T10:00:00Z", true},  // may be born in December
      {{}, "2012", "2026-11-24T10:00:00Z", false},
      {{}, "2016-02-29", "2029-02-28T10:00:00Z", true},
      {{}, "2016-02-29", "2029-03-01T10:00:00Z", false},
      {{}, "2030-01-01", "2026-11-24T10:00:00Z", true},  // a slip: nobody is sure of this age
      {{}, "", "2026-11-24T10:00:00Z", false},
      {14, "2020-01-01", "2026-11-24T10:00:00Z", false},  // the age that was given counts
      {12, "1990", "2026-11-24T10:00:00Z", true},
  };
  for (const Birth& birth : births) {
    const auto report =
        WithChild(Of(Audience::kParent, {Concern::kGrooming}), birth.age, birth.date);
    const auto triage = ShippedPolicy().Assess(report, At(birth.received));
    EXPECT_EQ(Find(triage, "child-under-13") != nullptr, birth.under_13)
        << birth.date << " at " << birth.received;
  }
}

TEST(Triage, ReasonsQuoteTheAnswers) {
  auto report = WithChild(Of(Audience::kChild, {Concern::kSexualCommunication, Concern::kGrooming},
                             {Circumstance::kPersonIsAdult}),
                          std::nullopt, "2014");
  report.immediate_danger = true;
  report.advice_wanted.Add(Circumstance::kImagesCirculating);
  const auto triage = Assess(report);
  const Reason expected[] = {
      {"in-remit-concern", "remit in",
       "Within the remit: a child is being spoken to online in a sexual way and a child is being "
       "groomed online."},
      {"trip-wire", "remit in",
       "A danger sign brings a report within the remit whatever else it is about."},
      {"threat-to-life", "floor P1",
       "Life may be at risk. Reported: somebody is in danger right now."},
      {"images-circulating", "floor P2",
       "Early removal limits how far they go. Reported: advice is wanted on this: images of a "
       "child are being passed around."},
      {"adult-and-sexual", "floor P2",
       "An adult is seeking something sexual from a child. Reported: a child is being spoken to "
       "online in a sexual way and the person is an adult."},
      {"child-under-13", "floor P2",
       "A child may be as young as 11, and under 13 nobody can consent. Reported: a child is "
       "being spoken to online in a sexual way and a child is being groomed online."},
      {"child-reports-concern", "floor P2",
       "A child is telling us themselves and may have told nobody else. Reported: a child is "
       "being spoken to online in a sexual way and a child is being groomed online."},
  };
  ASSERT_EQ(triage.reasons.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(triage.reasons[i].rule, expected[i].rule);
    EXPECT_EQ(triage.reasons[i].effect, expected[i].effect);
    EXPECT_EQ(triage.reasons[i].because, expected[i].because);
  }
}

TEST(Triage, TheLiftIsAReasonOnlyWhenItLifts) {
  const auto lifted = Assess(Of(Audience::kParent, {Concern::kGrooming},
                                {Circumstance::kPreviousAbuse, Circumstance::kNoTrustedAdult}));
  ASSERT_NE(Find(lifted, "aggravating"), nullptr);
  EXPECT_EQ(Find(lifted, "aggravating")->effect, "lift to P2");
  EXPECT_EQ(Find(lifted, "aggravating")->because,
            "It weighs heavier than it would alone. Reported: earlier abuse and the child has no "
            "trusted adult.");
  const auto floored = Assess(Of(Audience::kParent, {Concern::kGrooming},
                                 {Circumstance::kPreviousAbuse, Circumstance::kImageSent}));
  EXPECT_EQ(Find(floored, "aggravating"), nullptr);
}

TEST(Triage, PrintsWhatTheCommandLinePromises) {
  const auto report = Of(Audience::kConcernedAdult, {Concern::kAccountHacked});
  EXPECT_EQ(ToJson(ShippedPolicy().Assess(report, At("2026-12-24T12:00:00Z"))),
            R"({"remit":"out","priority":"P4","answer_by":"2027-01-05T17:00:00Z","reasons":[)"
            R"({"rule":"outside-only","effect":"remit out","because":"Outside the remit, and no )"
            R"(danger sign was named: a hacked account."}]})");
}

RC_GTEST_PROP(Triage, IsTotalAndDeterministic, ()) {
  const Report report = *AnyReport();
  const auto received = kReceived + std::chrono::minutes(*rc::gen::inRange(0, 1'000'000));
  const auto triage = ShippedPolicy().Assess(report, received);
  RC_ASSERT(triage.reasons == ShippedPolicy().Assess(report, received).reasons);
  RC_ASSERT(!triage.reasons.empty());
  RC_ASSERT(triage.answer_by > received);
  RC_ASSERT(triage.answer_by <=
            ShippedPolicy().calendar().DueAfterWorkingDays(received, 5, report.nation));
  RC_ASSERT((triage.remit == Remit::kIn) == (triage.priority <= Priority::kP3));
  for (const Reason& reason : triage.reasons) {
    RC_ASSERT(reason.because.find_first_of("{}") == std::string::npos);
  }
}

RC_GTEST_PROP(Triage, AnotherDangerSignNeverLowers, ()) {
  const Report before = *AnyReport();
  Report after = before;
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      after.circumstances.Add(
          static_cast<Circumstance>(*rc::gen::inRange(0, static_cast<int>(kCircumstanceCount))));
      break;
    case 1:
      after.concerns.Add(*rc::gen::element(Concern::kSexualCommunication, Concern::kIndecentImage,
                                           Concern::kMeetingOnlineContact, Concern::kGrooming,
                                           Concern::kNotSure));
      break;
    case 2:
      after.immediate_danger = true;
      break;
    case 3:
      after.tell_us_anyway = true;
      break;
    case 4:
      after.advice_wanted.Add(Circumstance::kPreviousAbuse);
      break;
    default:
      after = WithChild(after, *rc::gen::inRange(0, 18));
  }
  const auto low = ShippedPolicy().Assess(before, kReceived);
  const auto high = ShippedPolicy().Assess(after, kReceived);
  RC_ASSERT(high.priority <= low.priority);
  RC_ASSERT(high.answer_by <= low.answer_by);
}

}  // namespace
}  // namespace safety::safeguarding
