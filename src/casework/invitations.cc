#include "casework/invitations.h"

#include <memory>
#include <utility>

#include "casework/access.h"
#include "casework/make_account.h"
#include "casework/make_entry.h"
#include "casework/refusal.h"
#include "casework/second_factor.h"
#include "vault/keys.h"

namespace safety::casework {
namespace {

/// What the store knows a code by. Ninety random bits need no key and no slow hash.
base::Bytes Fingerprint(std::string code) {
  code.insert(0, "invitation ");
  base::Bytes id = vault::Fingerprint(base::AsBytes(code));
  base::Wipe(code);
  return id;
}

InvitationError Translate(StoreError error, InvitationError conflict) {
  switch (error) {
    case StoreError::kBusy:
      return InvitationError::kBusy;
    case StoreError::kConflict:
      return conflict;
    case StoreError::kUnavailable:
      break;
  }
  return InvitationError::kUnavailable;
}

template <class Done>
void RefuseInvitation(Store& store, const base::Clock& clock, const Advisor& advisor,
                      std::string_view what, Done done) {
  Refuse(store, clock, advisor, what, advisor.account.bytes(), [done = std::move(done)]() mutable {
    done(std::unexpected(InvitationError::kForbidden));
  });
}

/// An account on its way, from the form to its answer.
struct Acceptance {
  base::Bytes invitation;
  base::AccountId invited_by;
  AccountParts parts;
  std::uint64_t counter;
  base::SecretBytes second_factor_key;
  Invitations::Done done;
};

/// On the pool.
void Work(Store& store, const base::Clock& clock, Acceptance& acceptance) {
  NewAccount account = MakeAccount(acceptance.parts, acceptance.second_factor_key);
  account.last_counter = acceptance.counter;
  account.invited_by = acceptance.invited_by;
  Transaction transaction;
  transaction.entries.push_back(MakeEntry(clock, "account:" + account.id.ToHex(), "account_created",
                                          account.id.bytes(),
                                          AccountHeader(account.name, account.role)));
  transaction.changes.emplace_back(SpendInvitation{acceptance.invitation, clock.Now()});
  transaction.changes.emplace_back(std::move(account));
  const auto committed = CommitAndWait(store, std::move(transaction));
  if (committed) {
    acceptance.done({});
    return;
  }
  // Perhaps this very form was sent twice and the other one was first.
  const auto made = store.FindAccount(acceptance.parts.id);
  if (committed.error() == StoreError::kConflict && made && *made) {
    acceptance.done({});
    return;
  }
  acceptance.done(std::unexpected(Translate(committed.error(), InvitationError::kUnknownCode)));
}

}  // namespace

Invitations::Invitations(Store& store, const base::Clock& clock, base::WorkerPool& pool,
                         const vault::WordList& code_words, base::SecretBytes second_factor_key,
                         Settings settings)
    : store_(store),
      clock_(clock),
      pool_(pool),
      code_words_(code_words),
      second_factor_key_(std::move(second_factor_key)),
      settings_(std::move(settings)) {}

std::optional<base::Bytes> Invitations::IdOf(std::string_view typed_code) const {
  const auto code = vault::ReturnCode::Parse(typed_code, code_words_);
  return code ? std::optional(Fingerprint(code->Spell(code_words_))) : std::nullopt;
}

std::expected<Invitation, InvitationError> Invitations::Find(base::ByteView id) const {
  auto found = store_.FindInvitation(id);
  if (!found) {
    return std::unexpected(InvitationError::kUnavailable);
  }
  if (!*found || (*found)->expires <= clock_.Now()) {
    return std::unexpected(InvitationError::kUnknownCode);
  }
  return std::move(**found);
}

void Invitations::Invite(const Advisor& advisor, std::string name, safeguarding::Role role,
                         const base::SecretBytes& seed, InviteDone done) {
  if (!InvitesPeople(advisor.role)) {
    RefuseInvitation(store_, clock_, advisor, "invite", std::move(done));
    return;
  }
  if (!IsAccountName(name)) {
    done(std::unexpected(InvitationError::kBadName));
    return;
  }
  InvitationGiven given{.name = std::move(name),
                        .role = role,
                        .code = vault::ReturnCode::FromSeed(seed).Spell(code_words_),
                        .expires = clock_.Now() + kGoodFor};
  const base::Bytes id = Fingerprint(given.code);
  const auto same = Find(id);
  if (same && same->name == given.name && same->role == given.role) {
    given.expires = same->expires;
    done(std::move(given));
    return;
  }
  Transaction transaction;
  transaction.entries.push_back(MakeEntry(clock_, advisor.actor(), "account_invited",
                                          advisor.account.bytes(),
                                          AccountHeader(given.name, given.role)));
  transaction.changes.emplace_back(NewInvitation{.id = id,
                                                 .name = given.name,
                                                 .role = given.role,
                                                 .invited_by = advisor.account,
                                                 .at = clock_.Now(),
                                                 .expires = given.expires});
  store_.Commit(std::move(transaction), [given = std::move(given),
                                         done = std::move(done)](const auto& committed) mutable {
    if (committed) {
      done(std::move(given));
    } else {
      done(std::unexpected(Translate(committed.error(), InvitationError::kNameTaken)));
    }
  });
}

void Invitations::Withdraw(const Advisor& advisor, base::ByteView invitation, Done done) {
  if (!InvitesPeople(advisor.role)) {
    RefuseInvitation(store_, clock_, advisor, "withdraw_invitation", std::move(done));
    return;
  }
  const auto found = Find(invitation);
  if (!found) {
    done(std::unexpected(found.error()));
    return;
  }
  Transaction transaction;
  transaction.entries.push_back(MakeEntry(clock_, advisor.actor(), "invitation_withdrawn",
                                          advisor.account.bytes(),
                                          AccountHeader(found->name, found->role)));
  transaction.changes.emplace_back(SpendInvitation{found->id, clock_.Now()});
  store_.Commit(std::move(transaction), [done = std::move(done)](const auto& committed) mutable {
    if (committed) {
      done({});
    } else {
      done(std::unexpected(Translate(committed.error(), InvitationError::kUnknownCode)));
    }
  });
}

std::expected<InvitationShown, InvitationError> Invitations::Show(std::string_view typed_code,
                                                                  const ActivationKey& key) const {
  const auto id = IdOf(typed_code);
  if (!id) {
    return std::unexpected(InvitationError::kUnknownCode);
  }
  auto found = Find(*id);
  if (!found) {
    return std::unexpected(found.error());
  }
  base::SecretBytes secret = key.SecondFactorFor(*id);
  std::string address = ProvisioningAddress(secret, settings_.service_name, found->name);
  return InvitationShown{
      .name = std::move(found->name),
      .role = found->role,
      .second_factor = {.secret = std::move(secret), .address = std::move(address)}};
}

void Invitations::Accept(std::string_view typed_code, const ActivationKey& key,
                         base::SecretBytes passphrase, std::string_view second_factor_code,
                         Done done) {
  const auto id = IdOf(typed_code);
  const auto found = id ? Find(*id) : std::unexpected(InvitationError::kUnknownCode);
  if (!found) {
    const auto made = id ? store_.FindAccount(key.AccountFor(*id)) : std::nullopt;
    if (found.error() == InvitationError::kUnknownCode && made && *made) {
      done({});
    } else {
      done(std::unexpected(found.error()));
    }
    return;
  }
  if (!IsStrongPassphrase(passphrase)) {
    done(std::unexpected(InvitationError::kWeakPassphrase));
    return;
  }
  base::SecretBytes secret = key.SecondFactorFor(*id);
  const auto counter = MatchCode(secret, second_factor_code, clock_.Now());
  if (!counter) {
    done(std::unexpected(InvitationError::kWrongSecondFactor));
    return;
  }
  auto acceptance =
      std::make_shared<Acceptance>(Acceptance{.invitation = *id,
                                              .invited_by = found->invited_by,
                                              .parts = {.id = key.AccountFor(*id),
                                                        .name = found->name,
                                                        .role = found->role,
                                                        .passphrase = std::move(passphrase),
                                                        .cost = settings_.cost,
                                                        .second_factor = std::move(secret)},
                                              .counter = *counter,
                                              .second_factor_key = second_factor_key_.Clone(),
                                              .done = std::move(done)});
  const bool taken = pool_.TryPost(
      [&store = store_, &clock = clock_, acceptance] { Work(store, clock, *acceptance); });
  if (!taken) {
    acceptance->done(std::unexpected(InvitationError::kBusy));
  }
}

}  // namespace safety::casework
