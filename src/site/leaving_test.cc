// Leaving fast: nothing of the report stays behind.

#include "site/leaving.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/site_for_tests.h"

namespace safety::site {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Pair;
using ::testing::StartsWith;

http::Request Exit(http::Method method, std::string from) {
  return {.method = method, .path = "/exit", .sec_fetch_site = std::move(from)};
}

TEST(Leaving, ErasesTheDraftAndTheCookieAndGoesSomewhereHarmless) {
  for (const http::Method method : {http::Method::kGet, http::Method::kPost}) {
    SiteForTests site;
    Browser browser(site.router());
    browser.Visit("/report/child");
    browser.Submit("/report/child/danger", {{"danger", "no"}});
    ASSERT_EQ(site.draft_store.size(), 1U);

    const Seen left = browser.Send(Exit(method, "same-origin"));
    EXPECT_EQ(left.status, 303);
    EXPECT_EQ(left.location, ShippedContent().words()["operator.leave_for"]);
    // The order is the point: see ForgetVisitor, and test/browser for the real thing.
    EXPECT_THAT(left.headers, Contains(Pair("Set-Cookie", StartsWith("__Host-report=gone; "))));
    EXPECT_THAT(left.headers.rbegin()[1],
                Pair("Set-Cookie", AllOf(StartsWith("__Host-report=; "), HasSubstr("Max-Age=0"))));
    EXPECT_EQ(left.Header("Clear-Site-Data"), "\"cache\", \"storage\"");
    EXPECT_EQ(left.Header("Cache-Control"), "no-store");
    EXPECT_EQ(site.draft_store.size(), 0U);
    EXPECT_EQ(browser.cookie(), "");
  }
}

TEST(Leaving, LeavesNothingForTheBackButton) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToCheck(browser, "child");
  const Seen sent = WalkToSent(browser, "child");
  browser.Get("/exit");
  for (const char* address : {"/report/child/danger", "/report/child/check"}) {
    EXPECT_EQ(browser.Visit(address).address, "/") << address;
  }
  const Seen confirmation = browser.Get("/report/sent");
  EXPECT_EQ(confirmation.status, 410);
  EXPECT_FALSE(confirmation.Says(ReferenceOn(sent)));
}

TEST(Leaving, WorksWithoutACookieAndWithABrokenStore) {
  SiteForTests site;
  Browser browser(site.router());
  EXPECT_EQ(browser.Get("/exit").status, 303);
  browser.Visit("/report/child");
  browser.Submit("/report/child/danger", {{"danger", "no"}});
  site.draft_store.SetError(casework::StoreError::kUnavailable);
  EXPECT_EQ(browser.Get("/exit").status, 303);
  EXPECT_EQ(browser.cookie(), "");
}

TEST(Leaving, CannotBeDoneToAVisitorByAnotherSite) {
  SiteForTests site;
  Browser browser(site.router());
  browser.Visit("/report/child");
  const Seen led = browser.Send(Exit(http::Method::kGet, "cross-site"));
  EXPECT_EQ(led.status, 303);
  EXPECT_EQ(led.Header("Set-Cookie"), "");
  EXPECT_EQ(led.Header("Clear-Site-Data"), "");
}

TEST(Leaving, IsOfferedOnEveryPage) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen check = WalkToCheck(browser, "child");
  for (const Seen& page :
       {browser.Get("/"), browser.Get("/help/leaving"), browser.Get("/report/child/danger"), check,
        browser.Submit(check.address), browser.Get("/nowhere")}) {
    EXPECT_THAT(page.body, HasSubstr("govuk-exit-this-page")) << page.address;
    EXPECT_THAT(page.body, HasSubstr("govuk-js-exit-this-page-skiplink")) << page.address;
    EXPECT_THAT(page.body, HasSubstr("/help/leaving")) << page.address;
  }
}

}  // namespace
}  // namespace safety::site
