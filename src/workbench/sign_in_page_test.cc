#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "workbench/workbench_for_tests.h"

namespace safety::workbench {
namespace {

class SignInPageTest : public testing::Test {
 protected:
  SignInPageTest() { browser_.Get("/sign-in"); }

  WorkbenchForTests centre_;
  Browser browser_{centre_.router()};
};

TEST_F(SignInPageTest, NobodyGetsPastTheDoorUnknown) {
  Browser stranger(centre_.router());
  for (const char* address : {"/", "/case/ABC-DEF-GHJ", "/accounts"}) {
    const Seen seen = stranger.Get(address);
    EXPECT_EQ(seen.status, 303) << address;
    EXPECT_EQ(seen.location, "/sign-in") << address;
  }
  EXPECT_EQ(stranger.Post("/sign-out").location, "/sign-in");
  const Seen ended = browser_.Get("/");
  EXPECT_EQ(ended.location, "/sign-in?ended=1");
  EXPECT_TRUE(browser_.Get(ended.location).Says("Your session has ended"));
}

TEST_F(SignInPageTest, SignsInAndOut) {
  const std::string before = browser_.cookie();
  const Seen home = browser_.Submit("/sign-in", centre_.SignInFields("advisor"));
  EXPECT_EQ(home.address, "/");
  EXPECT_TRUE(home.Says("Signed in as advisor"));
  EXPECT_NE(browser_.cookie(), before);
  const std::string session = browser_.cookie();

  const Seen out = browser_.Post("/sign-out");
  EXPECT_EQ(out.location, "/sign-in?signed-out=1");
  EXPECT_EQ(browser_.cookie(), "");
  EXPECT_TRUE(browser_.Get(out.location).Says("You have signed out."));
  // A copy of the cookie is worth nothing now.
  Browser thief(centre_.router());
  thief.SetCookie(session);
  EXPECT_EQ(thief.Get("/").location, "/sign-in?ended=1");
}

TEST_F(SignInPageTest, TheCookieStaysWithUs) {
  const Seen seen = browser_.Post("/sign-in", centre_.SignInFields("advisor"));
  const std::string cookie = seen.Header("Set-Cookie");
  for (const char* part : {"__Host-session=", "Secure", "HttpOnly", "SameSite=Strict", "Path=/"}) {
    EXPECT_TRUE(cookie.contains(part)) << part;
  }
}

TEST_F(SignInPageTest, EmptyFieldsAreNamed) {
  const Seen seen = browser_.Post("/sign-in", {{"name", ""}, {"passphrase", ""}, {"code", ""}});
  EXPECT_EQ(seen.status, 400);
  EXPECT_TRUE(seen.Title().starts_with("Error: "));
  for (const char* field : {"name", "passphrase", "code"}) {
    EXPECT_TRUE(seen.Says("href=\"#" + std::string(field) + "\"")) << field;
    EXPECT_TRUE(seen.Says("id=\"" + std::string(field) + "-error\"")) << field;
  }
}

TEST_F(SignInPageTest, WhatIsWrongIsNotSaidAndNothingSecretComesBack) {
  auto wrong_passphrase = centre_.SignInFields("advisor");
  wrong_passphrase[1].second = "another horse battery";
  auto wrong_code = centre_.SignInFields("advisor");
  wrong_code[2].second = "000000a";
  auto unknown = centre_.SignInFields("advisor");
  unknown[0].second = "nobody";
  std::string said;
  for (const auto& fields : {wrong_passphrase, wrong_code, unknown}) {
    const Seen seen = browser_.Post("/sign-in", fields);
    EXPECT_EQ(seen.status, 403);
    EXPECT_TRUE(seen.Says("The name, passphrase or code is wrong. Check all three"));
    EXPECT_TRUE(seen.Says("value=\"" + fields[0].second + "\""));
    EXPECT_FALSE(seen.Says(fields[1].second));
    EXPECT_FALSE(seen.Says(fields[2].second));
    EXPECT_EQ(centre_.LastAction(), "sign_in_refused");
  }
}

TEST_F(SignInPageTest, ACodeWorksOnce) {
  const auto fields = centre_.SignInFields("advisor");
  ASSERT_EQ(browser_.Post("/sign-in", fields).status, 303);
  Browser other(centre_.router());
  other.Get("/sign-in");
  const Seen seen = other.Post("/sign-in", fields);
  EXPECT_EQ(seen.status, 403);
  EXPECT_TRUE(seen.Says("This code has been used"));
}

TEST_F(SignInPageTest, SpacesInTheCodeAndAroundTheNameAreForgiven) {
  auto fields = centre_.SignInFields("advisor");
  fields[0].second = " Advisor ";
  fields[2].second.insert(3, 1, ' ');
  EXPECT_EQ(browser_.Post("/sign-in", fields).location, "/");
}

TEST_F(SignInPageTest, TooManyTriesAreSlowedDown) {
  for (int i = 0; i < 5; ++i) {
    auto fields = centre_.SignInFields("advisor");
    fields[1].second = "guess number " + std::to_string(i);
    EXPECT_EQ(browser_.Post("/sign-in", fields).status, 403);
  }
  EXPECT_EQ(browser_.Post("/sign-in", centre_.SignInFields("advisor")).status, 429);
  centre_.clock.Advance(std::chrono::minutes(15));
  EXPECT_EQ(browser_.Post("/sign-in", centre_.SignInFields("advisor")).status, 303);
}

TEST_F(SignInPageTest, ForeignFormsAreRefused) {
  const auto fields = centre_.SignInFields("advisor");
  const std::string token = browser_.token();
  browser_.SetToken("forged");
  EXPECT_EQ(browser_.Post("/sign-in", fields).status, 403);
  browser_.SetToken("");
  EXPECT_EQ(browser_.Post("/sign-in", fields).status, 403);
  http::FormFields whole = fields;
  whole.emplace_back("csrf", token);
  const Seen foreign = browser_.Send({.method = http::Method::kPost,
                                      .path = "/sign-in",
                                      .content_type = "application/x-www-form-urlencoded",
                                      .sec_fetch_site = "cross-site",
                                      .body = http::Encode(whole)});
  EXPECT_EQ(foreign.status, 403);
  EXPECT_EQ(browser_.PostRaw("/sign-in", "name=%zz").status, 400);
  browser_.SetToken(token);
  EXPECT_EQ(browser_.Post("/sign-in", fields).status, 303);
}

TEST_F(SignInPageTest, TroubleWithTheStoreIsNoFaultOfTheirs) {
  centre_.store.SetReadError(casework::StoreError::kUnavailable);
  const auto fields = centre_.SignInFields("advisor");
  const Seen seen = browser_.Post("/sign-in", fields);
  EXPECT_EQ(seen.status, 503);
  EXPECT_EQ(seen.Header("Retry-After"), "10");
  centre_.store.SetReadError(std::nullopt);
  centre_.store.SetCommitError(casework::StoreError::kUnavailable);
  EXPECT_EQ(browser_.Post("/sign-in", fields).status, 503);
  centre_.store.SetCommitError(std::nullopt);
  browser_.Get("/sign-in");
  EXPECT_EQ(browser_.Post("/sign-in", fields).status, 303);
}

TEST_F(SignInPageTest, ASessionEndsWhenItIsLeftAlone) {
  ASSERT_EQ(browser_.Submit("/sign-in", centre_.SignInFields("advisor")).address, "/");
  centre_.clock.Advance(std::chrono::minutes(29));
  EXPECT_EQ(browser_.Get("/").status, 200);
  centre_.clock.Advance(std::chrono::minutes(30));
  EXPECT_EQ(browser_.Get("/").location, "/sign-in?ended=1");
}

}  // namespace
}  // namespace safety::workbench
