#include "site/addresses.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safety::site {
namespace {

TEST(Addresses, NamePagesAndItemsFromOne) {
  const journey::Page danger{.id = "danger"};
  const journey::Page child{.id = "child-name", .group = "children"};
  EXPECT_EQ(StopAddress("parent", {&danger, 0}), "/report/parent/danger");
  EXPECT_EQ(StopAddress("parent", {&child, 1}), "/report/parent/child-name/2");
  EXPECT_EQ(StopAddress("parent", {&child, 0}, Purpose::kChange),
            "/report/parent/child-name/1?change=1");
  EXPECT_EQ(RemoveAddress("parent", danger, 2, Purpose::kFirstTime),
            "/report/parent/danger/3/remove");
  EXPECT_EQ(CheckAddress("parent"), "/report/parent/check");
  EXPECT_EQ(HelpAddress("leaving"), "/help/leaving");
}

TEST(ParseItem, KnowsOneSpellingOnly) {
  EXPECT_EQ(ParseItem("1"), 0U);
  EXPECT_EQ(ParseItem("20"), 19U);
  EXPECT_EQ(ParseItem("999"), 998U);
  for (const char* text : {"", "0", "01", "+1", "-1", " 1", "1 ", "1a", "a", "1.0", "1000",
                           "4294967297", "99999999999999999999"}) {
    EXPECT_EQ(ParseItem(text), std::nullopt) << text;
  }
}

RC_GTEST_PROP(ParseItem, ReadsBackWhatAddressesSay, ()) {
  const auto item = *rc::gen::inRange<std::uint32_t>(0, 999);
  RC_ASSERT(ParseItem(std::to_string(item + 1)) == item);
}

RC_GTEST_PROP(ParseItem, NeverFailsOnAnything, (const std::string& text)) {
  const auto item = ParseItem(text);
  RC_ASSERT(item.value_or(0) < 999U);
}

}  // namespace
}  // namespace safety::site
