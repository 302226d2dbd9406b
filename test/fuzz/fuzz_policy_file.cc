#include <array>

#include "base/check.h"
#include "safeguarding/triage.h"
#include "target.h"

namespace safety::fuzz {
namespace {

using safeguarding::PolicyFiles;

datafile::File Shipped(const char* name) {
  return datafile::ReadFile(SAFETY_SOURCE_DIR, name).value();
}

/// Everything at once: whatever rule there is looks at something.
safeguarding::Report FullReport() {
  safeguarding::Report report;
  for (std::size_t i = 0; i < safeguarding::kConcernCount; ++i) {
    report.concerns.Add(static_cast<safeguarding::Concern>(i));
  }
  for (std::size_t i = 0; i < safeguarding::kCircumstanceCount; ++i) {
    report.circumstances.Add(static_cast<safeguarding::Circumstance>(i));
  }
  report.children.push_back({.age = 9});
  return report;
}

}  // namespace

/// Writes over a place in one of the shipped files, so that most inputs come close to a policy:
/// which file, the place (two bytes), how many bytes go, and then what comes there instead.
void Try(std::string_view input) {
  static const PolicyFiles kShipped{.remit = Shipped("policy/remit.toml"),
                                    .risk = Shipped("policy/risk.toml"),
                                    .service_levels = Shipped("policy/service-levels.toml"),
                                    .bank_holidays = Shipped("policy/bank-holidays.toml")};
  if (input.size() < 4) {
    return;
  }
  const auto byte = [input](std::size_t i) { return static_cast<std::uint8_t>(input[i]); };
  PolicyFiles files = kShipped;
  const std::array texts = {&files.remit.text, &files.risk.text, &files.service_levels.text,
                            &files.bank_holidays.text};
  std::string& text = *texts[byte(0) % texts.size()];
  text.replace((byte(1) * 256U + byte(2)) % text.size(), byte(3), input.substr(4));

  const auto policy = safeguarding::Policy::Load(files);
  if (!policy) {
    base::Check(!policy.error().file.empty() && !policy.error().reason.empty(),
                "a refusal names the file and says why");
    return;
  }
  const auto received = base::ParseRfc3339("2026-12-24T17:30:00Z").value();
  const auto least = policy->Assess({}, received);
  const auto most = policy->Assess(FullReport(), received);
  base::Check(most.priority <= least.priority, "danger signs never lower a priority");
  base::Check(least.answer_by > received && most.answer_by > received, "answers are due later");
}

}  // namespace safety::fuzz
