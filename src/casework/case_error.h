#pragma once

#include "casework/queue.h"
#include "casework/store.h"

namespace safety::casework {

/// What the store's error means to who asked for a use case. Internal to this room.
[[nodiscard]] inline CaseError Translate(StoreError error) {
  switch (error) {
    case StoreError::kBusy:
      return CaseError::kBusy;
    case StoreError::kConflict:
      return CaseError::kConflict;
    case StoreError::kUnavailable:
      break;
  }
  return CaseError::kUnavailable;
}

}  // namespace safety::casework
