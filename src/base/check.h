#pragma once

#include <string_view>

namespace safety::base {

/// Aborts the process with `what` on stderr when a promise that the code makes to itself is broken.
///
/// For invariants only: input from outside is never validated by Check, because an attacker must
/// not be able to stop the service. `what` says the broken promise and carries no content of a
/// report.
void Check(bool holds, std::string_view what);

}  // namespace safety::base
