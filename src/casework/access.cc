#include "casework/access.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "casework/case_error.h"
#include "casework/make_account.h"
#include "casework/make_entry.h"
#include "casework/refusal.h"

namespace safety::casework {
namespace {

using safeguarding::Role;

AccountStatus StatusOf(const Account& account, const std::vector<base::AccountId>& holders) {
  if (account.disabled) {
    return AccountStatus::kDisabled;
  }
  return ReadsReports(account.role) && std::ranges::find(holders, account.id) == holders.end()
             ? AccountStatus::kWaitingForAccess
             : AccountStatus::kActive;
}

/// Whether `advisor` may decide about `account`: it must be neither theirs nor made by them.
bool IsSecondPerson(const Advisor& advisor, const Account& account) {
  return account.id != advisor.account && account.invited_by != advisor.account;
}

bool MayGive(const Advisor& advisor, const std::optional<TeamKey>& newest) {
  return GivesAccess(advisor.role) && newest && advisor.team_keys.contains(newest->epoch);
}

std::expected<AccountList, StoreError> Read(Store& store, const base::Clock& clock,
                                            const Advisor& advisor) {
  const auto accounts = store.ListAccounts();
  auto invitations = store.ListInvitations(clock.Now());
  const auto newest = store.CurrentTeamKey();
  if (!accounts || !invitations || !newest) {
    return std::unexpected(StoreError::kUnavailable);
  }
  const auto holders =
      *newest ? store.ListKeyHolders((*newest)->epoch) : std::vector<base::AccountId>();
  if (!holders) {
    return std::unexpected(holders.error());
  }
  const bool gives = MayGive(advisor, *newest);
  AccountList list{.accounts = {}, .invitations = std::move(*invitations)};
  list.accounts.reserve(accounts->size());
  for (const Account& account : *accounts) {
    const AccountStatus status = StatusOf(account, *holders);
    list.accounts.push_back({.id = account.id,
                             .name = account.name,
                             .role = account.role,
                             .status = status,
                             .may_be_given_access = gives &&
                                                    status == AccountStatus::kWaitingForAccess &&
                                                    IsSecondPerson(advisor, account)});
  }
  return list;
}

/// The entry and the grants of all the advisor's keys that the account has not; without changes
/// when it has them all.
std::expected<Transaction, StoreError> Granting(Store& store, const base::Clock& clock,
                                                const Advisor& advisor, const Account& account) {
  const auto held = store.ListGrants(account.id);
  if (!held) {
    return std::unexpected(held.error());
  }
  Transaction granting;
  std::string epochs;
  for (const auto& [epoch, team] : advisor.team_keys) {
    if (std::ranges::find(*held, epoch, &KeyGrant::epoch) == held->end()) {
      granting.changes.emplace_back(GrantTo(account.id, account.key, epoch, team));
      epochs += (epochs.empty() ? "" : ",") + std::to_string(epoch);
    }
  }
  granting.entries.push_back(MakeEntry(clock, advisor.actor(), "access_granted", account.id.bytes(),
                                       R"({"epochs":[)" + epochs + "]}"));
  return granting;
}

}  // namespace

bool SeesAccounts(Role role) { return InvitesPeople(role) || GivesAccess(role); }

bool InvitesPeople(Role role) { return role == Role::kAdministrator; }

bool GivesAccess(Role role) { return role == Role::kDutyLead || role == Role::kManager; }

void ListAccounts(Store& store, const base::Clock& clock, const Advisor& advisor,
                  ListAccountsDone done) {
  if (!SeesAccounts(advisor.role)) {
    Refuse(store, clock, advisor, "list_accounts", advisor.account.bytes(),
           [done = std::move(done)]() mutable { done(std::unexpected(CaseError::kForbidden)); });
    return;
  }
  auto list = Read(store, clock, advisor);
  if (!list) {
    done(std::unexpected(Translate(list.error())));
    return;
  }
  done(std::move(*list));
}

void GrantAccess(Store& store, const base::Clock& clock, const Advisor& advisor,
                 base::AccountId account, GrantDone done) {
  const auto found = store.FindAccount(account);
  const auto newest = store.CurrentTeamKey();
  if (!found || !newest) {
    done(std::unexpected(CaseError::kUnavailable));
    return;
  }
  if (!MayGive(advisor, *newest) || (*found && !IsSecondPerson(advisor, **found))) {
    Refuse(store, clock, advisor, "grant_access", account.bytes(),
           [done = std::move(done)]() mutable { done(std::unexpected(CaseError::kForbidden)); });
    return;
  }
  if (!*found) {
    done(std::unexpected(CaseError::kNotFound));
    return;
  }
  if ((*found)->disabled || !ReadsReports((*found)->role)) {
    done(std::unexpected(CaseError::kNotAllowed));
    return;
  }
  auto granting = Granting(store, clock, advisor, **found);
  if (!granting) {
    done(std::unexpected(Translate(granting.error())));
    return;
  }
  if (granting->changes.empty()) {
    done({});
    return;
  }
  store.Commit(std::move(*granting), [done = std::move(done)](const auto& committed) mutable {
    if (committed) {
      done({});
    } else {
      done(std::unexpected(Translate(committed.error())));
    }
  });
}

}  // namespace safety::casework
