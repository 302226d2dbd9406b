#include "safeguarding/phrases.h"

#include <bit>

namespace safety::safeguarding {
namespace {

constexpr std::string_view kAnswer = "{answer}";
constexpr std::string_view kAge = "{age}";
constexpr FactMask kQuotable = (FactMask{1} << (kConcernCount + kCircumstanceCount)) - 1;
constexpr FactMask kSides = MaskOf(DerivedFact::kInRemit) | MaskOf(DerivedFact::kOutsideRemit);

void Replace(std::string& text, std::string_view placeholder, std::string_view value) {
  if (const auto at = text.find(placeholder); at != std::string::npos) {
    text.replace(at, placeholder.size(), value);
  }
}

std::string Quote(const Report& report, FactMask fact, const Phrases& phrases) {
  const auto bit = static_cast<std::size_t>(std::countr_zero(fact));
  if (bit < kConcernCount) {
    return phrases.says[bit];
  }
  const auto circumstance = static_cast<Circumstance>(bit - kConcernCount);
  if (circumstance == Circumstance::kThreatToLife && report.immediate_danger) {
    return phrases.immediate_danger;
  }
  if (report.circumstances.Has(circumstance)) {
    return phrases.says[bit];
  }
  std::string advice = phrases.advice_wanted;
  Replace(advice, "{circumstance}", phrases.says[bit]);
  return advice;
}

/// "a", "a and b", "a; b and c": the phrases hold commas of their own.
std::string QuoteAll(const Report& report, FactMask facts, const Phrases& phrases) {
  std::string text;
  while (facts != 0) {
    const FactMask lowest = facts & (~facts + 1);
    facts &= ~lowest;
    text += text.empty() ? "" : facts == 0 ? " and " : "; ";
    text += Quote(report, lowest, phrases);
  }
  return text;
}

std::string SayAge(const Facts& facts) {
  return (facts.youngest_is_known ? "is " : "may be as young as ") + std::to_string(facts.youngest);
}

}  // namespace

Sentence Sentence::Read(datafile::Table& rule, const Condition& when) {
  Sentence sentence;
  sentence.text_ = rule.Text("because", 300);
  std::string rest = sentence.text_;
  Replace(rest, kAnswer, "");
  Replace(rest, kAge, "");
  if (rest.find_first_of("{}") != std::string::npos) {
    rule.Refuse("because", "may hold {answer} and {age}, once each, and no other braces");
  }
  const bool quotes = sentence.text_.find(kAnswer) != std::string::npos;
  if (quotes && ((when.any | when.all) & (kQuotable | kSides)) == 0) {
    rule.Refuse("because", "holds {answer}, but the rule names no concern or circumstance");
  }
  const bool says_age = sentence.text_.find(kAge) != std::string::npos;
  if (says_age && when.child_age_below == kNoAge) {
    rule.Refuse("because", "holds {age}, but the rule does not ask child_age_below");
  }
  return sentence;
}

std::string Sentence::For(const Report& report, const Facts& facts, const Condition& when,
                          const RemitSides& sides, const Phrases& phrases) const {
  FactMask asked = when.any | when.all;
  asked |= (asked & MaskOf(DerivedFact::kInRemit)) != 0 ? sides.in : 0;
  asked |= (asked & MaskOf(DerivedFact::kOutsideRemit)) != 0 ? sides.outside : 0;
  std::string text = text_;
  Replace(text, kAge, SayAge(facts));
  Replace(text, kAnswer, QuoteAll(report, asked & facts.ids & kQuotable, phrases));
  return text;
}

}  // namespace safety::safeguarding
