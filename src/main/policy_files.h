#pragma once

#include <expected>
#include <filesystem>

#include "datafile/document.h"
#include "safeguarding/triage.h"

namespace safety::main {

/// Reads policy/ under `share` and loads it. The fault names file, line and key.
[[nodiscard]] std::expected<safeguarding::Policy, datafile::Fault> LoadPolicy(
    const std::filesystem::path& share);

}  // namespace safety::main
