#pragma once

#include <string>
#include <string_view>

#include "base/check.h"
#include "datafile/file.h"
#include "journey/journey.h"
#include "journey/words.h"

namespace safety::casework {

inline datafile::File SourceFile(const std::string& name) {
  auto file = datafile::ReadFile(SAFETY_SOURCE_DIR, name);
  base::Check(file.has_value(), "content/ is in the source tree");
  return *file;
}

/// The journey and the English words that are shipped for an audience.
struct ShippedJourney {
  journey::Journey journey;
  journey::Words words;

  static ShippedJourney For(const std::string& audience) {
    auto journey =
        journey::Journey::Load(SourceFile("content/journeys/" + audience + ".toml")).value();
    auto words =
        journey::Words::Load(SourceFile("content/en/journeys/" + audience + ".toml"), journey)
            .value();
    return {std::move(journey), std::move(words)};
  }
};

}  // namespace safety::casework
