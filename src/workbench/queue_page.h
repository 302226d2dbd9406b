#pragma once

#include "base/clock.h"
#include "casework/sign_in.h"
#include "casework/store.h"
#include "http/router.h"
#include "workbench/frame.h"

namespace safety::workbench {

/// GET /: open cases, the worst first, in pages of 50 (?page=2).
void AddQueuePage(http::Router& router, casework::Store& store, casework::SignIn& sign_in,
                  const base::Clock& clock, const Frame& frame);

}  // namespace safety::workbench
