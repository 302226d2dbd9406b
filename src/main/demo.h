#pragma once

#include <filesystem>
#include <string>

#include "main/places.h"

namespace safety::main {

struct DemoRequest {
  std::filesystem::path data;
  std::string code_for;  ///< a demo account: print its second factor's code instead
  Places places = Places::Default();
};

/// `safety-centre demo`: a new folder with invented cases, accounts and traffic, all marked as
/// such, or the code that a demo account's authenticator app would show. The only place where
/// passphrases are known beforehand. Returns the exit code.
[[nodiscard]] int Demo(const DemoRequest& request);

}  // namespace safety::main
