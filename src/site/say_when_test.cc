#include "site/say_when.h"

#include <gtest/gtest.h>

#include "site/site_for_tests.h"

namespace safety::site {
namespace {

struct Moment {
  const char* moment;  ///< UTC
  const char* said;
};

TEST(SayWhen, SpeaksOfLocalTimeAsPeopleDo) {
  const base::UtcTime now = *base::ParseRfc3339("2026-11-24T10:00:00Z");
  const Moment moments[] = {
      {"2026-11-24T11:00:00Z", "11am today"},
      {"2026-11-24T15:40:00Z", "3:40pm today"},
      {"2026-11-24T15:40:01Z", "3:41pm today"},
      {"2026-11-24T12:00:00Z", "midday today"},
      {"2026-11-24T12:05:00Z", "12:05pm today"},
      {"2026-11-25T00:00:00Z", "11:59pm today"},
      {"2026-11-25T00:01:00Z", "12:01am tomorrow"},
      {"2026-11-25T09:30:00Z", "9:30am tomorrow"},
      {"2026-12-01T17:00:00Z", "5pm on Tuesday 1 December"},
      {"2027-01-03T17:00:00Z", "5pm on Sunday 3 January"},
      {"2027-06-01T16:00:00Z", "5pm on Tuesday 1 June"},  // daylight saving
  };
  for (const Moment& moment : moments) {
    EXPECT_EQ(SayWhen(*base::ParseRfc3339(moment.moment), now, ShippedContent().words()),
              moment.said);
  }
}

TEST(SayWhen, CountsDaysInLocalTime) {
  // 23:30 in UTC is half past midnight in London's summer.
  EXPECT_EQ(SayWhen(*base::ParseRfc3339("2027-06-02T00:30:00Z"),
                    *base::ParseRfc3339("2027-06-01T23:30:00Z"), ShippedContent().words()),
            "1:30am today");
}

}  // namespace
}  // namespace safety::site
