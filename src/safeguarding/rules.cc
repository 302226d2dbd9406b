#include "safeguarding/rules.h"

#include <algorithm>
#include <set>

namespace safety::safeguarding {
namespace {

using datafile::Document;
using datafile::Fault;
using datafile::Table;

constexpr std::size_t kMaxPhrase = 200;
constexpr int kMaxHours = 72;
constexpr int kMaxWorkingDays = 20;

bool IsRuleId(std::string_view id) {
  return !id.empty() && id.size() <= 64 && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

/// Everything of a rule but its effect; `otherwise` has no condition.
Rule ReadRule(Table& table, std::optional<ConditionUse> use, std::set<std::string>& ids) {
  Rule rule;
  rule.id = table.Text("id", kMaxPhrase);
  if (!IsRuleId(rule.id)) {
    table.Refuse("id", "must be lower-case letters, digits and hyphens, at most 64");
  } else if (!ids.insert(rule.id).second) {
    table.Refuse("id", "is another rule's id: reasons must tell rules apart");
  }
  if (use) {
    rule.when = ReadCondition(table.Sub("when"), *use);
  }
  rule.because = Sentence::Read(table, rule.when);
  (void)table.Text("source", kMaxPhrase);
  (void)table.Date("reviewed");
  return rule;
}

std::vector<Table> ReadRuleTables(Table& root) {
  std::vector<Table> tables = root.Tables("rule");
  if (tables.empty() || tables.size() > kMaxRules) {
    root.Refuse("rule", "must be 1 to " + std::to_string(kMaxRules) + " rules");
    tables.resize(std::min(tables.size(), kMaxRules), root);
  }
  return tables;
}

template <class T>
T ReadId(Table& table, std::string_view key, std::string_view allowed) {
  const auto id = Parse<T>(table.Text(key, kMaxPhrase));
  if (!id) {
    table.Refuse(key, "must be " + std::string(allowed));
  }
  return id.value_or(T{});
}

std::string ReadPhrase(Table& table, std::string_view key) {
  std::string phrase = table.Text(key, kMaxPhrase);
  if (phrase.find("{answer}") != std::string::npos || phrase.find("{age}") != std::string::npos) {
    table.Refuse(key, "may not hold {answer} or {age}: it is what stands in their place");
  }
  return phrase;
}

void ReadConcerns(Table& root, CompiledRules& rules) {
  Table concerns = root.Sub("concern");
  for (std::size_t i = 0; i < kConcernCount; ++i) {
    const auto concern = static_cast<Concern>(i);
    Table table = concerns.Sub(IdOf(concern));
    rules.phrases.says[i] = ReadPhrase(table, "says");
    if (concern == Concern::kNotSure) {
      continue;
    }
    const auto side = ReadId<Remit>(table, "remit", "in or out");
    if (side == Remit::kUnclear) {
      table.Refuse("remit", "must be in or out");
    }
    (side == Remit::kIn ? rules.sides.in : rules.sides.outside) |= MaskOf(concern);
  }
}

RemitRule ReadRemitRule(Table& table, bool has_condition, std::set<std::string>& ids) {
  RemitRule rule;
  rule.remit = ReadId<Remit>(table, "remit", "in, unclear or out");
  const auto use = rule.remit == Remit::kIn ? ConditionUse::kRaises : ConditionUse::kRaisesNothing;
  rule.rule = ReadRule(table, has_condition ? std::optional(use) : std::nullopt, ids);
  rule.rule.effect = "remit " + std::string(IdOf(rule.remit));
  return rule;
}

std::expected<void, Fault> ReadRemit(const datafile::File& file, CompiledRules& rules,
                                     std::set<std::string>& ids) {
  Document document = Document::Parse(file.text, file.name);
  Table root = document.root();
  ReadConcerns(root, rules);
  for (Table& table : ReadRuleTables(root)) {
    rules.remit.push_back(ReadRemitRule(table, true, ids));
  }
  Table otherwise = root.Sub("otherwise");
  rules.otherwise = ReadRemitRule(otherwise, false, ids);
  if (rules.otherwise.remit == Remit::kIn) {
    otherwise.Refuse("remit", "must be unclear or out: what brings a report in is a rule");
  }
  Table start = root.Sub("start");
  for (std::size_t i = 0; i < rules.start.size(); ++i) {
    rules.start[i] = ReadId<Priority>(start, IdOf(static_cast<Remit>(i)), "P1, P2, P3 or P4");
  }
  const auto start_of = [&](Remit remit) { return rules.start[static_cast<std::size_t>(remit)]; };
  if (start_of(Remit::kUnclear) != start_of(Remit::kOut) ||
      start_of(Remit::kIn) > start_of(Remit::kOut)) {
    start.Refuse("in", "must start no lower than unclear and out, and those two alike");
  }
  return document.Finish();
}

void ReadPhrases(Table& root, Phrases& phrases) {
  Table says = root.Sub("says");
  for (std::size_t i = 0; i < kCircumstanceCount; ++i) {
    phrases.says[kConcernCount + i] = ReadPhrase(says, IdOf(static_cast<Circumstance>(i)));
  }
  Table also = root.Sub("also_says");
  phrases.immediate_danger = ReadPhrase(also, "immediate_danger");
  phrases.advice_wanted = ReadPhrase(also, "advice_wanted");
  if (phrases.advice_wanted.find("{circumstance}") == std::string::npos) {
    also.Refuse("advice_wanted", "must hold {circumstance}");
  }
}

RiskRule ReadRiskRule(Table& table, std::set<std::string>& ids) {
  RiskRule rule;
  rule.is_lift = table.Has("lift_to");
  if (rule.is_lift == table.Has("floor")) {
    table.Refuse("", "must have either floor or lift_to");
  }
  const std::string_view key = rule.is_lift ? "lift_to" : "floor";
  rule.at_least = ReadId<Priority>(table, key, rule.is_lift ? "P2" : "P1, P2 or P3");
  if (rule.is_lift && rule.at_least != Priority::kP2) {
    table.Refuse(key, "must be P2: aggravating facts lift P3 to P2 and never make an emergency");
  }
  if (!rule.is_lift && rule.at_least == Priority::kP4) {
    table.Refuse(key, "must be P1, P2 or P3: P4 is where nothing has been raised");
  }
  rule.rule = ReadRule(table, ConditionUse::kRaises, ids);
  if (((rule.rule.when.any | rule.rule.when.all) & MaskOf(DerivedFact::kTripWire)) != 0) {
    table.Refuse("when", "may not ask trip_wire: that is what these rules find out");
  }
  rule.rule.effect = (rule.is_lift ? "lift to " : "floor ") + std::string(IdOf(rule.at_least));
  return rule;
}

std::expected<void, Fault> ReadRisk(const datafile::File& file, CompiledRules& rules,
                                    std::set<std::string>& ids) {
  Document document = Document::Parse(file.text, file.name);
  Table root = document.root();
  ReadPhrases(root, rules.phrases);
  for (Table& table : ReadRuleTables(root)) {
    rules.risk.push_back(ReadRiskRule(table, ids));
  }
  return document.Finish();
}

AnswerWithin ReadAnswerWithin(Table& table) {
  AnswerWithin within;
  within.hours = static_cast<int>(table.IntegerOr("hours", 1, kMaxHours, 0));
  within.working_days = static_cast<int>(table.IntegerOr("working_days", 1, kMaxWorkingDays, 0));
  if (table.Has("hours") == table.Has("working_days")) {
    table.Refuse("", "must have either hours or working_days");
  }
  (void)table.Text("source", kMaxPhrase);
  (void)table.Date("reviewed");
  return within;
}

/// A worse priority is never answered later.
bool NoLater(const AnswerWithin& worse, const AnswerWithin& better) {
  return worse.hours != 0 && better.hours != 0
             ? worse.hours <= better.hours
             : worse.hours != 0 || worse.working_days <= better.working_days;
}

std::expected<void, Fault> ReadServiceLevels(const datafile::File& file, CompiledRules& rules) {
  Document document = Document::Parse(file.text, file.name);
  Table root = document.root();
  std::array<bool, 4> known{};
  for (Table& table : root.Tables("clock")) {
    const auto priority = ReadId<Priority>(table, "priority", "P1, P2, P3 or P4");
    const auto index = static_cast<std::size_t>(priority);
    if (known[index]) {
      table.Refuse("priority", "has a clock already");
    }
    known[index] = true;
    rules.clocks[index] = ReadAnswerWithin(table);
    if (priority <= Priority::kP2 && !table.Has("hours")) {
      table.Refuse("hours", "is required for P1 and P2: danger does not keep office hours");
    }
  }
  for (std::size_t i = 0; i < known.size(); ++i) {
    const std::string id(IdOf(static_cast<Priority>(i)));
    if (!known[i]) {
      root.Refuse("clock", id + " has no clock");
    } else if (i > 0 && !NoLater(rules.clocks[i - 1], rules.clocks[i])) {
      root.Refuse("clock", id + " is answered sooner than the priority above it");
    }
  }
  for (Table& table : root.Tables("limit")) {
    const auto audience =
        ReadId<Audience>(table, "audience", "child, parent, professional or concerned_adult");
    auto& limit = rules.limits[static_cast<std::size_t>(audience)];
    if (limit) {
      table.Refuse("audience", "has a limit already");
    }
    limit = ReadAnswerWithin(table);
  }
  return document.Finish();
}

}  // namespace

std::expected<CompiledRules, Fault> CompileRules(const PolicyFiles& files) {
  CompiledRules rules;
  std::set<std::string> ids;
  for (const auto& read : {ReadRemit(files.remit, rules, ids), ReadRisk(files.risk, rules, ids),
                           ReadServiceLevels(files.service_levels, rules)}) {
    if (!read) {
      return std::unexpected(read.error());
    }
  }
  auto calendar = WorkingCalendar::Load(files.bank_holidays);
  if (!calendar) {
    return std::unexpected(calendar.error());
  }
  rules.calendar = std::move(*calendar);
  return rules;
}

}  // namespace safety::safeguarding
