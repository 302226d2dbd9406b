#include "safeguarding/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "safeguarding/policy_for_tests.h"

namespace safety::safeguarding {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;

const WorkingCalendar& Calendar() { return ShippedPolicy().calendar(); }

std::string Due(std::string_view received, Nation nation, int working_days = 5) {
  return base::ToRfc3339(
      Calendar().DueAfterWorkingDays(*base::ParseRfc3339(received), working_days, nation));
}

constexpr local_days Day(int year, unsigned month, unsigned day) {
  return local_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

struct DueCase {
  const char* received;
  Nation nation;
  const char* due;
};

TEST(Calendar, DueAfterFiveWorkingDays) {
  const DueCase cases[] = {
      // An ordinary Monday: day 1 is Tuesday, day 5 the next Monday.
      {"2026-11-02T09:00:00Z", Nation::kEngland, "2026-11-09T17:00:00Z"},
      {"2026-11-02T00:00:00Z", Nation::kEngland, "2026-11-09T17:00:00Z"},
      // Up to 17:00 is today, later counts as tomorrow; Friday evening as Monday.
      {"2026-11-02T17:00:00Z", Nation::kEngland, "2026-11-09T17:00:00Z"},
      {"2026-11-02T17:00:00.000001Z", Nation::kEngland, "2026-11-10T17:00:00Z"},
      {"2026-11-06T18:00:00Z", Nation::kEngland, "2026-11-16T17:00:00Z"},
      {"2026-11-07T10:00:00Z", Nation::kEngland, "2026-11-16T17:00:00Z"},
      {"2026-11-08T23:59:59Z", Nation::kEngland, "2026-11-16T17:00:00Z"},
      // Christmas: 25 and 28 December and 1 January are off; Scotland has 2 January as well, which
      // is a Saturday in 2027 and so taken on the 4th.
      {"2026-12-23T15:00:00Z", Nation::kEngland, "2027-01-04T17:00:00Z"},
      {"2026-12-23T15:00:00Z", Nation::kScotland, "2027-01-05T17:00:00Z"},
      {"2026-12-25T12:00:00Z", Nation::kWales, "2027-01-06T17:00:00Z"},
      {"2027-12-24T12:00:00Z", Nation::kEngland, "2028-01-05T17:00:00Z"},
      {"2027-12-24T12:00:00Z", Nation::kScotland, "2028-01-06T17:00:00Z"},
      // Easter 2027: Good Friday 26 March everywhere, Easter Monday not in Scotland. The clocks go
      // forward on 28 March, so that 17:00 is 16:00 in UTC.
      {"2027-03-24T12:00:00Z", Nation::kEngland, "2027-04-02T16:00:00Z"},
      {"2027-03-24T12:00:00Z", Nation::kScotland, "2027-04-01T16:00:00Z"},
      // St Patrick's Day and July in Northern Ireland.
      {"2027-03-15T12:00:00Z", Nation::kNorthernIreland, "2027-03-23T17:00:00Z"},
      {"2027-03-15T12:00:00Z", Nation::kEngland, "2027-03-22T17:00:00Z"},
      {"2026-07-10T12:00:00Z", Nation::kNorthernIreland, "2026-07-20T16:00:00Z"},
      {"2026-07-10T12:00:00Z", Nation::kUnknown, "2026-07-17T16:00:00Z"},
      // August: early in Scotland, late elsewhere; St Andrew's Day; the World Cup.
      {"2027-07-30T12:00:00Z", Nation::kScotland, "2027-08-09T16:00:00Z"},
      {"2027-08-27T12:00:00Z", Nation::kScotland, "2027-09-03T16:00:00Z"},
      {"2027-08-27T12:00:00Z", Nation::kEngland, "2027-09-06T16:00:00Z"},
      {"2026-11-27T12:00:00Z", Nation::kScotland, "2026-12-07T17:00:00Z"},
      {"2026-06-12T12:00:00Z", Nation::kScotland, "2026-06-22T16:00:00Z"},
      {"2026-06-12T12:00:00Z", Nation::kEngland, "2026-06-19T16:00:00Z"},
      // In summer 16:30 UTC is after hours. The clocks go back on 25 October 2026.
      {"2026-06-01T16:30:00Z", Nation::kEngland, "2026-06-09T16:00:00Z"},
      {"2026-10-21T12:00:00Z", Nation::kEngland, "2026-10-28T17:00:00Z"},
  };
  for (const DueCase& c : cases) {
    EXPECT_EQ(Due(c.received, c.nation), c.due) << c.received << ' ' << IdOf(c.nation);
  }
}

TEST(Calendar, BankHolidaysDifferByNation) {
  struct Holiday {
    local_days day;
    const char* nations_off;  ///< one letter a nation: E W S N U
  };
  const Holiday holidays[] = {
      {Day(2024, 1, 1), "EWSNU"},   {Day(2024, 1, 2), "S"},  {Day(2024, 3, 18), "N"},
      {Day(2024, 4, 1), "EWNU"},    {Day(2024, 8, 5), "S"},  {Day(2024, 8, 26), "EWNU"},
      {Day(2024, 12, 2), "S"},      {Day(2025, 7, 14), "N"}, {Day(2026, 6, 15), "S"},
      {Day(2026, 12, 28), "EWSNU"}, {Day(2027, 1, 4), "S"},  {Day(2027, 12, 27), "EWSNU"},
      {Day(2028, 1, 3), "EWSNU"},   {Day(2028, 1, 4), "S"},  {Day(2028, 7, 12), "N"},
      {Day(2028, 12, 26), "EWSNU"}, {Day(2026, 11, 24), ""},
  };
  constexpr std::string_view kLetters = "EWSNU";
  for (const Holiday& holiday : holidays) {
    for (std::size_t i = 0; i < kLetters.size(); ++i) {
      const bool off =
          std::string_view(holiday.nations_off).find(kLetters[i]) != std::string_view::npos;
      EXPECT_EQ(Calendar().IsWorkingDay(holiday.day, static_cast<Nation>(i)), !off)
          << holiday.day.time_since_epoch().count() << ' ' << kLetters[i];
    }
  }
}

RC_GTEST_PROP(Calendar, ADueTimeIsTheEndOfAWorkingDayAndSoon, ()) {
  const auto start =
      base::ToMicroseconds(base::UtcTime(std::chrono::sys_days(std::chrono::year(2024) / 1 / 1)));
  const auto received =
      base::FromMicroseconds(start + *rc::gen::inRange<std::int64_t>(0, 157'000'000) * 1'000'000);
  const auto nation = static_cast<Nation>(*rc::gen::inRange(0, 5));
  const int count = *rc::gen::inRange(1, 10);
  const auto due = Calendar().DueAfterWorkingDays(received, count, nation);
  const auto local = WorkingCalendar::ToLocal(due);
  const auto day = std::chrono::floor<days>(local);
  RC_ASSERT(local == day + hours(17));
  RC_ASSERT(Calendar().IsWorkingDay(day, nation));
  RC_ASSERT(due > received + hours(23));
  RC_ASSERT(due <= Calendar().DueAfterWorkingDays(received + hours(1), count, nation));
  RC_ASSERT(due < Calendar().DueAfterWorkingDays(received, count + 1, nation));

  int between = 0;
  for (auto d = std::chrono::floor<days>(WorkingCalendar::ToLocal(received)) + days(1); d <= day;
       d += days(1)) {
    between += Calendar().IsWorkingDay(d, nation) ? 1 : 0;
  }
  RC_ASSERT(between == count || between == count + 1);
}

RC_GTEST_PROP(Calendar, LocalTimeLeadsBack, ()) {
  // Away from October's repeated hour every moment has one local name.
  const auto moment = base::FromMicroseconds(
      *rc::gen::inRange<std::int64_t>(1'700'000'000, 1'900'000'000) * 1'000'000);
  const auto back = WorkingCalendar::ToUtc(WorkingCalendar::ToLocal(moment));
  RC_ASSERT(back == moment || back == moment - hours(1));
}

TEST(Calendar, RefusesFilesThatMisstateDays) {
  constexpr std::string_view kAll =
      "nations = [\"england\", \"wales\", \"scotland\", \"northern_ireland\", \"unknown\"]\n";
  const auto reason = [](const std::string& text) {
    const auto loaded = WorkingCalendar::Load({"b.toml", text});
    return loaded ? std::string() : loaded.error().ToString();
  };
  const auto with = [&](std::string_view rest) {
    return reason("[[calendar]]\n" + std::string(kAll) + std::string(rest));
  };
  EXPECT_EQ(with("days = [2027-01-01]"), "");
  EXPECT_NE(with("days = [2027-01-02]").find("is on a weekend"), std::string::npos);
  EXPECT_NE(with("days = [2027-01-01, 2027-01-01]").find("twice"), std::string::npos);
  EXPECT_NE(with("days = []").find("at least one"), std::string::npos);
  EXPECT_NE(with("days = [\"2027-01-01\"]"), "");
  EXPECT_NE(with("days = [2027-01-01]\nextra = 1").find("extra"), std::string::npos);
  EXPECT_NE(reason("[[calendar]]\nnations = [\"england\"]\ndays = [2027-01-01]")
                .find("wales has no calendar"),
            std::string::npos);
  EXPECT_NE(reason("[[calendar]]\nnations = [\"france\"]\ndays = [2027-01-01]"), "");
  EXPECT_NE(with("days = [2027-01-01]\n[[calendar]]\nnations = [\"wales\"]\ndays = [2027-01-01]")
                .find("already"),
            std::string::npos);
}

}  // namespace
}  // namespace safety::safeguarding
