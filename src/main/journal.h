#pragma once

#include <string>

namespace safety::main {

/// `safety-centre journal verify`: prints how many entries hold, and the head; exits 1 and names
/// the first bad entry when one does not.
[[nodiscard]] int VerifyJournal(const std::string& data);

}  // namespace safety::main
