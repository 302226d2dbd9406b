#pragma once

#include <string>

#include "base/clock.h"
#include "casework/store.h"
#include "site/content.h"
#include "site/layout.h"

namespace safety::site {

struct SentView {
  const casework::Receipt& receipt;
  std::string code;  ///< the return code's words with single spaces
  std::string csrf;
  base::UtcTime now;
};

/// The confirmation: reference, return code, what happens next and by when, what to do now and what
/// to keep. It never says how urgent we think a report is.
[[nodiscard]] PageParts SentPage(const Content& content, const SentView& view);

}  // namespace safety::site
