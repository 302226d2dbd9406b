#include "casework/make_entry.h"

#include <utility>

namespace safety::casework {

NewEntry MakeEntry(const base::Clock& clock, std::string actor, std::string action,
                   base::ByteView subject, std::string header) {
  return {.id = base::EntryId::Random(),
          .at = clock.Now(),
          .actor = std::move(actor),
          .action = std::move(action),
          .subject = base::Bytes(subject.begin(), subject.end()),
          .header = std::move(header),
          .sealed = {}};
}

}  // namespace safety::casework
