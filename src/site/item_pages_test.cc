// Repeated groups and changes: add another, change, remove, and back to check-your-answers.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/site_for_tests.h"

namespace safety::site {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kList = "/report/child/people";

/// Up to "add another?" with the first person named.
Seen WalkToList(Browser& browser, const std::string& username) {
  const Seen check =
      WalkToCheck(browser, "child", {{"person-names", {{"person_usernames", username}}}});
  EXPECT_EQ(check.address, "/report/child/check");
  return browser.Get(kList);
}

TEST(Items, AreListedByNameWithChangeAndRemove) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen list = WalkToList(browser, "dragon_77\nother");
  EXPECT_EQ(list.status, 200);
  EXPECT_THAT(list.body, HasSubstr("dragon_77"));
  EXPECT_THAT(list.body, HasSubstr("href=\"/report/child/person-names/1\""));
  EXPECT_THAT(list.body, HasSubstr("action=\"/report/child/people/1/remove\" method=\"post\""));
}

TEST(Items, AddAnotherOpensTheNextOneAndAsksAgain) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToList(browser, "first_one");
  const Seen second = browser.Submit(kList, {{"another_person", "yes"}});
  EXPECT_EQ(second.address, "/report/child/person-names/2");
  EXPECT_THAT(second.body, HasSubstr("Person 2"));
  const Seen list = browser.Submit(second.address, {{"person_usernames", "second_one"}});
  EXPECT_EQ(list.address, kList);
  EXPECT_THAT(list.body, HasSubstr("first_one"));
  EXPECT_THAT(list.body, HasSubstr("second_one"));
  EXPECT_THAT(list.body, Not(HasSubstr(" checked")));
}

TEST(Items, RemoveTakesOneOutAndMovesTheOthersUp) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToList(browser, "first_one");
  browser.Submit(kList, {{"another_person", "yes"}});
  browser.Submit("/report/child/person-names/2", {{"person_usernames", "second_one"}});
  const Seen list = browser.Submit("/report/child/people/1/remove");
  EXPECT_EQ(list.address, kList);
  EXPECT_THAT(list.body, Not(HasSubstr("first_one")));
  EXPECT_THAT(list.body, HasSubstr("second_one"));
  // The last one gone, the way asks for the first again.
  EXPECT_EQ(browser.Submit("/report/child/people/1/remove").address,
            "/report/child/person-names/1");
}

TEST(Items, RemoveIsAFormAndNotALink) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToList(browser, "first_one");
  EXPECT_EQ(browser.Get("/report/child/people/1/remove").status, 405);
  EXPECT_EQ(browser.PostRaw("/report/child/people/1/remove", "").status, 403);
  EXPECT_THAT(browser.Get(kList).body, HasSubstr("first_one"));
  for (const char* address : {"/report/child/people/0/remove", "/report/child/people/x/remove",
                              "/report/child/danger/1/remove", "/report/nobody/people/1/remove"}) {
    EXPECT_EQ(browser.Post(address).status, 404) << address;
  }
}

TEST(Items, EndAtTheGroupsLimit) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToList(browser, "person 1");
  const std::uint32_t max =
      ShippedContent().FindJourney("child")->journey.FindGroup("persons_of_concern")->max_items;
  for (std::uint32_t item = 2; item <= max; ++item) {
    const std::string number = std::to_string(item);
    ASSERT_EQ(browser.Submit(kList, {{"another_person", "yes"}}).address,
              "/report/child/person-names/" + number);
    browser.Submit("/report/child/person-names/" + number,
                   {{"person_usernames", "person " + number}});
  }
  const Seen full = browser.Post(kList, {{"another_person", "yes"}});
  EXPECT_EQ(full.status, 422);
  EXPECT_THAT(full.body, HasSubstr("You can add up to " + std::to_string(max)));
  EXPECT_EQ(browser.Post(kList, {{"another_person", "no"}}).status, 303);
}

TEST(Items, ThatDoNotExistAreNoPages) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToList(browser, "first_one");
  for (const char* address :
       {"/report/child/person-names/0", "/report/child/person-names/01",
        "/report/child/person-names/1000", "/report/child/person-names/-1",
        "/report/child/person-names/x", "/report/child/person-names", "/report/child/danger/1"}) {
    EXPECT_EQ(browser.Get(address).status, 404) << address;
  }
  // Off the way: nobody has asked for a third.
  EXPECT_EQ(browser.Get("/report/child/person-names/3").location, "/report/child/check");
  EXPECT_EQ(browser.Post("/report/child/person-names/3", {{"person_name", "x"}}).location,
            "/report/child/check");
  EXPECT_THAT(browser.Get(kList).body, Not(HasSubstr("Person 3")));
}

TEST(Changes, LeadBackToCheckYourAnswers) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen check = WalkToCheck(browser, "child");
  EXPECT_THAT(check.body, HasSubstr("href=\"/report/child/what-happened?change=1\""));
  const Seen page = browser.Get("/report/child/what-happened?change=1");
  EXPECT_THAT(page.body, HasSubstr("href=\"/report/child/check\""));
  EXPECT_THAT(page.body, HasSubstr("action=\"/report/child/what-happened?change=1\""));
  const Seen changed = browser.Submit("/report/child/what-happened?change=1",
                                      {{"what_happened", "It is different"}, {"wishes", ""}});
  EXPECT_EQ(changed.address, "/report/child/check");
  EXPECT_THAT(changed.body, HasSubstr("It is different"));
}

TEST(Changes, GoThroughWhatTheyOpenAndThenComeBack) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToCheck(browser, "child", {{"contact", {{"contact", "return_code"}}}});
  const Seen opened =
      browser.Post("/report/child/contact?change=1", {{"contact", "email"}, {"contact", "phone"}});
  EXPECT_EQ(opened.location, "/report/child/contact-email?change=1");
  EXPECT_EQ(browser.Post(opened.location, {{"email", "sam@example.org"}}).location,
            "/report/child/contact-phone?change=1");
  EXPECT_EQ(
      browser.Post("/report/child/contact-phone?change=1", {{"phone", "07700900123"}}).location,
      "/report/child/contact-safe?change=1");
  EXPECT_EQ(browser.Post("/report/child/contact-safe?change=1", {}).location,
            "/report/child/check");
}

TEST(Changes, ShowAPageThatTheyOpenWithoutQuestions) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToCheck(browser, "child", {{"danger", {{"danger", "no"}}}});
  const Seen opened = browser.Submit("/report/child/danger?change=1", {{"danger", "yes"}});
  EXPECT_EQ(opened.address, "/report/child/call-999");
  EXPECT_EQ(browser.Submit("/report/child/call-999?change=1").address, "/report/child/check");
}

}  // namespace
}  // namespace safety::site
