#pragma once

#include <cstdio>
#include <expected>
#include <string>

#include "base/secret_bytes.h"

namespace safety::main {

/// Asks for a secret: on a terminal with `prompt` and without showing what is typed, otherwise it
/// takes the next line of standard input. At most 1,000 bytes.
[[nodiscard]] std::expected<base::SecretBytes, std::string> ReadSecretLine(const char* prompt);

}  // namespace safety::main
