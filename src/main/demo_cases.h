#pragma once

#include <chrono>
#include <expected>
#include <vector>

#include "datafile/file.h"
#include "safeguarding/report.h"
#include "safeguarding/vocabulary.h"

namespace safety::main {

/// One invented case of content/demo/cases.toml.
struct DemoCase {
  std::chrono::minutes received_ago{0};
  safeguarding::CaseStatus status = safeguarding::CaseStatus::kNew;
  std::size_t advisor = 0;  ///< who has it, of the demo's advisors; unused when new
  safeguarding::Report report;
};

/// Reads the file strictly. Every summary gets the mark that says that it is invented.
[[nodiscard]] std::expected<std::vector<DemoCase>, datafile::Fault> LoadDemoCases(
    const datafile::File& file);

}  // namespace safety::main
