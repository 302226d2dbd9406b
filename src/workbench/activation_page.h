#pragma once

#include "casework/invitations.h"
#include "http/router.h"
#include "workbench/frame.h"

namespace safety::workbench {

/// GET and POST /activate: the code of an invitation; GET and POST /activate/account: passphrase
/// and first code of the authenticator app, which make the account. Between the two, cookies carry
/// what the second page needs, so that it can be reloaded and come back to.
void AddActivationPages(http::Router& router, casework::Invitations& invitations,
                        const Frame& frame);

}  // namespace safety::workbench
