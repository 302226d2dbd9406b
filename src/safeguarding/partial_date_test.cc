#include "safeguarding/partial_date.h"

#include <gtest/gtest.h>

namespace safety::safeguarding {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

TEST(PartialDate, IsTheLastDayItMayMean) {
  EXPECT_EQ(LatestDayOf("2014"), year(2014) / month(12) / day(31));
  EXPECT_EQ(LatestDayOf("2014-06"), year(2014) / month(6) / day(30));
  EXPECT_EQ(LatestDayOf("2024-02"), year(2024) / month(2) / day(29));
  EXPECT_EQ(LatestDayOf("2014-06-05"), year(2014) / month(6) / day(5));
  EXPECT_EQ(LatestDayOf("2024-02-29"), year(2024) / month(2) / day(29));
  EXPECT_EQ(LatestDayOf("1900-01-01"), year(1900) / month(1) / day(1));
}

TEST(PartialDate, EverythingElseIsNone) {
  for (const char* text : {"",
                           "2",
                           "201",
                           "14",
                           "20145",
                           "2014-",
                           "2014-6",
                           "2014-13",
                           "2014-00",
                           "2014-06-",
                           "2014-06-31",
                           "2014-06-00",
                           "2023-02-29",
                           "2014/06/05",
                           "2014-06-5",
                           "2014-06-051",
                           "1899",
                           "0000-01-01",
                           "-014",
                           "+014",
                           "abcd",
                           " 2014",
                           "2014-06-05T00:00"}) {
    EXPECT_EQ(LatestDayOf(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace safety::safeguarding
