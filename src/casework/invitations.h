#pragma once

#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/secret_bytes.h"
#include "base/worker_pool.h"
#include "casework/accounts.h"
#include "casework/activation_key.h"
#include "casework/sign_in.h"
#include "casework/store.h"
#include "safeguarding/vocabulary.h"
#include "vault/passphrase.h"
#include "vault/return_code.h"

namespace safety::casework {

enum class InvitationError {
  kForbidden,          ///< the role does not do this; it is in the journal
  kBadName,            ///< see IsAccountName
  kNameTaken,          ///< by an account, or by an invitation that has not expired
  kUnknownCode,        ///< never given, spent, withdrawn or expired: which one is not said
  kWeakPassphrase,     ///< see IsStrongPassphrase
  kWrongSecondFactor,  ///< the app does not show this code now
  kBusy,
  kUnavailable,
};

/// What an administrator hands to the person they invited. The code is not kept anywhere.
struct InvitationGiven {
  std::string name;
  safeguarding::Role role;
  std::string code;  ///< seven words
  base::UtcTime expires;
};

/// Whose account a code makes, and what goes into their authenticator app.
struct InvitationShown {
  std::string name;
  safeguarding::Role role;
  NewSecondFactor second_factor;
};

/// How accounts come to be after `init`. An administrator invites; the invited person chooses their
/// own passphrase and sets up their own second factor, which nobody else ever sees. What lets an
/// account read reports is given by somebody else (see GrantAccess). Safe from any thread.
class Invitations {
 public:
  static constexpr std::chrono::hours kGoodFor{72};

  struct Settings {
    vault::PassphraseCost cost;
    std::string service_name;  ///< shown by the authenticator app
  };

  /// All that is borrowed outlives this; `store` and `clock` outlive `pool`, where passphrases are
  /// worked on.
  Invitations(Store& store, const base::Clock& clock, base::WorkerPool& pool,
              const vault::WordList& code_words, base::SecretBytes second_factor_key,
              Settings settings);

  using InviteDone = std::move_only_function<void(std::expected<InvitationGiven, InvitationError>)>;
  /// For administrators. `seed` (32 secret bytes) makes the code: inviting the same person again
  /// with the same one, as a form that is sent twice does, gives the same code and changes nothing.
  void Invite(const Advisor& advisor, std::string name, safeguarding::Role role,
              const base::SecretBytes& seed, InviteDone done);

  using Done = std::move_only_function<void(std::expected<void, InvitationError>)>;
  /// For administrators: the code stops working, and the name is free. kUnknownCode when it has
  /// been spent or has expired meanwhile.
  void Withdraw(const Advisor& advisor, base::ByteView invitation, Done done);

  /// What a code, as a person typed it, leads to. Spends nothing.
  [[nodiscard]] std::expected<InvitationShown, InvitationError> Show(
      std::string_view typed_code, const ActivationKey& key) const;

  /// Spends the code and makes the account. `second_factor_code` shows that the authenticator app
  /// works; it is spent too. Who holds no code that works cannot make this slow. `done` is called
  /// at once, or on a thread of the pool. A second time with the same key and code is done at once.
  void Accept(std::string_view typed_code, const ActivationKey& key, base::SecretBytes passphrase,
              std::string_view second_factor_code, Done done);

 private:
  [[nodiscard]] std::optional<base::Bytes> IdOf(std::string_view typed_code) const;
  /// Only one that works now.
  [[nodiscard]] std::expected<Invitation, InvitationError> Find(base::ByteView id) const;

  Store& store_;
  const base::Clock& clock_;
  base::WorkerPool& pool_;
  const vault::WordList& code_words_;
  base::SecretBytes second_factor_key_;
  Settings settings_;
};

}  // namespace safety::casework
