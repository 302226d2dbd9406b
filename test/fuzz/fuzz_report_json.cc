#include "base/check.h"
#include "safeguarding/report_json.h"
#include "target.h"

void safety::fuzz::Try(std::string_view input) {
  const auto report = safeguarding::ParseReport(input);
  if (!report) {
    base::Check(!report.error().reason.empty(), "a refusal says why");
    return;
  }
  const auto again = safeguarding::ParseReport(safeguarding::ToJson(*report));
  base::Check(again.has_value() && *again == *report, "a report's JSON brings it back");
}
