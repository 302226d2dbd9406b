#pragma once

#include <functional>
#include <set>
#include <string>

#include "base/clock.h"
#include "journey/answers.h"
#include "journey/journey.h"
#include "journey/path.h"
#include "journey/validation.h"

namespace safety::content {

/// What a pretended visitor sends for a page: the form's fields.
using Visitor = std::function<journey::Fields(const journey::Stop&)>;

struct Walked {
  journey::Answers answers;
  journey::Path path;  ///< to check-your-answers or a page that ends
};

/// Walks as the site does: shows the last stop, reads what the visitor sends, stores it, until the
/// journey is over. A submission with errors, or more than `limit` pages, ends the walk early.
[[nodiscard]] Walked Walk(const journey::Journey& journey, const Visitor& visitor,
                          std::size_t limit = 1000);

/// True when the walk came to check-your-answers or to a page that ends.
[[nodiscard]] bool IsOver(const journey::Path& path);

/// The vocabulary's circumstances that hold after a walk, by id.
[[nodiscard]] std::set<std::string> CircumstancesOf(const Walked& walked);

/// The moment that tests take place at.
[[nodiscard]] base::UtcTime Today();

}  // namespace safety::content
