#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "casework/report_from_answers.h"
#include "safeguarding/report.h"
#include "safeguarding/triage.h"

namespace safety::casework {

/// What a received report's entry seals: the report, the words it was given in, and why it got its
/// priority.
struct ReportDocument {
  safeguarding::Report report;
  std::vector<TranscriptLine> transcript;
  std::vector<safeguarding::Reason> reasons;
};

[[nodiscard]] std::string ToJson(const ReportDocument& document);
/// The same without a copy of what is in it. The result is plaintext: wipe it when it is sealed.
[[nodiscard]] std::string DocumentJson(const safeguarding::Report& report,
                                       const std::vector<TranscriptLine>& transcript,
                                       const std::vector<safeguarding::Reason>& reasons);
enum class DocumentError { kMalformed };
[[nodiscard]] std::expected<ReportDocument, DocumentError> ParseReportDocument(
    std::string_view json);

/// One line for the queue: who it is about and what worries the reporter, at most 160 characters.
[[nodiscard]] std::string SummaryOf(const safeguarding::Report& report);

}  // namespace safety::casework
