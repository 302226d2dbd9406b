#include "base/clock.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safety::base {
namespace {

struct Spelling {
  const char* text;
  const char* utc;
};

TEST(ParseRfc3339, AcceptsEverySpellingOfATime) {
  const Spelling table[] = {
      {"2027-01-05T17:00:00Z", "2027-01-05T17:00:00Z"},
      {"2027-07-05T17:00:00+01:00", "2027-07-05T16:00:00Z"},
      {"2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00Z"},
      {"2024-02-29T00:00:00.250Z", "2024-02-29T00:00:00Z"},
      {"2024-02-29t10:11:12z", "2024-02-29T10:11:12Z"},
  };
  for (const auto& [text, utc] : table) {
    const auto time = ParseRfc3339(text);
    ASSERT_TRUE(time.has_value()) << text;
    EXPECT_EQ(ToRfc3339(*time), utc);
  }
}

TEST(ParseRfc3339, RefusesWhatIsNoTime) {
  for (const char* bad :
       {"", "2027", "2027-01-05", "2027-02-29T00:00:00Z", "2027-13-01T00:00:00Z",
        "2027-01-05T24:00:00Z", "2027-01-05T10:60:00Z", "2027-01-05T10:00:60Z",
        "2027-01-05T10:00:00", "2027-01-05T10:00:00+1", "2027-01-05T10:00:00+24:00",
        "2027-01-05T10:00:00Z ", "1969-12-31T23:59:59Z", "2027-01-05T10:00:00.Z",
        "2027-01-05T10:00:00.1234567890Z", "abcd-01-05T10:00:00Z", "-027-01-05T10:00:00Z"}) {
    EXPECT_FALSE(ParseRfc3339(bad).has_value()) << bad;
  }
}

RC_GTEST_PROP(Rfc3339, WhatIsWrittenReadsBack, ()) {
  const auto seconds = *rc::gen::inRange<std::int64_t>(0, 253'402'300'799);
  const UtcTime time = FromMicroseconds(seconds * 1'000'000);
  RC_ASSERT(ParseRfc3339(ToRfc3339(time)).value() == time);
}

}  // namespace
}  // namespace safety::base
