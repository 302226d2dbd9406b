#pragma once

#include <string>

#include "journey/answers.h"
#include "journey/path.h"
#include "site/content.h"
#include "site/layout.h"

namespace safety::site {

struct CheckView {
  const JourneyContent& journey;
  const journey::Answers& answers;
  const journey::Path& path;  ///< reaches check-your-answers
  std::string csrf;
};

/// Every question on the way with its answer and a link that changes it, and the button that sends.
[[nodiscard]] PageParts CheckPage(const Content& content, const CheckView& view);

}  // namespace safety::site
