#pragma once

#include <string>

#include "datafile/catalogue.h"
#include "journey/journey.h"
#include "journey/validation.h"
#include "journey/words.h"

namespace safety::site {

/// What is wrong with an answer, in one sentence that says what to do. The same words stand in the
/// summary and beside the field.
[[nodiscard]] std::string SayProblem(const journey::FieldError& error,
                                     const journey::Question& question,
                                     const journey::QuestionWords& question_words,
                                     const datafile::Catalogue& words);

}  // namespace safety::site
