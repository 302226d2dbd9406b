#pragma once

#include <string>

#include "base/clock.h"
#include "workbench/words.h"

namespace safety::workbench {

/// "5:00pm on 24 November 2026", in local time.
[[nodiscard]] std::string SayLocal(base::UtcTime moment, const Words& words);

/// "due in 40 minutes" or "overdue by 2 hours": never by colour alone.
[[nodiscard]] std::string SayDue(base::UtcTime answer_by, base::UtcTime now, const Words& words);

/// "3 days ago".
[[nodiscard]] std::string SayAge(base::UtcTime since, base::UtcTime now, const Words& words);

}  // namespace safety::workbench
