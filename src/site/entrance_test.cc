// The pages that are the same for everybody.

#include "site/entrance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>

#include "site/addresses.h"
#include "site/site_for_tests.h"

namespace safety::site {
namespace {

using ::testing::HasSubstr;

http::Response Answer(const SiteForTests& site, http::Request request) {
  std::optional<http::Response> answer;
  site.router().Dispatch(std::move(request), http::Responder([&answer](http::Response response) {
                           answer = std::move(response);
                         }));
  return *std::move(answer);
}

TEST(Start, HasFourDoorsAndSaysWhatToDoInDanger) {
  SiteForTests site;
  const Seen start = Browser(site.router()).Get("/");
  std::size_t last = 0;
  for (const safeguarding::Audience audience : kAudiences) {
    const std::size_t door =
        start.body.find("href=\"" + JourneyAddress(safeguarding::IdOf(audience)) + "\"");
    ASSERT_NE(door, std::string::npos);
    EXPECT_GT(door, last) << "the child's door comes first";
    last = door;
  }
  EXPECT_LT(start.body.find("Call 999"), start.body.find("app-doors"));
  EXPECT_EQ(start.Title(), "Tell us if someone online is worrying you – Safety Centre");
}

TEST(Start, IsWireBytesInEveryEncoding) {
  SiteForTests site;
  const http::Response start = Answer(site, {.path = "/"});
  ASSERT_NE(start.wire, nullptr);
  EXPECT_THAT(start.wire->identity, HasSubstr("200 OK"));
  EXPECT_FALSE(start.wire->brotli.empty());
  EXPECT_FALSE(start.wire->gzip.empty());
  EXPECT_EQ(start.wire, Answer(site, {.path = "/"}).wire) << "made once";
}

TEST(Start, GivesNoCookie) {
  SiteForTests site;
  Browser browser(site.router());
  for (const char* address : {"/", "/help/leaving", "/health"}) {
    browser.Get(address);
    EXPECT_EQ(browser.cookie(), "") << address;
  }
}

TEST(Help, ShowsEveryArticleUnderItsTitle) {
  SiteForTests site;
  Browser browser(site.router());
  for (const Content::Articles* articles :
       {&ShippedContent().pages(), &ShippedContent().guidance()}) {
    for (const auto& [id, article] : *articles) {
      const Seen page = browser.Get(HelpAddress(id));
      EXPECT_THAT(page.body, HasSubstr(article.body.text())) << id;
      EXPECT_EQ(page.Heading(), html::Html(html::Text(article.title)).text()) << id;
    }
  }
}

TEST(Health, IsPlain) {
  SiteForTests site;
  const http::Response health = Answer(site, {.path = "/health"});
  EXPECT_THAT(health.wire->identity, HasSubstr("text/plain"));
  EXPECT_TRUE(health.wire->identity.ends_with("\r\n\r\nok\n"));
}

TEST(Routes, AreTheOnesThatThePlanNames) {
  SiteForTests site;
  EXPECT_THAT(
      site.router().Routes(),
      ::testing::ElementsAre(
          "GET /", "GET /exit", "GET /health", "GET /help/{page}", "GET /report/sent",
          "GET /report/{journey}", "GET /report/{journey}/check", "GET /report/{journey}/{page}",
          "GET /report/{journey}/{page}/{item}", "POST /exit", "POST /report/another",
          "POST /report/{journey}/check", "POST /report/{journey}/{page}",
          "POST /report/{journey}/{page}/{item}", "POST /report/{journey}/{page}/{item}/remove"));
}

}  // namespace
}  // namespace safety::site
