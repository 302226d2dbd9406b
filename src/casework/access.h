#pragma once

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "casework/queue.h"
#include "casework/sign_in.h"
#include "casework/store.h"
#include "safeguarding/vocabulary.h"

namespace safety::casework {

/// True for the roles that may see who has an account.
[[nodiscard]] bool SeesAccounts(safeguarding::Role role);
/// True for the roles that invite people to make an account.
[[nodiscard]] bool InvitesPeople(safeguarding::Role role);
/// True for the roles that give access to reports, once they have it themselves.
[[nodiscard]] bool GivesAccess(safeguarding::Role role);

enum class AccountStatus {
  kActive,
  kWaitingForAccess,  ///< its role reads reports, and nobody has given it the newest team key
  kDisabled,
};

struct AccountLine {
  base::AccountId id;
  std::string name;
  safeguarding::Role role;
  AccountStatus status;
  bool may_be_given_access = false;  ///< by who is looking
};

struct AccountList {
  std::vector<AccountLine> accounts;    ///< by name
  std::vector<Invitation> invitations;  ///< not expired, by name
};

using ListAccountsDone = std::move_only_function<void(std::expected<AccountList, CaseError>)>;
/// Everybody who has an account or may make one. A refusal is in the journal.
void ListAccounts(Store& store, const base::Clock& clock, const Advisor& advisor,
                  ListAccountsDone done);

using GrantDone = std::move_only_function<void(std::expected<void, CaseError>)>;
/// Gives an account the team keys that the advisor holds, so that it can read reports. No one
/// person both makes an account and lets it read: kForbidden, and an entry, for oneself, for an
/// account that one invited, for roles that do not give access and for who has not the newest team
/// key. kNotAllowed when the account is disabled or its role reads no reports. Giving what the
/// account has already is done at once.
void GrantAccess(Store& store, const base::Clock& clock, const Advisor& advisor,
                 base::AccountId account, GrantDone done);

}  // namespace safety::casework
