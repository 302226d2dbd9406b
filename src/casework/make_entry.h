#pragma once

#include <string>

#include "base/bytes.h"
#include "base/clock.h"
#include "casework/store.h"

namespace safety::casework {

/// An entry of now, with a new id and nothing sealed. `header` is small plain JSON.
[[nodiscard]] NewEntry MakeEntry(const base::Clock& clock, std::string actor, std::string action,
                                 base::ByteView subject, std::string header);

}  // namespace safety::casework
