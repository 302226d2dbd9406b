#pragma once

#include <functional>
#include <memory>

#include "casework/drafts.h"
#include "casework/visitor.h"
#include "http/router.h"
#include "journey/answers.h"
#include "site/services.h"

namespace safety::site {

/// What a change makes of the answers it met, and what its visitor sees next.
struct Outcome {
  bool save = false;        ///< false: nothing was changed
  http::Response response;  ///< sent once the answers are stored
};

/// One change to a draft, from a request to its response.
struct Change {
  casework::Visitor visitor;
  const JourneyContent& journey;
  const journey::Page* page;  ///< where it was asked for
  casework::Draft draft;
  /// Changes the answers. Called again on newer answers when another tab has saved meanwhile.
  std::function<Outcome(journey::Answers&)> apply;
  /// The page for a store that takes nothing, with the answers as they would have been.
  std::function<http::Response(const journey::Answers&)> not_saved;
  http::Responder respond;
  int tries = 0;
};

/// Applies the change, saves the draft and answers, now or later. When another tab has saved
/// meanwhile, the draft is loaded anew and the change applied to it, a few times at most.
void SaveChange(const Services& services, std::shared_ptr<Change> change);

}  // namespace safety::site
