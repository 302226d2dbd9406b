#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "casework/report_document.h"
#include "casework/sign_in.h"
#include "casework/store.h"

namespace safety::casework {

enum class CaseError {
  kNotFound,    ///< there is none, or you may not know of it
  kForbidden,   ///< your role does not do this, or you have not been given the team key
  kConflict,    ///< somebody changed it meanwhile
  kNotAllowed,  ///< the case's state does not permit it
  kBusy,
  kUnavailable,
};

struct QueueLine {
  CaseRow row;
  std::string summary;  ///< opened; empty when the advisor's keys do not open it
};

struct QueuePage {
  std::vector<QueueLine> lines;
  std::size_t total = 0;
  std::size_t offset = 0;
};

/// The worst first: open cases by priority, then answer-by, with the summaries of the rows on
/// screen opened.
[[nodiscard]] std::expected<QueuePage, CaseError> ListQueue(Store& store, const Advisor& advisor,
                                                            const QueueQuery& query);

/// One thing that happened to a case.
struct TimelineLine {
  base::UtcTime at;
  std::string who;     ///< an account's name, "Reporter" or "Safety Centre"
  std::string action;  ///< the entry's action id
};

struct OpenedCase {
  CaseRow row;
  std::vector<ReportDocument> reports;  ///< oldest first; a report that does not open is left out
  std::size_t unreadable = 0;           ///< how many did not open
  std::vector<TimelineLine> timeline;   ///< oldest first, this view included
};

using OpenDone = std::move_only_function<void(std::expected<OpenedCase, CaseError>)>;
/// Appends the `viewed` entry first; only when that is durable, the case is decrypted and given.
/// `done` may be called on a thread of the store's.
void OpenCase(Store& store, const base::Clock& clock, Advisor advisor, base::CaseId id,
              OpenDone done);

using TakeDone = std::move_only_function<void(std::expected<void, CaseError>)>;
/// The advisor takes a new case on: new → allocated to them. `expected_version` is the one their
/// screen showed.
void TakeCase(Store& store, const base::Clock& clock, const Advisor& advisor, base::CaseId id,
              std::uint64_t expected_version, TakeDone done);

}  // namespace safety::casework
