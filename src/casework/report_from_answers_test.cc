#include "casework/report_from_answers.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "casework/journey_for_tests.h"
#include "safeguarding/limits.h"
#include "safeguarding/report_json.h"

namespace safety::casework {
namespace {

using journey::Answers;
using safeguarding::Circumstance;
using safeguarding::Concern;
using safeguarding::Report;

const base::UtcTime kToday = *base::ParseRfc3339("2026-11-24T10:00:00Z");

/// A professional's answers up to check-your-answers, with two children and one person.
Answers ProfessionalAnswers() {
  Answers answers;
  const auto set = [&](std::string_view question, Answers::Values values, std::uint32_t item = 0) {
    answers.Set(question, item, std::move(values));
  };
  set("danger", {"no"});
  set("concerns", {"grooming", "cyberbullying"});
  set("right_now", {"none"});
  set("pictures", {"images_requested"});
  set("person_facts", {"person_is_adult", "still_in_contact"});
  set("child_facts", {"not_sure"});
  set("what_happened", {"He writes every night.\nShe is afraid."});
  answers.SetItemCount("children", 2);
  set("child_name", {"Amelia"});
  set("child_also_known_as", {"Mia\nMimi"});
  set("child_age", {"12"});
  set("child_date_of_birth", {"1", "2", "2014"});
  set("child_school", {"Hill School"});
  set("child_postcode", {"CF10 1AA"});
  set("child_usernames", {"mia_x\n\n  mia.two  "});
  set("child_wishes", {"Not to tell her father"});
  set("child_name", {""}, 1);
  set("child_also_known_as", {""}, 1);
  set("child_age", {"14"}, 1);
  set("child_school", {""}, 1);
  set("child_postcode", {""}, 1);
  set("child_usernames", {""}, 1);
  set("child_wishes", {""}, 1);
  set("another_child", {"no"});
  set("know_person", {"yes"});
  answers.SetItemCount("persons_of_concern", 1);
  set("person_name", {"Max"});
  set("person_also_known_as", {""});
  set("person_age", {});
  set("person_relationship", {"Met in a game"});
  set("person_usernames", {"max_99\nmax.backup"});
  set("person_platforms", {"snapchat"});
  set("another_person", {"no"});
  set("know_involved", {"yes"});
  answers.SetItemCount("professionals_involved", 1);
  set("involved_name", {"Sam Hill"});
  set("involved_role", {"Social worker"});
  set("involved_organisation", {"Cardiff Council"});
  set("involved_contact", {"029 2000 0000"});
  set("another_involved", {"no"});
  set("already_reported", {"yes"});
  set("reported_by", {"The school"});
  set("reported_reference", {"AB-1"});
  set("advice", {"additional_vulnerability"});
  set("nation", {"wales"});
  set("reporter_name", {"Jo Reid"});
  set("reporter_role", {"Safeguarding lead"});
  set("reporter_organisation", {"Hill School"});
  set("contact", {"email", "phone"});
  set("email", {"jo@example.org"});
  set("phone", {"029 2000 0001"});
  set("contact_risk", {"yes"});
  set("contact_times", {"Mornings"});
  set("contact_never", {"Do not write to the office"});
  return answers;
}

Report ReportOf(const ShippedJourney& shipped, const Answers& answers) {
  return ReportFromAnswers(shipped.journey, answers,
                           journey::FindPath(shipped.journey, answers, kToday), "en");
}

TEST(ReportFromAnswers, FillsEveryField) {
  const auto shipped = ShippedJourney::For("professional");
  const Answers answers = ProfessionalAnswers();
  const auto path = journey::FindPath(shipped.journey, answers, kToday);
  ASSERT_TRUE(path.reaches_check) << path.stops.back().page->id;
  const auto expected = safeguarding::ParseReport(R"({
    "audience": "professional", "language": "en", "nation": "wales",
    "concerns": ["grooming", "cyberbullying"],
    "circumstances": ["images_requested", "person_is_adult", "still_in_contact", "unsafe_contact"],
    "summary": "He writes every night.\nShe is afraid.",
    "children": [
      {"name": "Amelia", "also_known_as": ["Mia", "Mimi"], "age": 12,
       "date_of_birth": "2014-02-01", "school": "Hill School", "postcode": "CF10 1AA",
       "identifiers": [{"kind": "username", "value": "mia_x"},
                       {"kind": "username", "value": "mia.two"}],
       "wishes": "Not to tell her father"},
      {"age": 14}],
    "persons_of_concern": [
      {"name": "Max", "relationship": "Met in a game",
       "identifiers": [{"kind": "username", "platform": "snapchat", "value": "max_99"},
                       {"kind": "username", "platform": "snapchat", "value": "max.backup"}]}],
    "professionals_involved": [
      {"name": "Sam Hill", "role": "Social worker", "organisation": "Cardiff Council",
       "contact": "029 2000 0000"}],
    "already_reported": {"by": "The school", "reference": "AB-1"},
    "advice_wanted": ["additional_vulnerability"],
    "reporter": {"name": "Jo Reid", "email": "jo@example.org", "phone": "029 2000 0001",
                 "organisation": "Hill School", "role": "Safeguarding lead",
                 "safe_contact": {"methods": ["email", "phone"], "times": "Mornings",
                                  "notes": "Do not write to the office"}}
  })");
  ASSERT_TRUE(expected) << expected.error().ToString();
  EXPECT_EQ(safeguarding::ToJson(ReportOf(shipped, answers)), safeguarding::ToJson(*expected));
}

TEST(ReportFromAnswers, OnlyAnswersOnThePathCount) {
  const auto shipped = ShippedJourney::For("professional");
  Answers answers = ProfessionalAnswers();
  answers.Set("know_person", 0, {"no"});
  answers.Set("already_reported", 0, {"no"});
  const Report report = ReportOf(shipped, answers);
  EXPECT_TRUE(report.persons_of_concern.empty());
  EXPECT_EQ(report.already_reported, safeguarding::AlreadyReported{});
  EXPECT_EQ(ReportOf(shipped, Answers{}).children.size(), 0U);
}

TEST(ReportFromAnswers, DangerAndWhatAnOptionMeans) {
  const auto shipped = ShippedJourney::For("professional");
  Answers answers = ProfessionalAnswers();
  answers.Set("danger", 0, {"yes"});
  Report report = ReportOf(shipped, answers);
  EXPECT_TRUE(report.immediate_danger);
  EXPECT_TRUE(report.circumstances.Has(Circumstance::kThreatToLife));
  answers.Set("danger", 0, {"not_sure"});
  answers.Set("concerns", 0, {"not_sure"});
  report = ReportOf(shipped, answers);
  EXPECT_FALSE(report.immediate_danger);
  EXPECT_FALSE(report.circumstances.Has(Circumstance::kThreatToLife));
  EXPECT_TRUE(report.concerns.Has(Concern::kNotSure));
}

TEST(ReportFromAnswers, DatesAsFarAsTheyAreKnown) {
  const auto shipped = ShippedJourney::For("professional");
  const std::pair<Answers::Values, const char*> dates[] = {
      {{"1", "2", "2014"}, "2014-02-01"},
      {{"01", "02", "2014"}, "2014-02-01"},
      {{"", "2", "2014"}, "2014-02"},
      {{"", "", "2014"}, "2014"},
      {{"3", "", "2014"}, "2014"},
      {{"31", "2", "2014"}, "2014-02"},
      {{"1", "13", "2014"}, "2014"},
      {{"1", "2", ""}, ""},
      {{"1", "2", "14"}, ""},
      {{"x", "y", "z"}, ""},
      {{"2014"}, ""},
  };
  for (const auto& [values, expected] : dates) {
    Answers answers = ProfessionalAnswers();
    const journey::Path path = journey::FindPath(shipped.journey, answers, kToday);
    answers.Set("child_date_of_birth", 0, values);
    const Report report = ReportFromAnswers(shipped.journey, answers, path, "en");
    EXPECT_EQ(report.children.at(0).date_of_birth, expected);
  }
}

TEST(ReportFromAnswers, SeveralPlatformsAreNotGuessedAt) {
  const auto shipped = ShippedJourney::For("professional");
  Answers answers = ProfessionalAnswers();
  for (const Answers::Values& platforms :
       {Answers::Values{"snapchat", "discord"}, Answers::Values{"not_sure"}, Answers::Values{}}) {
    answers.Set("person_platforms", 0, platforms);
    for (const auto& identifier : ReportOf(shipped, answers).persons_of_concern.at(0).identifiers) {
      EXPECT_EQ(identifier.platform, "");
    }
  }
}

TEST(ReportFromAnswers, WhateverIsTypedMakesAReportThatReads) {
  const auto shipped = ShippedJourney::For("professional");
  Answers answers = ProfessionalAnswers();
  std::string lines;
  for (int i = 0; i < 500; ++i) {
    lines += "a\n";
  }
  answers.Set("child_usernames", 0, {lines});
  answers.Set("child_also_known_as", 0, {lines.substr(0, 500)});
  answers.Set("what_happened", 0, {std::string(5000, '"')});
  const Report report = ReportOf(shipped, answers);
  EXPECT_EQ(report.children[0].identifiers.size(), safeguarding::kMaxIdentifiers);
  EXPECT_EQ(report.children[0].also_known_as.size(), safeguarding::kMaxNames);
  std::size_t letters = 0;
  for (const auto& identifier : report.children[0].identifiers) {
    letters += static_cast<std::size_t>(std::ranges::count(identifier.value, 'a'));
  }
  EXPECT_EQ(letters, 500U);
  const auto back = safeguarding::ParseReport(safeguarding::ToJson(report));
  ASSERT_TRUE(back) << back.error().ToString();
  EXPECT_TRUE(*back == report);
}

TEST(Transcript, KeepsTheWordsThatTheReporterSaw) {
  const auto shipped = ShippedJourney::For("professional");
  const Answers answers = ProfessionalAnswers();
  const auto path = journey::FindPath(shipped.journey, answers, kToday);
  const auto lines = TranscriptOf(shipped.journey, shipped.words, answers, path);
  const auto find = [&](std::string_view question, std::string_view heading = "") {
    return *std::ranges::find_if(lines, [&](const TranscriptLine& line) {
      return line.question_id == question && (heading.empty() || line.heading == heading);
    });
  };
  const auto& words = shipped.words;
  EXPECT_EQ(lines.front().question_id, "danger");
  EXPECT_EQ(find("danger").question, words.question("danger").label);
  EXPECT_EQ(find("danger").answer, words.question("danger").options.at("no"));
  EXPECT_EQ(find("danger").heading, "");
  EXPECT_EQ(find("concerns").answer, words.question("concerns").options.at("grooming") + "\n" +
                                         words.question("concerns").options.at("cyberbullying"));
  EXPECT_EQ(find("child_name", "Child 1").answer, "Amelia");
  EXPECT_EQ(find("child_age", "Child 2").answer, "14");
  EXPECT_EQ(find("child_name", "Child 2").answer, "");
  EXPECT_EQ(find("child_date_of_birth", "Child 1").answer, "1/2/2014");
  EXPECT_EQ(find("what_happened").answer, "He writes every night.\nShe is afraid.");
  EXPECT_TRUE(std::ranges::all_of(lines, [](const auto& line) { return !line.question.empty(); }));
}

TEST(CheckJourney, TheShippedJourneysFit) {
  for (const char* audience : {"child", "parent", "professional", "concerned_adult"}) {
    const auto shipped = ShippedJourney::For(audience);
    const auto checked = CheckJourney(shipped.journey, audience);
    EXPECT_TRUE(checked) << checked.error().ToString();
  }
}

TEST(CheckJourney, RefusesWhatAReportDoesNotHave) {
  struct Edit {
    std::string_view from;
    std::string_view to;
    std::string_view fault;
  };
  const Edit edits[] = {
      {"audience = \"professional\"", "audience = \"robot\"", "audience"},
      {"fills = \"summary\"", "fills = \"sumary\"", "no field sumary"},
      {"fills = \"child.age\"", "fills = \"child.name\"", "does not take this type"},
      {"fills = \"concerns\"", "fills = \"nation\"", "does not take this type"},
      {"{ id = \"grooming\" }", "{ id = \"gossip\" }", "gossip is not in the vocabulary"},
      {"{ id = \"person_known_offender\" }", "{ id = \"known\" }", "known is not in"},
      {"{ id = \"wales\" }", "{ id = \"france\" }", "france"},
      {"{ id = \"parents_hard_to_engage\" },\n  { id = \"previous_abuse\" },\n  { id = \"images",
       "{ id = \"image_sent\" },\n  { id = \"previous_abuse\" },\n  { id = \"images", "image_sent"},
      {"means = [\"unsafe_contact\"]", "means = [\"unsafe\"]", "unsafe is no circumstance"},
      {"max_characters = 100\nfills = \"child.name\"",
       "max_characters = 201\nfills = \"child.name\"", "at most 200"},
      {"fills = \"child.school\"", "fills = \"person.name\"", "does not belong to the items"},
      {"fills = \"child.postcode\"", "fills = \"reporter.name\"", "does not belong to the items"},
      {"max_items = 20", "max_items = 51", "at most 50"},
      {"max_characters = 1000\nfills = \"child.wishes\"",
       "max_characters = 1000\nfills = \"child.usernames\"", "another question fills the list"},
  };
  const datafile::File file = SourceFile("content/journeys/professional.toml");
  for (const Edit& edit : edits) {
    std::string text = file.text;
    const auto at = text.find(edit.from);
    ASSERT_NE(at, std::string::npos) << edit.from;
    text.replace(at, edit.from.size(), edit.to);
    const auto journey = journey::Journey::Load({file.name, text});
    ASSERT_TRUE(journey) << edit.to << ": " << journey.error().ToString();
    const auto checked = CheckJourney(*journey, file.name);
    ASSERT_FALSE(checked) << edit.to;
    EXPECT_NE(checked.error().ToString().find(edit.fault), std::string::npos)
        << checked.error().ToString();
  }
}

}  // namespace
}  // namespace safety::casework
