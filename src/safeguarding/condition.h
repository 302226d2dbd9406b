#pragma once

#include "datafile/document.h"
#include "safeguarding/facts.h"

namespace safety::safeguarding {

/// When a rule fires. Parts that are given must all hold; compiled to masks, so that a comparison
/// costs a few instructions and no memory.
struct Condition {
  FactMask any = 0;               ///< at least one of these; 0 asks nothing
  FactMask all = 0;               ///< every one of these
  FactMask none = 0;              ///< not one of these
  std::uint8_t audiences = 0xff;  ///< bit n is the audience n
  int child_age_below = kNoAge;   ///< a child is, or may be, younger; kNoAge asks nothing

  [[nodiscard]] bool Holds(const Facts& facts) const {
    return (any == 0 || (facts.ids & any) != 0) && (facts.ids & all) == all &&
           (facts.ids & none) == 0 &&
           (audiences >> static_cast<unsigned>(facts.audience) & 1) != 0 &&
           (child_age_below == kNoAge || facts.youngest < child_age_below);
  }
};

/// What kind of rule a condition belongs to. Only one that raises nothing may say `not`: no answer
/// may switch off a danger sign.
enum class ConditionUse { kRaises, kRaisesNothing };

/// Reads a rule's `when`: any, all, not, audience, child_age_below. Unknown ids, an empty condition
/// and a `not` that is not allowed are faults at their key.
[[nodiscard]] Condition ReadCondition(datafile::Table when, ConditionUse use);

}  // namespace safety::safeguarding
