#include "safeguarding/json_writer.h"

#include <gtest/gtest.h>

namespace safety::safeguarding {
namespace {

TEST(JsonWriter, PutsCommasAndLeavesEmptyFieldsOut) {
  JsonWriter json;
  json.BeginObject();
  json.Field("a", "1");
  json.Field("empty", "");
  json.Key("list");
  json.BeginArray();
  json.Number(-7);
  json.Bool(true);
  json.BeginObject();
  json.EndObject();
  json.BeginArray();
  json.EndArray();
  json.String("");
  json.EndArray();
  json.Key("raw");
  json.Raw("null");
  json.EndObject();
  EXPECT_EQ(json.Take(), R"({"a":"1","list":[-7,true,{},[],""],"raw":null})");
}

TEST(JsonWriter, EscapesWhatJsonMustEscape) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"plain", R"("plain")"},
      {"", R"("")"},
      {"say \"no\"", R"("say \"no\"")"},
      {"back\\slash", R"("back\\slash")"},
      {"a\nb\tc\rd", R"("a\nb\u0009c\u000dd")"},
      {std::string_view("\0\x1f", 2), R"("\u0000\u001f")"},
      {"Zoë 日本 </script>", R"("Zoë 日本 </script>")"},
  };
  for (const auto& [text, expected] : cases) {
    JsonWriter json;
    json.String(text);
    EXPECT_EQ(json.Take(), expected);
  }
}

TEST(JsonWriter, GrowsPastWhatWasExpected) {
  JsonWriter json(1);
  const std::string text(100'000, 'x');
  json.BeginArray();
  for (int i = 0; i < 3; ++i) {
    json.String(text);
  }
  json.EndArray();
  EXPECT_EQ(json.Take(), "[\"" + text + "\",\"" + text + "\",\"" + text + "\"]");
}

}  // namespace
}  // namespace safety::safeguarding
