#include "casework/sign_in.h"

#include <memory>
#include <utility>

#include "base/text.h"
#include "casework/accounts.h"
#include "casework/make_entry.h"
#include "casework/sealed_rows.h"
#include "casework/second_factor.h"

namespace safety::casework {
namespace {

constexpr std::chrono::minutes kTouchAfter{1};

std::string ActorOf(base::AccountId account) { return "account:" + account.ToHex(); }

/// What is the same for names that sign in the same account. All that cannot be a name is one.
std::string Folded(std::string_view name) {
  std::string folded(IsAccountName(name) ? name : "");
  for (char& c : folded) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return folded;
}

/// An account whose passphrase is worked on in place of a name that is nobody's, so that both take
/// as long. Always the same one for the same name.
const Account* StandIn(const std::vector<Account>& accounts, std::string_view name) {
  return accounts.empty()
             ? nullptr
             : &accounts[vault::Fingerprint(base::AsBytes(name)).front() % accounts.size()];
}

/// Nothing when what was opened is no secret key.
std::optional<vault::KeyPair> ToKeyPair(
    std::expected<base::SecretBytes, vault::OpenError>& opened) {
  if (!opened || opened->size() != vault::PublicKey::kSize) {
    return std::nullopt;
  }
  return vault::KeyPair::FromSecret(*std::move(opened));
}

}  // namespace

bool ReadsReports(safeguarding::Role role) {
  using enum safeguarding::Role;
  return role == kAdvisor || role == kDutyLead || role == kManager;
}

std::string Advisor::actor() const { return ActorOf(account); }

/// One try, from the form to its answer.
struct SignIn::Try {
  std::string name;  ///< folded
  base::SecretBytes passphrase;
  std::string code;
  Done done;
};

SignIn::SignIn(Store& store, const base::Clock& clock, base::WorkerPool& pool,
               base::SecretBytes second_factor_key)
    : store_(store), clock_(clock), pool_(pool), second_factor_key_(std::move(second_factor_key)) {}

SignIn::~SignIn() {
  std::unique_lock lock(mutex_);
  idle_.wait(lock, [this] { return under_way_ == 0; });
}

void SignIn::Run(std::string_view name, base::SecretBytes passphrase, std::string code, Done done) {
  std::string folded = Folded(base::Trim(name));
  if (!throttle_.Admit(folded, clock_.Now())) {
    // Not in the journal: what costs us nothing would let anybody fill it.
    done(std::unexpected(SignInError::kSlowDown));
    return;
  }
  {
    const std::lock_guard lock(mutex_);
    ++under_way_;
  }
  auto attempt = std::make_shared<Try>(std::move(folded), std::move(passphrase), std::move(code),
                                       std::move(done));
  if (!pool_.TryPost([this, attempt] { Work(attempt); })) {
    GiveUp(*attempt, SignInError::kBusy);
  }
}

void SignIn::Work(const std::shared_ptr<Try>& attempt) {
  const auto found = store_.FindAccount(attempt->name);
  const auto all = found && !*found ? store_.ListAccounts() : std::vector<Account>();
  if (!found || !all) {
    GiveUp(*attempt, SignInError::kUnavailable);
    return;
  }
  const Account* account = *found ? &**found : StandIn(*all, attempt->name);
  if (account == nullptr) {
    Refuse(attempt, std::nullopt, "unknown_name", SignInError::kRefused);
    return;
  }
  auto opened = vault::UnwrapWithPassphrase(account->wrapped_key, attempt->passphrase,
                                            AccountRow(account->id));
  if (!opened && opened.error() == vault::OpenError::kNoMemory) {
    GiveUp(*attempt, SignInError::kBusy);
    return;
  }
  const auto secret =
      vault::OpenUnder(second_factor_key_, SecondFactorRow(account->id), account->second_factor);
  const auto counter = secret ? MatchCode(*secret, attempt->code, clock_.Now()) : std::nullopt;
  if (!*found) {
    Refuse(attempt, std::nullopt, "unknown_name", SignInError::kRefused);
  } else if (account->disabled) {
    Refuse(attempt, account->id, "disabled", SignInError::kRefused);
  } else if (!opened) {
    Refuse(attempt, account->id, "passphrase", SignInError::kRefused);
  } else if (!counter) {
    Refuse(attempt, account->id, "code", SignInError::kRefused);
  } else {
    Begin(attempt, account->id, *opened, *counter);
  }
}

void SignIn::Begin(const std::shared_ptr<Try>& attempt, base::AccountId account,
                   const base::SecretBytes& secret, std::uint64_t counter) {
  SessionKey key = SessionKey::New();
  base::Bytes id = key.Id();
  base::Bytes wrapped = vault::SealUnder(key.WrappingKey(), SessionRow(id), secret.Expose());
  Transaction transaction;
  transaction.entries.push_back(
      MakeEntry(clock_, ActorOf(account), "signed_in", account.bytes(), "{}"));
  transaction.changes.emplace_back(NewSession{.id = std::move(id),
                                              .account = account,
                                              .second_factor_counter = counter,
                                              .wrapped_key = std::move(wrapped),
                                              .created = clock_.Now()});
  store_.Commit(std::move(transaction),
                [this, attempt, account, key = std::move(key)](const auto& committed) mutable {
                  if (committed) {
                    throttle_.Forget(attempt->name);
                    Answer(*attempt, std::move(key));
                  } else if (committed.error() == StoreError::kConflict) {
                    // The store spends each code once: this one, or a later one, has been.
                    Refuse(attempt, account, "code_used", SignInError::kCodeUsed);
                  } else {
                    GiveUp(*attempt, committed.error());
                  }
                });
}

void SignIn::Refuse(const std::shared_ptr<Try>& attempt, std::optional<base::AccountId> account,
                    std::string_view reason, SignInError error) {
  Transaction transaction;
  transaction.entries.push_back(MakeEntry(clock_, "system", "sign_in_refused",
                                          account.value_or(base::AccountId()).bytes(),
                                          R"({"reason":")" + std::string(reason) + R"("})"));
  store_.Commit(std::move(transaction), [this, attempt, error](const auto& committed) {
    if (committed) {
      Answer(*attempt, std::unexpected(error));
    } else {
      GiveUp(*attempt, committed.error());
    }
  });
}

void SignIn::GiveUp(Try& attempt, SignInError error) {
  throttle_.TakeBack(attempt.name);
  Answer(attempt, std::unexpected(error));
}

void SignIn::GiveUp(Try& attempt, StoreError error) {
  GiveUp(attempt, error == StoreError::kBusy ? SignInError::kBusy : SignInError::kUnavailable);
}

void SignIn::Answer(Try& attempt, std::expected<SessionKey, SignInError> result) {
  attempt.done(std::move(result));
  const std::lock_guard lock(mutex_);
  --under_way_;
  idle_.notify_all();  // with the lock held: the destructor may not run on before we are through
}

std::expected<std::optional<Advisor>, StoreError> SignIn::Resolve(const SessionKey& key) {
  const base::Bytes id = key.Id();
  const auto session = store_.FindSession(id);
  if (!session) {
    return std::unexpected(session.error());
  }
  if (!*session) {
    return std::nullopt;
  }
  const base::UtcTime now = clock_.Now();
  if (now - (*session)->created >= kWholeLimit || now - (*session)->seen >= kIdleLimit) {
    store_.Commit({.entries = {}, .changes = {EndSession{.id = id}}}, [](const auto&) {});
    return std::nullopt;
  }
  auto advisor = Open(key, **session);
  if (advisor && *advisor && now - (*session)->seen >= kTouchAfter) {
    store_.Commit({.entries = {}, .changes = {TouchSession{.id = id, .seen = now}}},
                  [](const auto&) {});
  }
  return advisor;
}

std::expected<std::optional<Advisor>, StoreError> SignIn::Open(const SessionKey& key,
                                                               const Session& session) {
  const auto account = store_.FindAccount(session.account);
  if (!account) {
    return std::unexpected(account.error());
  }
  if (!*account || (*account)->disabled) {
    return std::nullopt;
  }
  const base::Bytes id = key.Id();
  auto opened = vault::OpenUnder(key.WrappingKey(), SessionRow(id), session.wrapped_key);
  const auto own = ToKeyPair(opened);
  // A session moved to another account in the database would lend that account's name and role.
  if (!own || own->public_key() != (*account)->key) {
    return std::nullopt;
  }
  Advisor advisor{.account = session.account,
                  .name = (*account)->name,
                  .role = (*account)->role,
                  .team_keys = {}};
  if (!ReadsReports(advisor.role)) {
    return advisor;
  }
  const auto grants = store_.ListGrants(session.account);
  if (!grants) {
    return std::unexpected(grants.error());
  }
  for (const KeyGrant& grant : *grants) {
    auto granted = vault::Open(*own, KeyGrantRow(grant.account, grant.epoch), grant.sealed);
    if (auto team = ToKeyPair(granted)) {
      advisor.team_keys.emplace(grant.epoch, *std::move(team));
    }
  }
  return advisor;
}

void SignIn::End(const SessionKey& key, Store::Done done) {
  base::Bytes id = key.Id();
  const auto session = store_.FindSession(id);
  if (!session) {
    done(std::unexpected(session.error()));
    return;
  }
  if (!*session) {
    done(Committed{});
    return;
  }
  const base::AccountId account = (*session)->account;
  Transaction transaction;
  transaction.entries.push_back(
      MakeEntry(clock_, ActorOf(account), "signed_out", account.bytes(), "{}"));
  transaction.changes.emplace_back(EndSession{.id = std::move(id)});
  store_.Commit(std::move(transaction), std::move(done));
}

}  // namespace safety::casework
