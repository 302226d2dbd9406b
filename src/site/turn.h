#pragma once

#include <string>

#include "http/message.h"
#include "journey/answers.h"
#include "journey/path.h"
#include "journey/validation.h"
#include "site/addresses.h"
#include "site/save_change.h"
#include "site/services.h"
#include "site/visit.h"

namespace safety::site {

/// One page's answers as they came, with what is needed to take them or to show them again.
struct Turn {
  const Services& services;
  Spot spot;
  Purpose purpose;
  std::string csrf;
  journey::Submission submission;

  /// Stores the answers and goes on; or, where they cannot stand, shows the page again; or, when
  /// the page is not on the visitor's way, leads to the end of it.
  [[nodiscard]] Outcome Take(journey::Answers& answers) const;
  /// The page with what was typed, for a store that takes nothing.
  [[nodiscard]] http::Response NotSaved(const journey::Answers& answers) const;

 private:
  [[nodiscard]] bool AsksForTooMany(const journey::Answers& answers) const;
  [[nodiscard]] journey::Answers Typed(const journey::Answers& answers) const;
};

/// Where the back link of a page leads.
[[nodiscard]] std::string BackFrom(const Spot& spot, const journey::Path& path, Purpose purpose);

}  // namespace safety::site
