#pragma once

#include <functional>
#include <string_view>

#include "base/bytes.h"
#include "base/clock.h"
#include "casework/sign_in.h"
#include "casework/store.h"

namespace safety::casework {

/// Writes into the journal that somebody tried `what` on `subject`, which is not theirs to do, and
/// then calls `say_no`, whatever became of the entry. Internal to this room.
void Refuse(Store& store, const base::Clock& clock, const Advisor& advisor, std::string_view what,
            base::ByteView subject, std::move_only_function<void()> say_no);

}  // namespace safety::casework
