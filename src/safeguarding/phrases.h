#pragma once

#include <array>
#include <string>

#include "datafile/document.h"
#include "safeguarding/condition.h"
#include "safeguarding/facts.h"

namespace safety::safeguarding {

/// How reasons quote what was answered: words for each concern and circumstance.
struct Phrases {
  std::array<std::string, kConcernCount + kCircumstanceCount> says;  ///< by bit of a FactMask
  std::string immediate_danger;  ///< instead of threat_to_life's, when that is what was answered
  std::string advice_wanted;     ///< instead of a circumstance's; holds {circumstance}
};

/// A rule's `because`: one sentence in which {answer} stands for the answers that fired the rule
/// and {age} for the age of the youngest child.
class Sentence {
 public:
  /// Reads `because` of `rule`. Refuses unknown placeholders, and those that `when` can never fill.
  [[nodiscard]] static Sentence Read(datafile::Table& rule, const Condition& when);

  [[nodiscard]] std::string For(const Report& report, const Facts& facts, const Condition& when,
                                const RemitSides& sides, const Phrases& phrases) const;

 private:
  std::string text_;
};

}  // namespace safety::safeguarding
