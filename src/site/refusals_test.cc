// What does not go as planned, each as a page in plain words with its status.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/site_for_tests.h"

namespace safety::site {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kDanger = "/report/child/danger";
constexpr const char* kWords = "/report/child/what-happened";

class Refusals : public ::testing::Test {
 protected:
  Refusals() : browser(site.router()) { browser.Visit("/report/child"); }

  SiteForTests site;
  Browser browser;
};

TEST_F(Refusals, AMissingAnswerIsAskedForOnItsPage) {
  browser.Submit(kDanger, {{"danger", "no"}});
  const Seen page = browser.Post("/report/child/concerns");
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.Title(), StartsWith("Error: "));
  EXPECT_THAT(page.body, HasSubstr("govuk-error-summary"));
  EXPECT_THAT(page.body, HasSubstr("href=\"#concerns\""));
  EXPECT_THAT(page.body, HasSubstr("id=\"concerns-error\""));
  EXPECT_EQ(browser.Visit("/report/child").address, "/report/child/concerns");
}

TEST_F(Refusals, AFaultyAnswerStaysAsTyped) {
  WalkToCheck(browser, "child", {{"contact", {{"contact", "email"}}}});
  const Seen page = browser.Post("/report/child/contact-email", {{"email", "<b>sam at home"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, HasSubstr("value=\"&lt;b&gt;sam at home\""));
  EXPECT_THAT(page.body, HasSubstr("must be an email address"));
  EXPECT_EQ(browser.Post("/report/child/about-you", {{"age", "250"}}).status, 422);
}

TEST_F(Refusals, WhatVisitorsWriteIsOnlyEverText) {
  const std::string hostile = "</textarea><script>alert(1)</script>\"'&";
  const Seen check = WalkToCheck(browser, "child",
                                 {{"what-happened", {{"what_happened", hostile}}},
                                  {"person-names", {{"person_usernames", hostile}}}});
  for (const Seen& page : {check, browser.Get(kWords), browser.Get("/report/child/people")}) {
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
    EXPECT_THAT(page.body, HasSubstr("&lt;script&gt;alert"));
  }
}

TEST_F(Refusals, AMissingOrForeignTokenSavesNothingAndShowsTheWayBack) {
  browser.Submit(kDanger, {{"danger", "no"}});
  Browser stranger(site.router());
  stranger.Visit("/report/child");
  for (const std::string& token : {std::string(), stranger.token(), browser.token() + "x"}) {
    Browser forged(site.router());
    forged.SetCookie(browser.cookie());
    const Seen page = forged.PostRaw("/report/child/concerns",
                                     Encode({{"concerns", "grooming"}, {"csrf", token}}));
    EXPECT_EQ(page.status, 403);
    EXPECT_THAT(page.body, HasSubstr("href=\"/report/child/concerns\""));
  }
  EXPECT_EQ(browser.PostRaw("/report/child/concerns", "concerns=grooming").status, 403);
  EXPECT_EQ(browser.Visit("/report/child").address, "/report/child/concerns");
}

TEST_F(Refusals, EveryFormIsHeldToItsToken) {
  WalkToCheck(browser, "child");
  for (const char* address : {kDanger, "/report/child/person-names/1", "/report/child/check",
                              "/report/child/people/1/remove"}) {
    EXPECT_EQ(browser.PostRaw(address, "").status, 403) << address;
  }
  browser.Submit("/report/child/check");
  EXPECT_EQ(browser.PostRaw("/report/another", "").status, 403);
  EXPECT_EQ(site.store.commits(), 1U);
}

TEST_F(Refusals, AFormFromAnotherSiteIsForeign) {
  for (const char* site_of_origin : {"cross-site", "same-site"}) {
    const Seen page = browser.Send({.method = http::Method::kPost,
                                    .path = kDanger,
                                    .content_type = "application/x-www-form-urlencoded",
                                    .sec_fetch_site = site_of_origin,
                                    .body = Encode({{"danger", "no"}, {"csrf", browser.token()}})});
    EXPECT_EQ(page.status, 403) << site_of_origin;
  }
  EXPECT_EQ(site.draft_store.size(), 0U);
}

TEST_F(Refusals, AFormWithoutACookieIsForeign) {
  browser.SetCookie("");
  const Seen page = browser.Post(kDanger, {{"danger", "no"}});
  EXPECT_EQ(page.status, 403);
  EXPECT_THAT(page.body, HasSubstr("cookie"));
  EXPECT_THAT(page.body, HasSubstr("href=\"/\""));
}

TEST_F(Refusals, ATamperedCookieOpensNothing) {
  browser.Submit(kDanger, {{"danger", "no"}});
  const std::string good = browser.cookie();
  for (const std::string& cookie :
       {good + "A", good.substr(0, good.size() - 1), std::string("__Host-report="),
        std::string("__Host-report=%00"), good + "; " + good, std::string("report=x")}) {
    browser.SetCookie(cookie);
    EXPECT_EQ(browser.Get("/report/child/concerns").location, "/") << cookie;
  }
  std::string other = good;
  other[other.size() - 5] = other[other.size() - 5] == 'A' ? 'B' : 'A';
  browser.SetCookie(other);
  EXPECT_EQ(browser.Get("/report/child/concerns").status, 410);
}

struct HostileForm {
  const char* name;
  std::string body;
  int status;
  const char* says;
};

TEST_F(Refusals, HostileFieldsAreNamedAndNothingIsSaved) {
  const std::string token = "&csrf=" + browser.token();
  const HostileForm forms[] = {
      {"unknown", "danger=no&surprise=1" + token, 400, "surprise"},
      {"unknown, with markup", "%3Cimg%20src%3Dx%3E=1" + token, 400, "&lt;img src=x&gt;"},
      {"NUL byte", "danger=no%00" + token, 400, "danger"},
      {"broken UTF-8", "danger=%ff%fe" + token, 400, "danger"},
      {"over-long", "danger=" + std::string(70'000, 'x') + token, 400, "danger"},
      {"over-long name", std::string(200, 'n') + "=1" + token, 400, "nnn"},
      {"half an escape", "danger=%4" + token, 400, ""},
      {"no name", "=1" + token, 400, ""},
      {"no such option", "danger=maybe" + token, 422, "danger-error"},
      {"two of one", "danger=yes&danger=no" + token, 422, "danger-error"},
  };
  for (const HostileForm& form : forms) {
    const Seen page = browser.PostRaw(kDanger, form.body);
    EXPECT_EQ(page.status, form.status) << form.name;
    EXPECT_THAT(page.body, HasSubstr(form.says)) << form.name;
    EXPECT_THAT(page.body, HasSubstr("govuk-template")) << form.name;
    EXPECT_EQ(site.draft_store.size(), 0U) << form.name;
  }
}

TEST_F(Refusals, TooManyFieldsAreRefused) {
  std::string body = "csrf=" + browser.token();
  for (int i = 0; i < 300; ++i) {
    body += "&danger=no";
  }
  EXPECT_EQ(browser.PostRaw(kDanger, body).status, 400);
}

TEST_F(Refusals, AnotherContentTypeIsRefused) {
  const Seen page = browser.Send({.method = http::Method::kPost,
                                  .path = kDanger,
                                  .content_type = "application/json",
                                  .sec_fetch_site = "same-origin",
                                  .body = "{\"danger\":\"no\"}"});
  EXPECT_EQ(page.status, 400);
}

TEST_F(Refusals, SendHasNoFieldsButItsToken) {
  WalkToCheck(browser, "child");
  const Seen page = browser.Post("/report/child/check", {{"priority", "P4"}});
  EXPECT_EQ(page.status, 400);
  EXPECT_THAT(page.body, HasSubstr("priority"));
  EXPECT_EQ(site.store.commits(), 0U);
}

TEST_F(Refusals, SendBeforeTheEndLeadsToTheNextQuestion) {
  browser.Submit(kDanger, {{"danger", "no"}});
  EXPECT_EQ(browser.Post("/report/child/check").location, "/report/child/concerns");
  EXPECT_EQ(site.store.commits(), 0U);
}

TEST_F(Refusals, ADraftWhoseHourHasPassedIsExplained) {
  browser.Submit(kDanger, {{"danger", "no"}});
  site.clock.Advance(std::chrono::minutes{61});
  for (const char* address : {"/report/child/concerns", "/report/child/check"}) {
    const Seen page = browser.Get(address);
    EXPECT_EQ(page.status, 410) << address;
    EXPECT_THAT(page.body, HasSubstr("one hour")) << address;
  }
  EXPECT_EQ(browser.Post("/report/child/concerns", {{"concerns", "grooming"}}).status, 410);
  EXPECT_EQ(browser.Post("/report/child/check").status, 410);
  // Starting again works at once.
  EXPECT_EQ(WalkToSent(browser, "child").address, "/report/sent");
}

TEST_F(Refusals, TheConfirmationOfNothingSaysSo) {
  EXPECT_EQ(browser.Get("/report/sent").status, 410);
  browser.Submit(kDanger, {{"danger", "no"}});
  EXPECT_EQ(browser.Visit("/report/sent").address, "/report/child/concerns");
  browser.SetCookie("");
  EXPECT_EQ(browser.Get("/report/sent").status, 410);
}

TEST_F(Refusals, UnknownPagesAndWrongMethodsHavePages) {
  for (const char* address : {"/nowhere", "/report/nobody", "/report/nobody/danger",
                              "/report/child/nowhere", "/help/nowhere", "/report/nobody/check"}) {
    const Seen page = browser.Get(address);
    EXPECT_EQ(page.status, 404) << address;
    EXPECT_THAT(page.body, HasSubstr("govuk-template")) << address;
  }
  EXPECT_EQ(browser.Post("/report/nobody/check").status, 404);
  EXPECT_EQ(browser.Post("/report/child/nowhere").status, 404);
  EXPECT_EQ(browser.Post("/").status, 405);
  EXPECT_EQ(browser.Get("/report/another").status, 404);
}

TEST_F(Refusals, EveryMissHasAPageInPlainWords) {
  for (const http::Miss miss :
       {http::Miss::kMalformed, http::Miss::kUnknownPath, http::Miss::kWrongMethod,
        http::Miss::kTimeout, http::Miss::kBodyTooLarge, http::Miss::kHeaderTooLarge,
        http::Miss::kFailed}) {
    const http::Response page = site.router().MissPage(miss, nullptr);
    EXPECT_EQ(page.status, http::StatusOf(miss));
    EXPECT_THAT(page.body, HasSubstr("<h1"));
    EXPECT_THAT(page.body, HasSubstr("href=\"/exit\""));
  }
}

TEST(FirstVisit, FromAnotherSiteDoesNotReplaceACookieThatWasNotSent) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen begun = browser.Send({.path = "/report/child", .sec_fetch_site = "cross-site"});
  EXPECT_EQ(begun.location, "/");
  EXPECT_EQ(begun.Header("Set-Cookie"), "");
}

}  // namespace
}  // namespace safety::site
