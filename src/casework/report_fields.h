#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "journey/answers.h"
#include "journey/journey.h"
#include "safeguarding/report.h"

namespace safety::casework {

// Which fields of a report a journey's questions may fill, and how. Internal to this room.

/// A report under way. Platforms are told apart from usernames until every answer is in.
struct ReportDraft {
  safeguarding::Report report;
  std::vector<std::vector<std::string>> platforms;  ///< by person of concern
};

/// An answer that holds something.
struct Answer {
  const journey::Question& question;
  const journey::Answers::Values& values;
  std::uint32_t item;

  [[nodiscard]] const std::string& text() const { return values.front(); }
  [[nodiscard]] bool yes() const { return text() == "yes"; }
};

/// What a `fills` names.
struct ReportField {
  std::string_view name;
  std::string_view group;  ///< whose items it belongs to; empty: the whole report
  bool (*takes)(journey::AnswerType);
  std::size_t max_characters;              ///< of texts; 0 where it does not matter
  std::size_t max_items;                   ///< of lists; 0 where it does not matter
  bool (*is_option)(std::string_view id);  ///< what a plain option must be; may be null
  void (*fill)(ReportDraft& draft, const Answer& answer);
};

/// nullptr when a report has no such field.
[[nodiscard]] const ReportField* FindReportField(std::string_view name);

}  // namespace safety::casework
