#pragma once

#include "journey/answers.h"
#include "journey/journey.h"
#include "journey/path.h"
#include "safeguarding/report.h"

namespace safety::main {

/// What a reporter would have answered on `journey` to have made `report`: the way an invented case
/// gets a transcript in the words that people really see. Questions that the report says nothing of
/// stay unanswered.
struct DemoAnswers {
  journey::Answers answers;
  journey::Path path;  ///< every page that holds one of the answers
};
[[nodiscard]] DemoAnswers AnswersOf(const safeguarding::Report& report,
                                    const journey::Journey& journey);

}  // namespace safety::main
