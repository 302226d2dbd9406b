#pragma once

#include <expected>
#include <filesystem>
#include <string>

#include "datafile/document.h"

namespace safety::datafile {

/// One data file's name, as faults should print it, and its bytes.
struct File {
  std::string name;
  std::string text;
};

/// Reads `root`/`name` whole. Refuses what is missing, over 1 MiB or not UTF-8.
[[nodiscard]] std::expected<File, Fault> ReadFile(const std::filesystem::path& root,
                                                  const std::string& name);

}  // namespace safety::datafile
