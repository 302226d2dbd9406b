#pragma once

#include <filesystem>
#include <string>

#include "base/check.h"
#include "datafile/file.h"
#include "safeguarding/triage.h"

namespace safety::safeguarding {

/// The files in the source tree's policy/, so that tests hold for what is shipped.
inline PolicyFiles ShippedPolicyFiles() {
  const auto read = [](const std::string& name) {
    auto file = datafile::ReadFile(SAFETY_SOURCE_DIR, "policy/" + name);
    base::Check(file.has_value(), "policy/ is in the source tree");
    return *file;
  };
  return {.remit = read("remit.toml"),
          .risk = read("risk.toml"),
          .service_levels = read("service-levels.toml"),
          .bank_holidays = read("bank-holidays.toml")};
}

inline const Policy& ShippedPolicy() {
  static const Policy policy = [] {
    auto loaded = Policy::Load(ShippedPolicyFiles());
    base::Check(loaded.has_value(), loaded ? "" : loaded.error().ToString());
    return std::move(*loaded);
  }();
  return policy;
}

}  // namespace safety::safeguarding
