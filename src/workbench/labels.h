#pragma once

#include "casework/store.h"
#include "html/html.h"
#include "safeguarding/vocabulary.h"
#include "workbench/words.h"

namespace safety::workbench {

/// The words of an id, as advisors say it: Say("status", CaseStatus::kNew) is "New".
template <class Id>
[[nodiscard]] const std::string& Say(std::string_view kind, Id id, const Words& words) {
  return words[std::string(kind) + "." + std::string(safeguarding::IdOf(id))];
}

/// The priority as a tag: word, letter and colour, never colour alone.
[[nodiscard]] html::Html PriorityTag(safeguarding::Priority priority, const Words& words);

/// When the case must be answered, and how long that still is or has been.
[[nodiscard]] html::Html AnswerBy(const casework::CaseRow& row, base::UtcTime now,
                                  const Words& words);

/// Who has the case, or "Nobody".
[[nodiscard]] const std::string& Assignee(const casework::CaseRow& row, const Words& words);

/// Text of a visitor with its line ends kept; inert, no links made of addresses.
[[nodiscard]] html::Html Lines(std::string_view text);

}  // namespace safety::workbench
