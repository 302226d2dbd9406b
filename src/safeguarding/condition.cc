#include "safeguarding/condition.h"

namespace safety::safeguarding {
namespace {

FactMask ReadFacts(datafile::Table& when, std::string_view key) {
  FactMask mask = 0;
  for (const std::string& id : when.Texts(key)) {
    const auto fact = FactOf(id);
    if (!fact) {
      when.Refuse(key, "has an id that is no concern, circumstance or derived fact: " + id);
      continue;
    }
    if ((mask & *fact) != 0) {
      when.Refuse(key, "names " + id + " twice");
    }
    mask |= *fact;
  }
  if (mask == 0 && when.Has(key)) {
    when.Refuse(key, "must name at least one id");
  }
  return mask;
}

}  // namespace

Condition ReadCondition(datafile::Table when, ConditionUse use) {
  Condition condition;
  condition.any = ReadFacts(when, "any");
  condition.all = ReadFacts(when, "all");
  condition.none = ReadFacts(when, "not");
  if (when.Has("audience")) {
    condition.audiences = 0;
    for (const std::string& id : when.Texts("audience")) {
      if (const auto audience = Parse<Audience>(id)) {
        condition.audiences |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(*audience));
      } else {
        when.Refuse("audience", "must be of child, parent, professional and concerned_adult");
      }
    }
    if (condition.audiences == 0) {
      when.Refuse("audience", "must name at least one audience");
    }
  }
  if (when.Has("child_age_below")) {
    condition.child_age_below = static_cast<int>(when.Integer("child_age_below", 1, 18));
  }
  if (condition.none != 0 && use == ConditionUse::kRaises) {
    when.Refuse("not", "is not for rules that raise: no answer may switch off a danger sign");
  }
  if ((condition.none & (condition.any | condition.all)) != 0) {
    when.Refuse("not", "names an id that the rule also asks for");
  }
  if (condition.any == 0 && condition.all == 0) {
    when.Refuse("", "must name at least one id in any or all");
  }
  return condition;
}

}  // namespace safety::safeguarding
