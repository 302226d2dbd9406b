#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "casework/report_from_answers.h"
#include "content/shipped.h"
#include "content/walk.h"

namespace safety::content {
namespace {

using journey::Fields;
using journey::Stop;
using safeguarding::Circumstance;
using safeguarding::Concern;
using safeguarding::Report;

TEST(ShippedJourneys, FillOnlyWhatReportsHave) {
  for (const char* audience : kAudiences) {
    const auto fits = casework::CheckJourney(Shipped(audience).journey, audience);
    EXPECT_TRUE(fits) << fits.error().ToString();
  }
}

/// The report of somebody who sends these fields, whichever page they are on.
Report ReportOf(const char* audience, const std::multimap<std::string, std::string>& sent) {
  const journey::Journey& journey = Shipped(audience).journey;
  const Walked walked = Walk(journey, [&sent](const Stop& stop) {
    Fields fields;
    for (const journey::Question& question : stop.page->questions) {
      for (const std::string part : {"", "-day", "-month", "-year"}) {
        const auto [first, last] = sent.equal_range(question.id + part);
        for (auto field = first; field != last; ++field) {
          fields.emplace_back(field->first, field->second);
        }
      }
    }
    return fields;
  });
  EXPECT_TRUE(walked.path.reaches_check) << walked.path.stops.back().page->id;
  return casework::ReportFromAnswers(journey, walked.answers, walked.path, "en");
}

TEST(ShippedJourneys, AChildsShortestWayMakesAReport) {
  const Report report =
      ReportOf("child", {{"concerns", "not_sure"}, {"what_happened", "He scares me"}});
  EXPECT_EQ(report.audience, safeguarding::Audience::kChild);
  EXPECT_TRUE(report.concerns.Has(Concern::kNotSure));
  EXPECT_EQ(report.summary, "He scares me");
  EXPECT_TRUE(report.circumstances.empty());
  EXPECT_FALSE(report.immediate_danger);
}

TEST(ShippedJourneys, WhatAChildTellsIsInTheReport) {
  const Report report = ReportOf("child", {{"danger", "yes"},
                                           {"concerns", "indecent_image"},
                                           {"now", "meeting_soon"},
                                           {"pictures", "blackmail_ongoing"},
                                           {"person", "person_is_adult"},
                                           {"you", "no_trusted_adult"},
                                           {"what_happened", "He wants money"},
                                           {"wishes", "I want it to stop"},
                                           {"name", "Mei"},
                                           {"age", "12"},
                                           {"area", "Leeds"},
                                           {"person_usernames", "night.owl\nowl_2"},
                                           {"person_platforms", "snapchat"},
                                           {"another_person", "no"},
                                           {"contact", "return_code"}});
  EXPECT_TRUE(report.immediate_danger);
  for (const Circumstance held :
       {Circumstance::kThreatToLife, Circumstance::kMeetingSoon, Circumstance::kBlackmailOngoing,
        Circumstance::kPersonIsAdult, Circumstance::kNoTrustedAdult}) {
    EXPECT_TRUE(report.circumstances.Has(held)) << IdOf(held);
  }
  ASSERT_EQ(report.children.size(), 1U);
  EXPECT_EQ(report.children[0].name, "Mei");
  EXPECT_EQ(report.children[0].age, 12);
  EXPECT_EQ(report.children[0].postcode, "Leeds");
  EXPECT_EQ(report.children[0].wishes, "I want it to stop");
  ASSERT_EQ(report.persons_of_concern.size(), 1U);
  ASSERT_EQ(report.persons_of_concern[0].identifiers.size(), 2U);
  EXPECT_EQ(report.persons_of_concern[0].identifiers[1].value, "owl_2");
  EXPECT_EQ(report.persons_of_concern[0].identifiers[1].platform, "snapchat");
  EXPECT_EQ(report.reporter.safe_contact.methods, std::vector<std::string>{"return_code"});
}

TEST(ShippedJourneys, WhatAProfessionalTellsIsInTheReport) {
  const Report report = ReportOf("professional", {{"danger", "no"},
                                                  {"concerns", "grooming"},
                                                  {"right_now", "none"},
                                                  {"person_facts", "position_of_trust"},
                                                  {"what_happened", "Late messages"},
                                                  {"child_name", "Cerys Llywelyn"},
                                                  {"child_date_of_birth-year", "2014"},
                                                  {"another_child", "no"},
                                                  {"know_person", "yes"},
                                                  {"person_name", "Dan"},
                                                  {"another_person", "no"},
                                                  {"know_involved", "yes"},
                                                  {"involved_role", "Social worker"},
                                                  {"another_involved", "no"},
                                                  {"already_reported", "yes"},
                                                  {"reported_by", "The club"},
                                                  {"advice", "previous_abuse"},
                                                  {"nation", "wales"},
                                                  {"reporter_organisation", "Ysgol Glan Morfa"},
                                                  {"contact", "email"},
                                                  {"email", "dsl@example.org"},
                                                  {"contact_risk", "yes"},
                                                  {"contact_never", "Ring the home"}});
  EXPECT_EQ(report.nation, safeguarding::Nation::kWales);
  EXPECT_TRUE(report.circumstances.Has(Circumstance::kPositionOfTrust));
  EXPECT_TRUE(report.circumstances.Has(Circumstance::kUnsafeContact));
  EXPECT_TRUE(report.advice_wanted.Has(Circumstance::kPreviousAbuse));
  ASSERT_EQ(report.children.size(), 1U);
  EXPECT_EQ(report.children[0].date_of_birth, "2014");
  ASSERT_EQ(report.persons_of_concern.size(), 1U);
  EXPECT_EQ(report.persons_of_concern[0].name, "Dan");
  ASSERT_EQ(report.professionals_involved.size(), 1U);
  EXPECT_EQ(report.professionals_involved[0].role, "Social worker");
  EXPECT_EQ(report.already_reported.by, "The club");
  EXPECT_EQ(report.reporter.organisation, "Ysgol Glan Morfa");
  EXPECT_EQ(report.reporter.email, "dsl@example.org");
  EXPECT_EQ(report.reporter.safe_contact.notes, "Ring the home");
}

TEST(ShippedJourneys, TellingUsAnywayIsInTheReport) {
  for (const char* audience : kAudiences) {
    SCOPED_TRACE(audience);
    const Report report = ReportOf(audience, {{"danger", "no"},
                                              {"concerns", "cyberbullying"},
                                              {"hidden_risks", "none"},
                                              {"tell_us", "yes"},
                                              {"what_happened", "Mean words"},
                                              {"know_child", "no"},
                                              {"another_child", "no"},
                                              {"know_person", "no"},
                                              {"another_person", "no"},
                                              {"know_involved", "no"},
                                              {"already_reported", "no"},
                                              {"nation", "unknown"},
                                              {"contact", "return_code"}});
    EXPECT_TRUE(report.tell_us_anyway);
    EXPECT_TRUE(report.concerns.Has(Concern::kCyberbullying));
    EXPECT_TRUE(report.circumstances.empty());
  }
}

}  // namespace
}  // namespace safety::content
