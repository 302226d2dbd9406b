#pragma once

#include <expected>
#include <string>
#include <vector>

#include "base/clock.h"
#include "datafile/document.h"
#include "journey/answers.h"
#include "journey/journey.h"
#include "journey/path.h"
#include "journey/words.h"
#include "safeguarding/report.h"

namespace safety::casework {

/// Refuses a journey whose questions fill fields that a report does not have, or whose options
/// mean ids that the vocabulary does not have. Asked once, at start.
[[nodiscard]] std::expected<void, datafile::Fault> CheckJourney(const journey::Journey& journey,
                                                                const std::string& file);

/// The report that these answers make. Only answers on the path count.
[[nodiscard]] safeguarding::Report ReportFromAnswers(const journey::Journey& journey,
                                                     const journey::Answers& answers,
                                                     const journey::Path& path,
                                                     std::string_view language);

/// One question and its answer in the words the reporter saw.
struct TranscriptLine {
  std::string heading;  ///< "Child 2" in a group; else empty
  std::string question_id;
  std::string question;
  std::string answer;  ///< lines separated by LF; empty when passed over
};

/// What was asked and answered on the path, in order: kept with the report, so that it reads the
/// same when the journey has changed.
[[nodiscard]] std::vector<TranscriptLine> TranscriptOf(const journey::Journey& journey,
                                                       const journey::Words& words,
                                                       const journey::Answers& answers,
                                                       const journey::Path& path);

}  // namespace safety::casework
