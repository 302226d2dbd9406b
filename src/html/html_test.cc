#include "html/html.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <concepts>
#include <string>
#include <type_traits>

namespace safety::html {
namespace {

// Text that somebody wrote does not become markup by any road; should one open, the build stops
// here. Pointers, which only the compiler's view of a value tells from a literal, are in
// must_not_compile.cxx.
template <class T>
concept BecomesMarkup = std::constructible_from<Markup, T> || std::convertible_to<T, Markup>;
template <class T>
concept BecomesHtml = std::constructible_from<Html, T> || std::assignable_from<Html&, T>;
template <class T>
concept StreamsIntoHtml = requires(Html& html, T value) { html << value; };
template <class T>
concept Joins = requires(T value) { Join(value); };

template <class T>
constexpr bool kStaysOut = !BecomesMarkup<T> && !BecomesHtml<T> && !StreamsIntoHtml<T> && !Joins<T>;
static_assert(kStaysOut<std::string>);
static_assert(kStaysOut<const std::string&>);
static_assert(kStaysOut<std::string_view>);
static_assert(!std::convertible_to<std::string, Text>, "to escape is to say so");
static_assert(StreamsIntoHtml<Text> && StreamsIntoHtml<Html> && Joins<Text>);

TEST(Html, EscapesTextAndKeepsLiterals) {
  struct Case {
    std::string_view text;
    std::string_view html;
  };
  const Case cases[] = {
      {"", ""},
      {"plain", "plain"},
      {"<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"},
      {"\" onmouseover=\"x", "&quot; onmouseover=&quot;x"},
      {"&amp;", "&amp;amp;"},
      {"back\\slash", "back&#92;slash"},
      {"Siân & Zoë <3", "Siân &amp; Zoë &lt;3"},
  };
  for (const Case& c : cases) {
    Html html;
    html << "<p>" << Text(c.text) << "</p>";
    EXPECT_EQ(html.text(), "<p>" + std::string(c.html) + "</p>");
    EXPECT_EQ(Html(Text(c.text)).text(), c.html);
  }
}

RC_GTEST_PROP(Html, TextNeverBreaksOut, (const std::string& text)) {
  const std::string html = Attribute("title", text).text();
  RC_ASSERT(html.starts_with(" title=\""));
  RC_ASSERT(html.ends_with("\""));
  const std::string_view inside = std::string_view(html).substr(8, html.size() - 9);
  RC_ASSERT(inside.find_first_of("<>\"'\\") == std::string_view::npos);
}

TEST(Html, WritesNumbers) {
  Html html;
  html << std::size_t{0} << " " << 18446744073709551615U;
  EXPECT_EQ(html.text(), "0 18446744073709551615");
}

TEST(Html, JoinsPartsInOrder) {
  const std::string name = "<Ann>";
  const Html bold = Join("<b>", Text(name), "</b>");
  EXPECT_EQ(Join("<p>", bold, " and ", bold, "</p>").text(),
            "<p><b>&lt;Ann&gt;</b> and <b>&lt;Ann&gt;</b></p>");
  EXPECT_EQ(
      Join("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16")
          .text(),
      "12345678910111213141516");
}

TEST(Html, WritesAttributesWithAndWithoutValue) {
  Html html;
  html << Attributes{{"data-step", "2 \"of\" 3"}, {"hidden", {}}, {"title", ""}};
  EXPECT_EQ(html.text(), " data-step=\"2 &quot;of&quot; 3\" hidden title=\"\"");
}

}  // namespace
}  // namespace safety::html
