#pragma once

#include "base/clock.h"
#include "casework/sign_in.h"
#include "casework/store.h"
#include "http/router.h"
#include "workbench/frame.h"

namespace safety::workbench {

/// GET /case/{reference} and POST /case/{reference}/take.
void AddCasePages(http::Router& router, casework::Store& store, casework::SignIn& sign_in,
                  const base::Clock& clock, const Frame& frame);

}  // namespace safety::workbench
