#include "casework/store.h"

#include <future>
#include <utility>

namespace safety::casework {

std::expected<Committed, StoreError> CommitAndWait(Store& store, Transaction transaction) {
  std::promise<std::expected<Committed, StoreError>> promise;
  auto result = promise.get_future();
  // The callback owns the promise: this frame may be gone before set_value returns.
  store.Commit(std::move(transaction), [promise = std::move(promise)](auto committed) mutable {
    promise.set_value(std::move(committed));
  });
  return result.get();
}

}  // namespace safety::casework
