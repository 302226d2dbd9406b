#include "safeguarding/facts.h"

#include <algorithm>
#include <array>

#include "safeguarding/partial_date.h"

namespace safety::safeguarding {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::array kDerivedIds{"tell_us_anyway"sv, "nothing_chosen"sv, "in_remit"sv,
                                 "outside_remit"sv, "trip_wire"sv};

/// Whole years from birth to `today`; 0 for a birth yet to come. Born on 29 February, a child is a
/// year older on 1 March.
int YearsSince(std::chrono::year_month_day birth, std::chrono::year_month_day today) {
  const int years = static_cast<int>(today.year()) - static_cast<int>(birth.year());
  const bool had_birthday = today.month() > birth.month() ||
                            (today.month() == birth.month() && today.day() >= birth.day());
  return std::max(0, had_birthday ? years : years - 1);
}

}  // namespace

std::optional<FactMask> FactOf(std::string_view id) {
  if (const auto concern = Parse<Concern>(id)) {
    return MaskOf(*concern);
  }
  if (const auto circumstance = Parse<Circumstance>(id)) {
    return MaskOf(*circumstance);
  }
  for (std::size_t i = 0; i < kDerivedIds.size(); ++i) {
    if (kDerivedIds[i] == id) {
      return MaskOf(static_cast<DerivedFact>(i));
    }
  }
  return std::nullopt;
}

Facts FactsOf(const Report& report, const RemitSides& sides, std::chrono::local_days today) {
  Facts facts;
  facts.audience = report.audience;
  const FactMask concerns = report.concerns.mask();
  facts.ids = concerns | (report.circumstances.mask() << kConcernCount) |
              (report.advice_wanted.mask() << kConcernCount);
  const auto add_if = [&](bool holds, FactMask fact) { facts.ids |= holds ? fact : 0; };
  add_if(report.immediate_danger, MaskOf(Circumstance::kThreatToLife));
  add_if(report.tell_us_anyway, MaskOf(DerivedFact::kTellUsAnyway));
  add_if(concerns == 0, MaskOf(DerivedFact::kNothingChosen));
  add_if((concerns & sides.in) != 0, MaskOf(DerivedFact::kInRemit));
  add_if((concerns & sides.outside) != 0, MaskOf(DerivedFact::kOutsideRemit));

  for (const Child& child : report.children) {
    int age = kNoAge;
    bool known = true;
    if (child.age) {
      age = *child.age;
    } else if (const auto birth = LatestDayOf(child.date_of_birth)) {
      age = YearsSince(*birth, std::chrono::year_month_day(today));
      known = child.date_of_birth.size() == 10;
    }
    if (age < facts.youngest || (age == facts.youngest && known)) {
      facts.youngest = age;
      facts.youngest_is_known = known;
    }
  }
  return facts;
}

}  // namespace safety::safeguarding
