#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include "safeguarding/report.h"

namespace safety::safeguarding {

/// A set of facts, one bit each: the concerns, then the circumstances, then what follows from the
/// whole report. It is what compiled rules compare.
using FactMask = std::uint64_t;

/// Facts that no single answer states.
enum class DerivedFact : std::uint8_t {
  kTellUsAnyway,   ///< outside the remit, but the reporter wants us to know
  kNothingChosen,  ///< no concern was chosen
  kInRemit,        ///< a concern inside the remit was
  kOutsideRemit,   ///< a concern outside it was
  kTripWire,       ///< a floor has fired; known after the risk rules
};

[[nodiscard]] constexpr FactMask MaskOf(Concern concern) {
  return FactMask{1} << static_cast<unsigned>(concern);
}
[[nodiscard]] constexpr FactMask MaskOf(Circumstance circumstance) {
  return FactMask{1} << (kConcernCount + static_cast<unsigned>(circumstance));
}
[[nodiscard]] constexpr FactMask MaskOf(DerivedFact fact) {
  return FactMask{1} << (kConcernCount + kCircumstanceCount + static_cast<unsigned>(fact));
}

/// The fact of an id as rules spell it: "grooming", "image_sent", "in_remit".
[[nodiscard]] std::optional<FactMask> FactOf(std::string_view id);

/// Which concerns are on which side of the remit.
struct RemitSides {
  FactMask in = 0;
  FactMask outside = 0;
};

inline constexpr int kNoAge = std::numeric_limits<int>::max();

/// What the rules look at.
struct Facts {
  FactMask ids = 0;
  Audience audience = Audience::kConcernedAdult;
  int youngest = kNoAge;          ///< the lowest age, in years, that a child in the report may have
  bool youngest_is_known = true;  ///< false when a date of birth leaves room for a higher one
};

/// `immediate_danger` counts as threat_to_life and wanted advice as the circumstance of its name.
/// A child's age is the one given; without it, the date of birth tells, and of a date that is
/// known in part the latest counts. `today` is the day of receipt. Allocates nothing.
[[nodiscard]] Facts FactsOf(const Report& report, const RemitSides& sides,
                            std::chrono::local_days today);

}  // namespace safety::safeguarding
