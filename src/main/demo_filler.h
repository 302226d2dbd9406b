#pragma once

#include <expected>
#include <string>
#include <vector>

#include "base/clock.h"
#include "casework/store.h"
#include "main/demo_cases.h"
#include "safeguarding/triage.h"
#include "site/content.h"
#include "vault/key_file.h"

namespace safety::main {

/// Sends each invented report as a visitor would have, at its own time before `now`, and moves the
/// cases that are not new on to their state, each move with its journal entry. The accounts of
/// demo_accounts.h must be in the store.
[[nodiscard]] std::expected<void, std::string> FillWithCases(
    casework::Store& store, const safeguarding::Policy& policy, const site::Content& content,
    const vault::KeyFile& keys, const std::vector<DemoCase>& cases, base::UtcTime now);

}  // namespace safety::main
