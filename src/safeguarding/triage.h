#pragma once

#include <expected>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "datafile/file.h"
#include "safeguarding/calendar.h"
#include "safeguarding/report.h"

namespace safety::safeguarding {

/// One rule that fired.
struct Reason {
  std::string rule;     ///< its id, "child-under-13"
  std::string effect;   ///< "remit in", "floor P2", "lift to P2"
  std::string because;  ///< one sentence for advisors
  bool operator==(const Reason&) const = default;
};

/// What the rules say of a report. The machine may raise and says why; only people lower.
struct Triage {
  Remit remit = Remit::kUnclear;
  Priority priority = Priority::kP4;
  base::UtcTime answer_by;
  std::vector<Reason> reasons;  ///< in the rule files' order
};

/// The policy folder's data files, read: remit, risk, service levels, bank holidays.
struct PolicyFiles {
  datafile::File remit;
  datafile::File risk;
  datafile::File service_levels;
  datafile::File bank_holidays;
};

/// Remit, risk and clocks as policy/ states them. Immutable once loaded; safe from any thread.
/// Total: every combination of ids has an answer. Monotone: another danger sign never lowers the
/// priority, because the rule language has floors and one lift, and no way to take either away
/// (docs/policy.md). Finding the rules allocates nothing; the reasons are the only cost.
class Policy {
 public:
  /// Refuses unknown keys and ids, rules without a source, a reason or a review date, raising rules
  /// that say `not`, and clocks that are absurd, by file, line and key.
  [[nodiscard]] static std::expected<Policy, datafile::Fault> Load(const PolicyFiles& files);

  /// Deterministic: the same report, moment and policy always give the same triage.
  [[nodiscard]] Triage Assess(const Report& report, base::UtcTime received) const;

  [[nodiscard]] const WorkingCalendar& calendar() const;

  Policy(Policy&&) noexcept;
  Policy& operator=(Policy&&) noexcept;
  ~Policy();

 private:
  struct Rules;
  explicit Policy(std::unique_ptr<const Rules> rules);
  std::unique_ptr<const Rules> rules_;
};

/// The triage as `safety-centre assess` prints it.
[[nodiscard]] std::string ToJson(const Triage& triage);

}  // namespace safety::safeguarding
