#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <expected>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/secret_bytes.h"
#include "base/worker_pool.h"
#include "casework/sign_in_throttle.h"
#include "casework/store.h"
#include "safeguarding/vocabulary.h"
#include "vault/keys.h"

namespace safety::casework {

/// The key of a signed-in session: 32 random bytes that live in the advisor's cookie only.
class SessionKey {
 public:
  static SessionKey New();
  [[nodiscard]] static std::optional<SessionKey> FromCookie(std::string_view value);
  [[nodiscard]] std::string ToCookie() const;
  [[nodiscard]] base::Bytes Id() const;
  [[nodiscard]] base::SecretBytes WrappingKey() const;
  [[nodiscard]] std::string CsrfToken() const;
  [[nodiscard]] bool IsCsrfToken(std::string_view token) const;
  /// 32 secret bytes for one purpose, the same ones whenever this session asks for them: so that a
  /// form that is sent twice makes the same thing.
  [[nodiscard]] base::SecretBytes SeedFor(std::string_view purpose) const;

 private:
  explicit SessionKey(base::SecretBytes key) : key_(std::move(key)) {}
  base::SecretBytes key_;
};

/// True for the roles that a team key is granted to; the others can open no report.
[[nodiscard]] bool ReadsReports(safeguarding::Role role);

/// Who is signed in, with what they may open. Lives for one request.
struct Advisor {
  base::AccountId account;
  std::string name;
  safeguarding::Role role;
  /// The team's key pairs by epoch; empty for roles that read no report, and for the others until
  /// somebody who has them gives access.
  std::map<std::uint32_t, vault::KeyPair> team_keys;

  /// "account:<hex id>", as entries name the actor.
  [[nodiscard]] std::string actor() const;
  [[nodiscard]] bool MayReadReports() const { return ReadsReports(role) && !team_keys.empty(); }
};

enum class SignInError {
  kRefused,   ///< name, passphrase or code is wrong: which one is not said
  kCodeUsed,  ///< right, but the code has been used: wait for the next
  kSlowDown,  ///< too many tries for this name just now
  kBusy,      ///< too many people are signing in at once
  kUnavailable,
};

/// Sessions: passphrase and single-use code in, a session key out. Safe from any thread. An
/// unknown name costs as much time as a wrong passphrase. Every try that was worked on is in the
/// journal before it is answered, refusals included. Its end waits for the tries under way.
class SignIn {
 public:
  using Done = std::move_only_function<void(std::expected<SessionKey, SignInError>)>;
  static constexpr std::chrono::minutes kIdleLimit{30};
  static constexpr std::chrono::hours kWholeLimit{12};

  /// Everything outlives this. Passphrases are worked on in `pool`.
  SignIn(Store& store, const base::Clock& clock, base::WorkerPool& pool,
         base::SecretBytes second_factor_key);
  SignIn(const SignIn&) = delete;
  SignIn& operator=(const SignIn&) = delete;
  ~SignIn();

  /// `done` is called once: at once when the name must slow down or too much is waiting, else on a
  /// thread of the pool's or the store's.
  void Run(std::string_view name, base::SecretBytes passphrase, std::string code, Done done);
  /// Nothing when the session is unknown, ended, timed out, or its account is disabled. Moves the
  /// idle clock, about once a minute.
  [[nodiscard]] std::expected<std::optional<Advisor>, StoreError> Resolve(const SessionKey& key);
  /// Ends the session, if there still is one.
  void End(const SessionKey& key, Store::Done done);

 private:
  struct Try;

  void Work(const std::shared_ptr<Try>& attempt);
  void Begin(const std::shared_ptr<Try>& attempt, base::AccountId account,
             const base::SecretBytes& secret, std::uint64_t counter);
  void Refuse(const std::shared_ptr<Try>& attempt, std::optional<base::AccountId> account,
              std::string_view reason, SignInError error);
  /// For reasons of our own: such a try does not count against the name.
  void GiveUp(Try& attempt, SignInError error);
  void GiveUp(Try& attempt, StoreError error);
  void Answer(Try& attempt, std::expected<SessionKey, SignInError> result);
  std::expected<std::optional<Advisor>, StoreError> Open(const SessionKey& key,
                                                         const Session& session);

  Store& store_;
  const base::Clock& clock_;
  base::WorkerPool& pool_;
  base::SecretBytes second_factor_key_;
  SignInThrottle throttle_;
  std::mutex mutex_;
  std::condition_variable idle_;
  std::size_t under_way_ = 0;
};

}  // namespace safety::casework
