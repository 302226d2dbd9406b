#pragma once

#include <array>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "datafile/document.h"
#include "safeguarding/calendar.h"
#include "safeguarding/condition.h"
#include "safeguarding/facts.h"
#include "safeguarding/phrases.h"
#include "safeguarding/triage.h"

namespace safety::safeguarding {

/// What every rule has. `source` and `reviewed` are required in the files and for people only.
struct Rule {
  std::string id;
  std::string effect;  ///< as a Reason says it: "floor P2"
  Condition when;
  Sentence because;
};

struct RemitRule {
  Rule rule;
  Remit remit = Remit::kUnclear;
};

/// A floor, or the lift from P3 to P2.
struct RiskRule {
  Rule rule;
  Priority at_least = Priority::kP4;
  bool is_lift = false;
};

/// How long an answer may take.
struct AnswerWithin {
  int hours = 0;  ///< every hour of the week; 0: counted in working days
  int working_days = 0;
};

/// policy/ as triage runs it. docs/policy.md describes the files.
struct CompiledRules {
  std::vector<RemitRule> remit;
  RemitRule otherwise;
  std::array<Priority, 3> start{};  ///< by Remit
  std::vector<RiskRule> risk;
  std::array<AnswerWithin, 4> clocks{};                 ///< by Priority
  std::array<std::optional<AnswerWithin>, 4> limits{};  ///< by Audience
  RemitSides sides;
  Phrases phrases;
  WorkingCalendar calendar;
};

/// Fired rules are counted in one machine word.
inline constexpr std::size_t kMaxRules = 64;

[[nodiscard]] std::expected<CompiledRules, datafile::Fault> CompileRules(const PolicyFiles& files);

}  // namespace safety::safeguarding
