#include "html/govuk/normalise_html_test.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace safety::html::govuk {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

constexpr std::array<std::string_view, 18> kInline = {
    "a",     "abbr", "b",   "br",     "code", "em",   "i", "q",   "s",
    "small", "span", "sub", "strong", "sup",  "time", "u", "var", "kbd"};

struct Tag {
  std::string_view name;
  bool closes = false;
  bool is_block = false;
};

Tag TagOf(std::string_view markup) {
  Tag tag;
  tag.closes = markup.starts_with("</");
  const std::string_view rest = markup.substr(tag.closes ? 2 : 1);
  tag.name = rest.substr(0, rest.find_first_of(" \t\r\n/>"));
  tag.is_block = std::ranges::find(kInline, tag.name) == kInline.end();
  return tag;
}

/// The end of the tag that starts at `at`, past quoted values.
std::size_t TagEnd(std::string_view html, std::size_t at) {
  char quote = '\0';
  for (; at < html.size(); ++at) {
    if (quote != '\0') {
      if (html[at] == quote) quote = '\0';
    } else if (html[at] == '"' || html[at] == '\'') {
      quote = html[at];
    } else if (html[at] == '>') {
      return at + 1;
    }
  }
  return html.size();
}

std::string Collapse(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = kSpaces.find(c) != std::string_view::npos;
    if (space && out.ends_with(' ')) continue;
    out += space ? ' ' : c;
  }
  return out;
}

/// A tag with one space between its attributes, none before its end.
std::string NormaliseTag(std::string_view markup) {
  std::string out = Collapse(markup);
  for (const std::string_view end : {" >", " />"}) {
    if (out.ends_with(end)) out.replace(out.size() - end.size(), 1, "");
  }
  return out;
}

std::string NormaliseText(std::string_view text, const Tag& before, const Tag& after) {
  const std::size_t first = text.find_first_not_of(kSpaces);
  const std::size_t last = text.find_last_not_of(kSpaces);
  const bool blank = first == std::string_view::npos;
  const std::string_view lead = blank ? text : text.substr(0, first);
  const std::string_view trail = blank ? text : text.substr(last + 1);
  const auto is_indentation = [](std::string_view space) {
    return space.find('\n') != std::string_view::npos;
  };
  const bool drop_lead = before.is_block || (!before.closes && is_indentation(lead));
  const bool drop_trail = after.is_block || (after.closes && is_indentation(trail));
  if (blank) return text.empty() || drop_lead || drop_trail ? "" : " ";
  std::string out = Collapse(text);
  if (drop_lead && out.starts_with(' ')) out.erase(0, 1);
  if (drop_trail && out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

std::string NormaliseHtml(std::string_view html) {
  std::string out;
  Tag before = {.name = "", .closes = false, .is_block = true};
  std::size_t at = 0;
  while (at < html.size()) {
    const std::size_t open = std::min(html.find('<', at), html.size());
    const std::size_t end = TagEnd(html, open);
    const std::string_view markup = html.substr(open, end - open);
    const Tag after =
        markup.empty() ? Tag{.name = "", .closes = true, .is_block = true} : TagOf(markup);
    const std::string_view text = html.substr(at, open - at);
    const bool in_textarea = before.name == "textarea" && !before.closes;
    out += in_textarea ? std::string(text) : NormaliseText(text, before, after);
    out += NormaliseTag(markup);
    before = after;
    at = end;
  }
  return out;
}

namespace {

TEST(NormaliseHtml, TakesAwayOnlyWhatNobodySees) {
  struct Case {
    std::string_view html;
    std::string_view normal;
  };
  const Case cases[] = {
      {"", ""},
      {"<div\n  class=\"a\n  b\" >\n  <p> one\n two </p>\n</div>\n",
       "<div class=\"a b\"><p>one two</p></div>"},
      {"<p>\n  <span>Error:</span> Enter a name\n</p>", "<p><span>Error:</span> Enter a name</p>"},
      {"<p><span>Error:</span>Enter a name</p>", "<p><span>Error:</span>Enter a name</p>"},
      {"<a>Change<span> name</span></a>", "<a>Change<span> name</span></a>"},
      {"<a>\n  Change\n</a>", "<a>Change</a>"},
      {"<strong>a</strong>\n<span>b</span>", "<strong>a</strong> <span>b</span>"},
      {"<p>a > b</p>", "<p>a > b</p>"},
      {"<p title=\"a > b\">c</p>", "<p title=\"a > b\">c</p>"},
      {"<textarea>\n a  b </textarea>", "<textarea>\n a  b </textarea>"},
  };
  for (const Case& c : cases) EXPECT_EQ(NormaliseHtml(c.html), c.normal) << c.html;
}

}  // namespace
}  // namespace safety::html::govuk
