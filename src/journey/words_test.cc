#include "journey/words.h"

#include <gtest/gtest.h>

namespace safety::journey {
namespace {

constexpr std::string_view kStructure = R"(id = "test"
audience = "child"
[[group]]
id = "children"
first_page = "name"
[[page]]
id = "start"
next = "name"
[[page]]
id = "name"
group = "children"
next = "list"
[[page.question]]
id = "name"
type = "text"
required = true
[[page]]
id = "list"
lists = "children"
next = "check"
[[page.question]]
id = "another"
type = "single"
options = [{ id = "yes" }, { id = "no" }]
)";

constexpr std::string_view kWords = R"([page.start]
title = "Before you start"
body = """
Two lines
of *Markdown*.
"""
[page.name]
caption = "Child {item}"
[question.name]
label = "What is the name?"
missing = "Enter the name"
name = "The name"
[page.list]
title = "The children"
button = "Go on"
[question.another]
label = "Is there another child?"
hint = "Brothers and sisters too."
name = "Another child"
[question.another.option]
yes = "Yes"
no = "No"
[question.another.option_hint]
yes = "We ask about them next."
)";

const Journey& Structure() {
  static const Journey kJourney = Journey::Load({"j.toml", std::string(kStructure)}).value();
  return kJourney;
}

TEST(Words, AreFoundByPageAndQuestion) {
  const auto words = Words::Load({"w.toml", std::string(kWords)}, Structure());
  ASSERT_TRUE(words.has_value()) << words.error().ToString();
  EXPECT_EQ(words->page("start").title, "Before you start");
  EXPECT_EQ(words->page("start").body, "Two lines\nof *Markdown*.\n");
  EXPECT_EQ(words->page("name").title, "");
  EXPECT_EQ(words->page("name").caption, "Child {item}");
  EXPECT_EQ(words->page("list").button, "Go on");
  EXPECT_EQ(words->question("name").missing, "Enter the name");
  EXPECT_EQ(&words->question("name"), &words->page("name").questions.at("name"));
  const QuestionWords& another = words->question("another");
  EXPECT_EQ(another.hint, "Brothers and sisters too.");
  EXPECT_EQ(another.missing, "");
  EXPECT_EQ(another.options.at("no"), "No");
  EXPECT_EQ(another.option_hints.size(), 1U);
}

TEST(Words, AreCompleteAndNothingMore) {
  struct Change {
    const char* from;
    const char* to;
    const char* fault;
  };
  const Change changes[] = {
      {"title = \"Before you start\"\n", "", "w.toml:1: page.start.title: is missing"},
      {"[page.name]", "[page.nam]", "w.toml:1: page.name: is missing; line 7 has nam"},
      {"label = \"What is the name?\"\n", "", "w.toml:9: question.name.label: is missing"},
      {"missing = \"Enter the name\"\n", "", "w.toml:9: question.name.missing: is missing"},
      {"name = \"The name\"", "name = \"\"", "w.toml:12: question.name.name: must not be empty"},
      {"no = \"No\"\n", "", "w.toml:20: question.another.option.no: is missing"},
      {"no = \"No\"\n", "no = \"No\"\nmaybe = \"Maybe\"\n",
       "w.toml:23: question.another.option.maybe: is not a known key"},
      {"yes = \"We ask", "yess = \"We ask",
       "w.toml:24: question.another.option_hint.yess: is not a known key; is it yes?"},
      {"[question.another.option]\nyes = \"Yes\"\nno = \"No\"\n", "",
       "w.toml:16: question.another.option: is missing"},
      {"title = \"Before you start\"", "title = \"Before you start\"\ncaption = \"{item}\"",
       "w.toml:3: page.start.caption: names an item, but the page is in no group"},
      {"[page.list]", "[page.gone]\n[page.list]", "w.toml:13: page.gone: is not a known key"},
      {"[question.another]", "[question.gone]\n[question.another]",
       "w.toml:16: question.gone: is not a known key"},
      {"button = \"Go on\"", "buton = \"Go on\"",
       "w.toml:15: page.list.buton: is not a known key; is it button?"},
      {"[page.start]", "title = \"Test\"\n[page.start]", "w.toml:1: title: is not a known key"},
  };
  for (const Change& change : changes) {
    std::string text(kWords);
    const std::size_t at = text.find(change.from);
    ASSERT_NE(at, std::string::npos) << change.from;
    text.replace(at, std::string_view(change.from).size(), change.to);
    const auto words = Words::Load({"w.toml", std::move(text)}, Structure());
    EXPECT_EQ(words ? "" : words.error().ToString(), change.fault);
  }
}

}  // namespace
}  // namespace safety::journey
