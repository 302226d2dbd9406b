#pragma once

#include "base/clock.h"
#include "casework/invitations.h"
#include "casework/sign_in.h"
#include "casework/store.h"
#include "http/router.h"
#include "workbench/frame.h"

namespace safety::workbench {

/// GET /accounts; POST /accounts/invite, /accounts/{id}/access and /accounts/withdraw.
void AddAccountPages(http::Router& router, casework::Store& store, casework::SignIn& sign_in,
                     casework::Invitations& invitations, const base::Clock& clock,
                     const Frame& frame);

}  // namespace safety::workbench
