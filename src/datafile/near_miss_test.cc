#include "datafile/near_miss.h"

#include <gtest/gtest.h>

namespace safety::datafile {
namespace {

TEST(NearMiss, SuggestsOnlyWhatIsClose) {
  struct Case {
    const char* typed;
    const char* meant;
  };
  const Case cases[] = {
      {"requierd", "required"},
      {"reqired", "required"},
      {"typ", "type"},
      {"to", ""},
      {"nextt", "next"},
      {"max_character", "max_characters"},
      {"banana", ""},
      {"", ""},
      {"x", ""},
      {"tpye", ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(NearMiss(c.typed, {"required", "type", "next", "max_characters", "id"}), c.meant)
        << c.typed;
  }
}

TEST(NearMiss, TakesTheClosest) {
  EXPECT_EQ(NearMiss("routes", {"route", "routed", "roots"}), "route");
}

TEST(NearMiss, LeavesVeryLongWordsAlone) {
  EXPECT_EQ(NearMiss(std::string(100'000, 'a'), {std::string(100'000, 'a')}), "");
}

}  // namespace
}  // namespace safety::datafile
