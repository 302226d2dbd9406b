#pragma once

#include <functional>
#include <memory>

#include "casework/sign_in.h"
#include "http/form.h"
#include "http/router.h"
#include "workbench/frame.h"

namespace safety::workbench {

inline constexpr std::string_view kSessionCookie = "__Host-session";

/// A signed-in request: whose, with what rights, and its form when it changes something.
struct Visit {
  const http::Request& request;
  casework::Advisor advisor;
  casework::SessionKey session;
  Viewer viewer;
  http::Form form;
};

using SignedInHandler = std::function<void(Visit, http::Responder)>;

/// Lets only signed-in people through to `handler`; others are led to the sign-in page. A POST also
/// needs a readable form that carries this session's token and comes from our own pages. Both
/// arguments outlive the router.
[[nodiscard]] http::Handler Guarded(casework::SignIn& sign_in, const Frame& frame,
                                    SignedInHandler handler);

/// What is wrong with a form, as a page.
[[nodiscard]] http::Response FormRefusal(const Frame& frame, const http::FormError& error);

}  // namespace safety::workbench
