#include "datafile/document.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace safety::datafile {
namespace {

using Reader = std::function<void(Table&)>;

std::string FaultOf(std::string_view text, const Reader& read) {
  Document document = Document::Parse(text, "test.toml");
  Table root = document.root();
  read(root);
  const auto finished = document.Finish();
  return finished ? "" : finished.error().ToString();
}

TEST(Document, ReadsEveryKindOfValue) {
  Document document = Document::Parse(R"(
name = "Rose"
empty = ""
count = 3
on = true
day = 2027-01-05
words = ["a", "b"]
days = [2027-12-25, 0099-01-02]
[table]
key = "value"
[[list]]
n = 1
[[list]]
n = 2
)",
                                      "test.toml");
  Table root = document.root();
  EXPECT_EQ(root.Text("name"), "Rose");
  EXPECT_EQ(root.TextOr("empty", "fallback"), "");
  EXPECT_EQ(root.TextOr("absent", "fallback"), "fallback");
  EXPECT_EQ(root.Integer("count", 3, 3), 3);
  EXPECT_EQ(root.IntegerOr("absent", 0, 9, 7), 7);
  EXPECT_TRUE(root.BoolOr("on", false));
  EXPECT_TRUE(root.BoolOr("absent", true));
  EXPECT_EQ(root.Date("day"), "2027-01-05");
  EXPECT_EQ(root.Texts("words"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(root.Dates("days"), (std::vector<std::string>{"2027-12-25", "0099-01-02"}));
  EXPECT_TRUE(root.Texts("absent").empty());
  EXPECT_EQ(root.Sub("table").Text("key"), "value");
  EXPECT_FALSE(root.OptionalSub("absent").has_value());
  std::vector<Table> list = root.Tables("list");
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[1].Integer("n", 0, 9), 2);
  EXPECT_EQ(list[0].Integer("n", 0, 9), 1);
  EXPECT_TRUE(document.Finish().has_value());
}

TEST(Document, EntriesComeInTheOrderOfTheFile) {
  Document document = Document::Parse("[b]\n[a]\n[c]\n", "test.toml");
  std::string order;
  for (const auto& [key, table] : document.root().Entries()) {
    order += key;
  }
  EXPECT_EQ(order, "bac");
  EXPECT_TRUE(document.Finish().has_value());
}

TEST(Document, GivesATableAsJsonForAStricterReader) {
  auto document = Document::Parse("[report]\nname = 'a\"b\"'\nage = [12]\n", "x.toml");
  std::string json = document.root().Json("report");
  std::erase_if(json, [](char c) { return c == ' ' || c == '\n'; });
  EXPECT_EQ(json, R"({"age":[12],"name":"a\"b\""})");
  EXPECT_TRUE(document.Finish().has_value());
  EXPECT_EQ(document.root().Json("missing"), "{}");
  EXPECT_EQ(document.Finish().error().key, "missing");
}

TEST(Document, HandlesToOneTableShareWhatIsKnown) {
  Document document = Document::Parse("[table]\na = 1\nb = 2\n", "test.toml");
  EXPECT_EQ(document.root().Sub("table").Integer("a", 0, 9), 1);
  EXPECT_EQ(document.root().Sub("table").Integer("b", 0, 9), 2);
  EXPECT_TRUE(document.Finish().has_value());
}

TEST(Document, NamesFileLineAndKeyOfTheFirstFault) {
  struct Case {
    const char* text;
    Reader read;
    const char* fault;
  };
  const Reader nothing = [](Table&) {};
  const auto text = [](Table& root) { (void)root.Text("name", 8); };
  const auto number = [](Table& root) { (void)root.Integer("count", 1, 9); };
  const auto rules = [](Table& root) {
    for (Table& rule : root.Tables("rule")) {
      (void)rule.Text("floor");
      (void)rule.TextOr("note", "");
    }
  };
  const Case cases[] = {
      {"# empty", text, "test.toml:1: name: is missing"},
      {"\nname = 3", text, "test.toml:2: name: must be a text"},
      {"name = ' '", text, "test.toml:1: name: must not be empty"},
      {"name = '123456789'", text, "test.toml:1: name: is too long"},
      {R"(name = "a\u0000b")", text, "test.toml:1: name: must not hold control characters"},
      {"nam = 'x'", text, "test.toml:1: name: is missing; line 1 has nam"},
      {"count = 10", number, "test.toml:1: count: must be a whole number from 1 to 9"},
      {"count = 1.0", number, "test.toml:1: count: must be a whole number from 1 to 9"},
      {"on = 'yes'", [](Table& root) { (void)root.BoolOr("on", false); },
       "test.toml:1: on: must be true or false"},
      {"day = '2027-01-05'", [](Table& root) { (void)root.Date("day"); },
       "test.toml:1: day: must be a date such as 2027-01-31, without quotes"},
      {"days = [\n2027-01-05,\n'x']", [](Table& root) { (void)root.Dates("days"); },
       "test.toml:3: days[2]: must be a date such as 2027-01-31, without quotes"},
      {"words = [\n'a',\n3]", [](Table& root) { (void)root.Texts("words"); },
       "test.toml:3: words[2]: must be a text"},
      {"words = 'a'", [](Table& root) { (void)root.Texts("words"); },
       "test.toml:1: words: must be a list of texts"},
      {"", [](Table& root) { (void)root.Sub("table").Text("key"); },
       "test.toml:1: table: is missing"},
      {"table = 3", [](Table& root) { (void)root.Sub("table"); },
       "test.toml:1: table: must be a table"},
      {"[[rule]]\nfloor = 'P1'\n\n[[rule]]\nnote = 'x'", rules,
       "test.toml:4: rule[2].floor: is missing"},
      {"[[rule]]\nfloor = 'P1'\nflor = 'P2'", rules,
       "test.toml:3: rule[1].flor: is not a known key; is it floor?"},
      {"rule = [{ floor = 'P1' },\n{ floor = 'P2', x = 1 }]", rules,
       "test.toml:2: rule[2].x: is not a known key"},
      {"rule = [1]", rules, "test.toml:1: rule[1]: must be a table"},
      {"b = 1\na = 2", nothing, "test.toml:1: b: is not a known key"},
      {"[\"odd key\"]", nothing, "test.toml:1: \"odd key\": is not a known key"},
      {"[table]\nkey = 1",
       [](Table& root) { root.Sub("table").Refuse("key", "must be something else"); },
       "test.toml:2: table.key: must be something else"},
      {"\n[table]\nkey = 1", [](Table& root) { root.Sub("table").Refuse("", "is odd"); },
       "test.toml:2: table: is odd"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(FaultOf(c.text, c.read), c.fault) << c.text;
  }
}

TEST(Document, AFaultOfSyntaxWinsAndReadsAsEmpty) {
  const std::string fault = FaultOf("a = 1\nb = = 2\n", [](Table& root) {
    EXPECT_FALSE(root.Has("a"));
    (void)root.Text("name");
  });
  EXPECT_TRUE(fault.starts_with("test.toml:2: ")) << fault;
  EXPECT_TRUE(FaultOf("a = 1\na = 2\n", [](Table&) {}).starts_with("test.toml:2: "));
  EXPECT_TRUE(FaultOf("day = 2027-02-30\n", [](Table&) {}).starts_with("test.toml:1: "));
}

TEST(Document, RefusesWhatIsTooDeep) {
  std::string key = "a";
  for (int i = 0; i < 400'000; ++i) {
    key += ".a";
  }
  const Reader nothing = [](Table&) {};
  EXPECT_EQ(FaultOf('[' + key + "]\n", nothing), "test.toml:1: has more than 40 full stops");
  EXPECT_EQ(FaultOf("\n" + key + " = 1", nothing), "test.toml:2: has more than 40 full stops");
  EXPECT_EQ(FaultOf("text = '" + std::string(40, '.') + "'",
                    [](Table& root) { (void)root.Text("text"); }),
            "");
  const std::string nested = "a = " + std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_TRUE(FaultOf(nested, nothing).starts_with("test.toml:1: "));
}

}  // namespace
}  // namespace safety::datafile
