#pragma once

#include "casework/invitations.h"
#include "http/router.h"
#include "workbench/frame.h"

namespace safety::workbench {

/// GET and POST /activate: the code of an invitation; POST /activate/account: passphrase and first
/// code of the authenticator app, which make the account.
void AddActivationPages(http::Router& router, casework::Invitations& invitations,
                        const Frame& frame);

}  // namespace safety::workbench
