#pragma once

#include <iosfwd>
#include <string>

#include "base/clock.h"
#include "main/places.h"
#include "safeguarding/triage.h"

namespace safety::main {

struct AssessRequest {
  std::string report;       ///< a file's path, or "-" for standard input
  std::string received_at;  ///< RFC 3339; empty: now
  Places places = Places::Default();
};

/// `safety-centre assess`: prints remit, priority, answer-by and reasons of a report as one line of
/// JSON. Returns 0; 1 when policy/ does not load; 2 when the report or the time is refused, with
/// the field (JSON Pointer) and the reason on standard error. Stores nothing.
[[nodiscard]] int Assess(const AssessRequest& request);

/// The same on streams, with a policy that is loaded.
[[nodiscard]] int AssessStream(std::istream& report, base::UtcTime received,
                               const safeguarding::Policy& policy, std::ostream& out,
                               std::ostream& err);

}  // namespace safety::main
