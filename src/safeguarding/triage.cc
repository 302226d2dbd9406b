#include "safeguarding/triage.h"

#include <algorithm>

#include "safeguarding/json_writer.h"
#include "safeguarding/rules.h"

namespace safety::safeguarding {
namespace {

using FiredRules = std::uint64_t;

constexpr FiredRules Bit(std::size_t rule) { return FiredRules{1} << rule; }

/// `in` is stronger than `unclear`, and `unclear` than `out`.
int StrengthOf(Remit remit) { return remit == Remit::kIn ? 2 : remit == Remit::kUnclear ? 1 : 0; }

struct RemitFound {
  Remit remit = Remit::kOut;
  FiredRules fired = 0;
};

RemitFound FindRemit(const CompiledRules& rules, const Facts& facts) {
  RemitFound found;
  for (std::size_t i = 0; i < rules.remit.size(); ++i) {
    const RemitRule& rule = rules.remit[i];
    if (rule.rule.when.Holds(facts)) {
      found.fired |= Bit(i);
      if (StrengthOf(rule.remit) > StrengthOf(found.remit)) {
        found.remit = rule.remit;
      }
    }
  }
  if (found.fired == 0) {
    found.remit = rules.otherwise.remit;
  }
  return found;
}

/// The rules of one kind, floors or lifts, that fire; `priority` rises to the highest of them.
FiredRules Raise(const CompiledRules& rules, const Facts& facts, bool lifts, Priority& priority) {
  FiredRules fired = 0;
  for (std::size_t i = 0; i < rules.risk.size(); ++i) {
    const RiskRule& rule = rules.risk[i];
    if (rule.is_lift == lifts && rule.rule.when.Holds(facts)) {
      fired |= Bit(i);
      priority = std::min(priority, rule.at_least);
    }
  }
  return fired;
}

base::UtcTime DueBy(const AnswerWithin& within, base::UtcTime received, Nation nation,
                    const WorkingCalendar& calendar) {
  return within.hours != 0 ? received + std::chrono::hours(within.hours)
                           : calendar.DueAfterWorkingDays(received, within.working_days, nation);
}

base::UtcTime AnswerBy(const CompiledRules& rules, const Report& report, Priority priority,
                       base::UtcTime received) {
  const AnswerWithin& clock = rules.clocks[static_cast<std::size_t>(priority)];
  const base::UtcTime due = DueBy(clock, received, report.nation, rules.calendar);
  const auto& limit = rules.limits[static_cast<std::size_t>(report.audience)];
  return limit ? std::min(due, DueBy(*limit, received, report.nation, rules.calendar)) : due;
}

/// Reasons in the files' order: remit, then risk.
std::vector<Reason> Explain(const CompiledRules& rules, const Report& report, const Facts& facts,
                            FiredRules remit, FiredRules risk) {
  std::vector<Reason> reasons;
  const auto add = [&](const Rule& rule) {
    reasons.push_back({rule.id, rule.effect,
                       rule.because.For(report, facts, rule.when, rules.sides, rules.phrases)});
  };
  for (std::size_t i = 0; i < rules.remit.size(); ++i) {
    if ((remit & Bit(i)) != 0) {
      add(rules.remit[i].rule);
    }
  }
  if (remit == 0) {
    add(rules.otherwise.rule);
  }
  for (std::size_t i = 0; i < rules.risk.size(); ++i) {
    if ((risk & Bit(i)) != 0) {
      add(rules.risk[i].rule);
    }
  }
  return reasons;
}

}  // namespace

struct Policy::Rules : CompiledRules {};

Policy::Policy(std::unique_ptr<const Rules> rules) : rules_(std::move(rules)) {}
Policy::Policy(Policy&&) noexcept = default;
Policy& Policy::operator=(Policy&&) noexcept = default;
Policy::~Policy() = default;

std::expected<Policy, datafile::Fault> Policy::Load(const PolicyFiles& files) {
  auto rules = CompileRules(files);
  if (!rules) {
    return std::unexpected(rules.error());
  }
  return Policy(std::make_unique<const Rules>(std::move(*rules)));
}

const WorkingCalendar& Policy::calendar() const { return rules_->calendar; }

Triage Policy::Assess(const Report& report, base::UtcTime received) const {
  const auto today = std::chrono::floor<std::chrono::days>(WorkingCalendar::ToLocal(received));
  Facts facts = FactsOf(report, rules_->sides, today);

  Priority floor = Priority::kP4;
  FiredRules risk = Raise(*rules_, facts, false, floor);
  if (risk != 0) {
    facts.ids |= MaskOf(DerivedFact::kTripWire);
  }
  const auto [remit, remit_fired] = FindRemit(*rules_, facts);
  Priority priority = std::min(floor, rules_->start[static_cast<std::size_t>(remit)]);
  // Only a standard case is lifted: an outside one has no risk to weigh, the others are above it.
  if (priority == Priority::kP3) {
    risk |= Raise(*rules_, facts, true, priority);
  }

  Triage triage;
  triage.remit = remit;
  triage.priority = priority;
  triage.answer_by = AnswerBy(*rules_, report, priority, received);
  triage.reasons = Explain(*rules_, report, facts, remit_fired, risk);
  return triage;
}

std::string ToJson(const Triage& triage) {
  JsonWriter json;
  json.BeginObject();
  json.Field("remit", IdOf(triage.remit));
  json.Field("priority", IdOf(triage.priority));
  json.Field("answer_by", base::ToRfc3339(triage.answer_by));
  json.Key("reasons");
  json.BeginArray();
  for (const Reason& reason : triage.reasons) {
    json.BeginObject();
    json.Field("rule", reason.rule);
    json.Field("effect", reason.effect);
    json.Field("because", reason.because);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.Take();
}

}  // namespace safety::safeguarding
