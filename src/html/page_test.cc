#include "html/page.h"

#include <gtest/gtest.h>

#include <string>

namespace safety::html {
namespace {

PageOptions PublicPage() {
  return {.title = "What is your name? - Safety Centre <demo>",
          .assets = {.style = "/assets/public.1.css",
                     .script = "/assets/public.2.js",
                     .icon = "/assets/icon.3.svg"},
          .quick_exit = {.skip_link_text = "Leave this site quickly",
                         .button = {.redirect_url = "/exit", .text = "Leave this site"}},
          .header = Header({.name = "Safety Centre"}),
          .before_main = Html("<a class=\"govuk-back-link\" href=\"/\">Back</a>"),
          .main = Html("<h1>What is your name?</h1>"),
          .footer = Footer(
              {.links_heading = "More", .links = {{.href = "/help/cookies", .text = "Cookies"}}})};
}

std::size_t Count(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(Page, PutsEverythingInItsPlace) {
  const std::string page = Page(PublicPage()).text();
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">"));
  const std::string_view in_order[] = {
      "<title>What is your name? - Safety Centre &lt;demo&gt;</title>",
      "name=\"viewport\"",
      "rel=\"stylesheet\" href=\"/assets/public.1.css\"",
      "<script type=\"module\" src=\"/assets/public.2.js\"></script>",
      "href=\"#main-content\" class=\"govuk-skip-link\"",
      "govuk-js-exit-this-page-skiplink",
      "<header",
      "Safety Centre</span>",
      "</header>",
      "govuk-js-exit-this-page-button",
      "govuk-back-link",
      "<main class=\"govuk-main-wrapper\" id=\"main-content\">",
      "<h1>What is your name?</h1>",
      "</main>",
      "<footer",
      "href=\"/help/cookies\"",
      "</html>\n"};
  std::size_t at = 0;
  for (const std::string_view part : in_order) {
    at = page.find(part, at);
    ASSERT_NE(at, std::string::npos) << part;
  }
  EXPECT_EQ(Count(page, "href=\"/exit\""), 2U) << "the button and the skip link";
}

TEST(Page, HasNoInlineScriptOrStyleAndNothingFromElsewhere) {
  const std::string page = Page(PublicPage()).text();
  EXPECT_EQ(Count(page, "<script"), Count(page, "<script type=\"module\" src=\"/assets/"));
  for (const std::string_view part :
       {"<style", " style=", " onclick=", "href=\"http", "src=\"http", "url("}) {
    EXPECT_EQ(Count(page, part), 0U) << part;
  }
}

TEST(Page, NeedsNoWayOut) {
  PageOptions options = PublicPage();
  options.quick_exit = {};
  const std::string page = Page(options).text();
  EXPECT_EQ(Count(page, "exit"), 0U);
  EXPECT_EQ(Count(page, "class=\"govuk-skip-link"), 1U);
}

}  // namespace
}  // namespace safety::html
