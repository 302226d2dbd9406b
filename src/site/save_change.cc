#include "site/save_change.h"

#include <utility>

#include "site/addresses.h"
#include "site/visit.h"

namespace safety::site {
namespace {

constexpr int kMaxTries = 4;

void LoadAnew(const Services& services, std::shared_ptr<Change> change) {
  auto draft = OpenDraft(services, change->visitor, change->journey, change->page);
  if (!draft) {
    change->respond(draft.error() == NoDraft::kUnavailable
                        ? change->not_saved(change->draft.answers)
                        : Answer(services, draft.error(), JourneyAddress(change->journey.id())));
    return;
  }
  change->draft = std::move(*draft);
  SaveChange(services, std::move(change));
}

/// On the store's own thread: reads nothing.
void Finish(const Services& services, const std::shared_ptr<Change>& change,
            http::Response response, std::expected<void, casework::StoreError> saved) {
  if (saved) {
    KeepVisitor(change->visitor, response);
    change->respond(std::move(response));
    return;
  }
  if (saved.error() == casework::StoreError::kConflict && ++change->tries < kMaxTries &&
      services.workers.TryPost([&services, change] { LoadAnew(services, change); })) {
    return;
  }
  change->respond(change->not_saved(change->draft.answers));
}

}  // namespace

void SaveChange(const Services& services, std::shared_ptr<Change> change) {
  Outcome outcome = change->apply(change->draft.answers);
  if (!outcome.save) {
    change->respond(std::move(outcome.response));
    return;
  }
  const Change& saving = *change;
  services.drafts.Save(
      saving.visitor, saving.draft,
      [&services, change = std::move(change), response = std::move(outcome.response)](
          std::expected<void, casework::StoreError> saved) mutable {
        Finish(services, change, std::move(response), saved);
      });
}

}  // namespace safety::site
