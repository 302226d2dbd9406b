#pragma once

#include <chrono>
#include <string_view>

#include "casework/activation_key.h"
#include "casework/invitations.h"
#include "http/message.h"
#include "workbench/forms.h"
#include "workbench/frame.h"

namespace safety::workbench {

inline constexpr std::string_view kActivationCookie = "__Host-activation";
/// Long enough to find the phone and install an app; begins anew with each page.
inline constexpr std::chrono::hours kActivationLimit{1};

/// `response` with the cookie of `key`, on which the token of its form hangs.
[[nodiscard]] http::Response WithActivationKey(http::Response response,
                                               const casework::ActivationKey& key);

/// The page that asks for the code of an invitation. `notice` is the name of a text, or empty.
[[nodiscard]] http::Response InvitationCodeView(const Frame& frame, int status,
                                                const casework::ActivationKey& key,
                                                std::string_view notice, Errors errors);

/// The page where an account is set up. The second factor's secret is on this page and on no other
/// one, until the account is made.
[[nodiscard]] http::Response NewAccountView(const Frame& frame, int status,
                                            const casework::ActivationKey& key,
                                            const casework::InvitationShown& shown, Errors errors);

}  // namespace safety::workbench
