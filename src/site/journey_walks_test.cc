// Whole journeys over the shipped content: from a door to a reference, with the detours on the way.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/site_for_tests.h"

namespace safety::site {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class EveryJourney : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryJourney, LeadsFromItsDoorToAReferenceAndAReturnCode) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen start = browser.Get("/");
  EXPECT_EQ(start.status, 200);
  EXPECT_THAT(start.body, HasSubstr("href=\"/report/" + GetParam() + "\""));

  const Seen check = WalkToCheck(browser, GetParam());
  ASSERT_EQ(check.address, "/report/" + GetParam() + "/check");
  EXPECT_EQ(check.status, 200);
  EXPECT_EQ(site.draft_store.size(), 1U);
  EXPECT_EQ(site.store.commits(), 0U) << "nothing is stored before Send";

  const Seen sent = browser.Submit(check.address);
  EXPECT_EQ(sent.address, "/report/sent");
  EXPECT_EQ(sent.status, 200);
  EXPECT_TRUE(base::Reference::Parse(ReferenceOn(sent)).has_value()) << ReferenceOn(sent);
  EXPECT_TRUE(vault::ReturnCode::Parse(CodeOn(sent), ShippedCodeWords()).has_value());
  EXPECT_EQ(site.store.commits(), 1U);
  EXPECT_EQ(site.draft_store.size(), 0U) << "the draft is erased once the report is durable";

  const auto queue = site.store.ListQueue({});
  ASSERT_EQ(queue->rows.size(), 1U);
  EXPECT_EQ(queue->rows.front().reference.text(), ReferenceOn(sent));
  EXPECT_EQ(safeguarding::IdOf(queue->rows.front().audience), GetParam());
}

TEST_P(EveryJourney, ShowsTheConfirmationAgainAfterAReloadAndOnTheWayBack) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen sent = WalkToSent(browser, GetParam());
  const Seen again = browser.Get("/report/sent");
  EXPECT_EQ(ReferenceOn(again), ReferenceOn(sent));
  EXPECT_EQ(CodeOn(again), CodeOn(sent));
  const std::string report = "/report/" + GetParam();
  for (const std::string& address :
       {report, report + "/danger", report + "/concerns", report + "/check"}) {
    EXPECT_EQ(browser.Get(address).location, "/report/sent") << address;
  }
  EXPECT_EQ(browser.Post(report + "/danger", {{"danger", "no"}}).location, "/report/sent");
  EXPECT_EQ(browser.Post(report + "/check").location, "/report/sent");
  EXPECT_EQ(site.store.commits(), 1U);
}

TEST_P(EveryJourney, SpeaksToItsOwnAudienceAfterwards) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen sent = WalkToSent(browser, GetParam());
  const datafile::Catalogue& words = ShippedContent().words();
  const std::string now = words["sent.now." + GetParam()];
  EXPECT_THAT(sent.body, HasSubstr(html::Html(html::Text(now)).text()));
  EXPECT_THAT(sent.body, Not(HasSubstr("P1")));
}

INSTANTIATE_TEST_SUITE_P(Audiences, EveryJourney,
                         ::testing::Values("child", "parent", "professional", "concerned_adult"));

TEST(Journey, BeginsWithACookieAndTheFirstQuestion) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen begun = browser.Get("/report/child");
  EXPECT_EQ(begun.status, 303);
  EXPECT_EQ(begun.location, "/report/child/danger");
  EXPECT_THAT(begun.Header("Set-Cookie"),
              ::testing::AllOf(StartsWith("__Host-report="), HasSubstr("HttpOnly"),
                               HasSubstr("SameSite=Strict"), HasSubstr("Secure")));
  const Seen page = browser.Get(begun.location);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.Heading(), "Is anyone in danger right now?");
  EXPECT_EQ(page.Header("Cache-Control"), "no-store");
  EXPECT_THAT(page.body, HasSubstr("href=\"/exit\""));
  EXPECT_THAT(page.body, HasSubstr("govuk-js-exit-this-page-skiplink"));
  EXPECT_THAT(page.body, HasSubstr("novalidate"));
  EXPECT_THAT(page.body, Not(HasSubstr(" checked"))) << "nothing is preselected";
  EXPECT_EQ(site.draft_store.size(), 0U) << "a look costs no row";
}

TEST(Journey, ResumesWhereTheAnswersEnd) {
  SiteForTests site;
  Browser browser(site.router());
  browser.Visit("/report/child");
  browser.Submit("/report/child/danger", {{"danger", "no"}});
  browser.Submit("/report/child/concerns", {{"concerns", "grooming"}});
  EXPECT_EQ(browser.Visit("/report/child").address, "/report/child/now");
  EXPECT_EQ(browser.Visit("/report/child/check").address, "/report/child/now");
  EXPECT_EQ(browser.Visit("/report/child/contact").address, "/report/child/now");
  EXPECT_EQ(browser.Visit("/report/child/concerns").address, "/report/child/concerns");
  WalkOn(browser, browser.Visit("/report/child"));
  EXPECT_EQ(browser.Visit("/report/child").address, "/report/child/check");
}

TEST(Journey, ShowsAnAnswerAgainOnItsPage) {
  SiteForTests site;
  Browser browser(site.router());
  browser.Visit("/report/child");
  browser.Submit("/report/child/danger", {{"danger", "not_sure"}});
  const Seen page = browser.Get("/report/child/danger");
  EXPECT_THAT(page.body, HasSubstr("value=\"not_sure\" checked"));
}

TEST(Journey, ShowsGuidanceForWhatWasChosenAndEndsKindly) {
  SiteForTests site;
  Browser browser(site.router());
  browser.Visit("/report/child");
  browser.Submit("/report/child/danger", {{"danger", "no"}});
  browser.Submit("/report/child/concerns", {{"concerns", "cyberbullying"}});
  const Seen guidance = browser.Submit("/report/child/hidden-risks", {{"hidden_risks", "none"}});
  EXPECT_EQ(guidance.address, "/report/child/guidance");
  const Article& article = *ShippedContent().FindGuidance("cyberbullying", "child");
  EXPECT_THAT(guidance.body, HasSubstr(article.body.text()));
  EXPECT_THAT(guidance.body, HasSubstr(html::Html(html::Text(article.title)).text()));
  const Seen end = browser.Submit("/report/child/guidance", {{"tell_us", "no"}});
  EXPECT_EQ(end.address, "/report/child/help-elsewhere");
  EXPECT_THAT(end.body, Not(HasSubstr("<form")));
  EXPECT_EQ(browser.Visit("/report/child/check").address, "/report/child/help-elsewhere");
}

TEST(Journey, KeepsTheAnswersThatFitBehindAnotherDoor) {
  SiteForTests site;
  Browser browser(site.router());
  browser.Visit("/report/child");
  browser.Submit("/report/child/danger", {{"danger", "no"}});
  browser.Submit("/report/child/concerns", {{"concerns", "grooming"}});
  browser.Visit("/report/parent");
  const Seen danger = browser.Get("/report/parent/danger");
  EXPECT_EQ(danger.status, 200);
  EXPECT_THAT(danger.body, HasSubstr("value=\"no\" checked"));
  const Seen sent = WalkToSent(browser, "parent");
  EXPECT_EQ(sent.address, "/report/sent");
  EXPECT_EQ(site.store.ListQueue({})->rows.front().audience, safeguarding::Audience::kParent);
}

TEST(Journey, StartsAnotherReportAfterOneWasSent) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen first = WalkToSent(browser, "child");
  EXPECT_THAT(first.body, HasSubstr("action=\"/report/another\""));
  EXPECT_EQ(browser.Submit("/report/another").address, "/");
  const Seen second = WalkToSent(browser, "child");
  EXPECT_EQ(second.address, "/report/sent");
  EXPECT_NE(ReferenceOn(first), ReferenceOn(second));
  EXPECT_NE(CodeOn(first), CodeOn(second));
  EXPECT_EQ(site.store.ListQueue({})->total, 2U);
}

TEST(Journey, PutsNoAnswerAndNoCodeIntoAnAddress) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen check =
      WalkToCheck(browser, "child", {{"what-happened", {{"what_happened", "Alice"}}}});
  EXPECT_THAT(check.body, HasSubstr("Alice"));
  const Seen sent = browser.Post(check.address);
  EXPECT_EQ(sent.location, "/report/sent");
  EXPECT_EQ(sent.status, 303);
}

TEST(Journey, MarksOnlyTheReportersOwnDetailsForFillingIn) {
  for (const auto& [id, journey] : ShippedContent().journeys()) {
    for (const journey::Page& page : journey.journey.pages()) {
      for (const journey::Question& question : page.questions) {
        EXPECT_TRUE(question.autocomplete.empty() || question.fills.starts_with("reporter."))
            << id << " " << question.id;
      }
    }
  }
}

}  // namespace
}  // namespace safety::site
