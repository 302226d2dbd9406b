#include "base/text.h"

#include <gtest/gtest.h>

#include <string>

namespace safety::base {
namespace {

TEST(IsUtf8, TableOfGood) {
  for (const char* good : {"", "plain", "Siân", "日本語", "\xF0\x9F\x98\xA2", "\xEF\xBF\xBD"}) {
    EXPECT_TRUE(IsUtf8(good)) << good;
  }
}

TEST(IsUtf8, TableOfBad) {
  for (const char* bad : {"\x80", "\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                          "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xE2\x82"}) {
    EXPECT_FALSE(IsUtf8(bad)) << bad;
  }
}

TEST(CountCharacters, CountsWhatPeopleCount) {
  EXPECT_EQ(CountCharacters(""), 0U);
  EXPECT_EQ(CountCharacters("Siân"), 4U);
  EXPECT_EQ(CountCharacters("\xF0\x9F\x98\xA2!"), 2U);
}

TEST(HasControlCharacter, LetsLinesAndTabsThrough) {
  EXPECT_FALSE(HasControlCharacter("one\r\n\ttwo"));
  EXPECT_TRUE(HasControlCharacter(std::string("a\0b", 3)));
  EXPECT_TRUE(HasControlCharacter("\x1b[0m"));
  EXPECT_TRUE(HasControlCharacter("\x7f"));
}

TEST(Trim, TakesBothEnds) {
  EXPECT_EQ(Trim("  a b\r\n"), "a b");
  EXPECT_EQ(Trim(" \t"), "");
}

TEST(NormaliseLineEnds, KeepsLineFeedsOnly) {
  EXPECT_EQ(NormaliseLineEnds("a\r\nb\rc\n\r\n"), "a\nb\nc\n\n");
}

}  // namespace
}  // namespace safety::base
