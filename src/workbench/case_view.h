#pragma once

#include <string_view>

#include "base/clock.h"
#include "casework/queue.h"
#include "http/message.h"
#include "workbench/frame.h"

namespace safety::workbench {

/// An opened case as a page: how it stands, why it has its priority, what the reporter said in
/// their own words, and what happened since. `notice` is the name of a text, or empty.
[[nodiscard]] http::Response CaseView(const Frame& frame, const casework::OpenedCase& opened,
                                      base::UtcTime now, std::string_view notice,
                                      const Viewer& viewer);

}  // namespace safety::workbench
