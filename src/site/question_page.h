#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journey/answers.h"
#include "journey/path.h"
#include "journey/validation.h"
#include "site/addresses.h"
#include "site/content.h"
#include "site/layout.h"

namespace safety::site {

/// One page of a journey, as one visitor sees it.
struct QuestionView {
  const JourneyContent& journey;
  journey::Stop stop;
  const journey::Answers& answers;  ///< with what was typed just now, faulty or not
  std::string csrf;
  Purpose purpose = Purpose::kFirstTime;
  std::optional<std::string> back;  ///< where the back link leads
  std::vector<journey::FieldError> errors;
  bool list_is_full = false;  ///< another item was asked for, past the group's limit
  bool not_saved = false;  ///< the store did not take the answers: the page says so and keeps them
};

/// The page's questions by their types, or what it has to tell; its guidance; the items it lists.
[[nodiscard]] PageParts QuestionPage(const Content& content, const QuestionView& view);

}  // namespace safety::site
