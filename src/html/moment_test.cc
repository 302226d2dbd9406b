#include "html/moment.h"

#include <gtest/gtest.h>

namespace safety::html {
namespace {

using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;

TEST(SayMoment, SaysItAsPeopleDo) {
  const MonthNames months = {"January", "February", "March",     "April",   "May",      "June",
                             "July",    "August",   "September", "October", "November", "December"};
  const local_days day{std::chrono::year{2026} / 11 / 4};
  EXPECT_EQ(SayMoment(day + hours(17), months, "on"), "5:00pm on 4 November 2026");
  EXPECT_EQ(SayMoment(day + minutes(5), months, "on"), "12:05am on 4 November 2026");
  EXPECT_EQ(SayMoment(day + hours(12) + minutes(59), months, "ar"), "12:59pm ar 4 November 2026");
}

}  // namespace
}  // namespace safety::html
