#pragma once

#include "base/clock.h"
#include "journey/answers.h"
#include "journey/journey.h"

namespace safety::site {

/// The answers that also hold in another journey, for somebody who went through the wrong door:
/// questions of the same id whose answer is one there. All else is dropped.
[[nodiscard]] journey::Answers AnswersThatFit(const journey::Journey& journey,
                                              const journey::Answers& answers, base::UtcTime today);

}  // namespace safety::site
