#include "html/markdown.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace safety::html {
namespace {

struct Case {
  std::string_view markdown;
  std::string_view html;
};

TEST(Markdown, WritesTheClassesOfTheSite) {
  const Case cases[] = {
      {"", ""},
      {"# One\n## Two\n### Three\n#### Four",
       "<h1 class=\"govuk-heading-l\">One</h1>\n<h2 class=\"govuk-heading-m\">Two</h2>\n"
       "<h3 class=\"govuk-heading-s\">Three</h3>\n<h4 class=\"govuk-heading-s\">Four</h4>\n"},
      {"One *two* **three** `four`  \nfive\nsix",
       "<p class=\"govuk-body\">One <em>two</em> <strong>three</strong> <code>four</code><br>\n"
       "five\nsix</p>\n"},
      {"- one\n- two",
       "<ul class=\"govuk-list govuk-list--bullet\">\n<li>one</li>\n<li>two</li>\n</ul>\n"},
      {"3. three\n4. four",
       "<ol class=\"govuk-list govuk-list--number\" start=\"3\">\n<li>three</li>\n"
       "<li>four</li>\n</ol>\n"},
      {"- one\n\n- two",
       "<ul class=\"govuk-list govuk-list--bullet\">\n<li><p class=\"govuk-body\">one</p>\n</li>\n"
       "<li><p class=\"govuk-body\">two</p>\n</li>\n</ul>\n"},
      {"> apart", "<div class=\"govuk-inset-text\">\n<p class=\"govuk-body\">apart</p>\n</div>\n"},
      {"    a < b", "<pre><code>a &lt; b\n</code></pre>\n"},
      {"---",
       "<hr class=\"govuk-section-break govuk-section-break--m "
       "govuk-section-break--visible\">\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Markdown(c.markdown).text(), c.html) << c.markdown;
}

TEST(Markdown, LinksOnlyWhereLinksMayLead) {
  const Case cases[] = {
      {"[a](/help/999)", "<a class=\"govuk-link\" href=\"/help/999\">a</a>"},
      {"[a](#next)", "<a class=\"govuk-link\" href=\"#next\">a</a>"},
      {"[a](tel:0800-1111)", "<a class=\"govuk-link\" href=\"tel:0800-1111\">a</a>"},
      {"<help@example.org>",
       "<a class=\"govuk-link\" href=\"mailto:help@example.org\">help@example.org</a>"},
      {"[a](https://example.org/?a=1&b='2')",
       "<a class=\"govuk-link\" href=\"https://example.org/?a=1&amp;b=&#39;2&#39;\" "
       "rel=\"noreferrer\">a</a>"},
      {"[a](http://example.org)", "a"},
      {"[a](javascript:alert(1))", "a"},
      {"[a](JaVaScRiPt:alert(1))", "a"},
      {"[a](data:text/html,x)", "a"},
      {"[a](//example.org)", "a"},
      {"[a](</\\example.org>)", "a"},
      {"[a](</ example.org>)", "a"},
      {"[a](relative)", "a"},
      {"[a]()", "a"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Markdown(c.markdown).text(),
              "<p class=\"govuk-body\">" + std::string(c.html) + "</p>\n")
        << c.markdown;
  }
}

TEST(Markdown, LeavesOutRawHtmlAndImages) {
  EXPECT_EQ(Markdown("a <b onclick=\"x\">c</b>").text(), "<p class=\"govuk-body\">a c</p>\n");
  EXPECT_EQ(Markdown("<script>alert(1)</script>\n").text(), "");
  EXPECT_EQ(Markdown("![a cat](https://example.org/cat.png)").text(),
            "<p class=\"govuk-body\">a cat</p>\n");
}

RC_GTEST_PROP(Markdown, WritesOnlyTagsOfItsOwn, (const std::string& text)) {
  const std::string html = Markdown(text).text();
  for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
    const std::string_view rest = std::string_view(html).substr(at + 1);
    const std::string_view name = rest.substr(rest.starts_with('/') ? 1 : 0);
    bool known = false;
    for (const std::string_view tag :
         {"p", "h", "ul", "ol", "li", "div", "pre", "code", "em", "strong", "a", "br"}) {
      known = known || name.starts_with(tag);
    }
    RC_ASSERT(known);
    RC_ASSERT(rest.substr(0, rest.find('>')).find(" on") == std::string_view::npos);
  }
}

}  // namespace
}  // namespace safety::html
