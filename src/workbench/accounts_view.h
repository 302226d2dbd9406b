#pragma once

#include <string>
#include <string_view>

#include "casework/access.h"
#include "casework/invitations.h"
#include "http/message.h"
#include "safeguarding/vocabulary.h"
#include "workbench/forms.h"
#include "workbench/frame.h"

namespace safety::workbench {

/// What an administrator has typed into the form that invites.
struct InviteFields {
  std::string name;
  std::string role;
};

/// Who has an account and who is invited, with what `role` may do about it. `notice` is the name of
/// a text, or empty.
[[nodiscard]] http::Response AccountsView(const Frame& frame, int status,
                                          const casework::AccountList& list,
                                          safeguarding::Role role, std::string_view notice,
                                          const InviteFields& fields, Errors errors,
                                          const Viewer& viewer);

/// The code of a new invitation, to be handed on. `host` is the workbench's own, as the browser
/// knows it.
[[nodiscard]] http::Response InvitationView(const Frame& frame,
                                            const casework::InvitationGiven& given,
                                            std::string_view host, const Viewer& viewer);

}  // namespace safety::workbench
