#pragma once

#include "casework/sign_in.h"
#include "http/router.h"
#include "workbench/frame.h"

namespace safety::workbench {

/// GET and POST /sign-in, POST /sign-out.
void AddSignInPages(http::Router& router, casework::SignIn& sign_in, const Frame& frame);

}  // namespace safety::workbench
