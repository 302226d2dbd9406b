#pragma once

#include <filesystem>
#include <string>

namespace safety::main {

struct InitRequest {
  std::filesystem::path data;
  std::string administrator = "administrator";
  std::string duty_lead = "duty-lead";
};

/// `safety-centre init`: a new centre in an empty folder. Asks for two passphrases (on a terminal,
/// or as two lines of standard input), and prints the recovery key and the second factors once.
/// Returns the exit code.
[[nodiscard]] int Init(const InitRequest& request);

}  // namespace safety::main
