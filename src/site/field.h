#pragma once

#include <string>
#include <vector>

#include "datafile/catalogue.h"
#include "html/html.h"
#include "journey/answers.h"
#include "journey/journey.h"
#include "journey/words.h"

namespace safety::site {

/// How a question's label or legend stands on its page.
enum class Heading {
  kIsPageHeading,  ///< the page's h1: its only question
  kOneOfSeveral,   ///< under the page's own h1
  kReadOutOnly,    ///< the h1 above says the same, with other things in between
};

struct FieldOptions {
  const journey::Question& question;
  const journey::QuestionWords& words;
  const journey::Answers::Values* values = nullptr;  ///< as typed; nullptr: not answered yet
  Heading heading = Heading::kOneOfSeveral;
  std::string error;       ///< empty: none
  std::string error_part;  ///< of a date: the box at fault, or empty for all
};

/// One question as its GOV.UK component, with its answer filled in.
[[nodiscard]] html::Html Field(const FieldOptions& field, const datafile::Catalogue& words);

/// The id of the element that an error of this question leads to.
[[nodiscard]] std::string FieldId(const journey::Question& question, const std::string& error_part);

}  // namespace safety::site
