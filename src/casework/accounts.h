#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/secret_bytes.h"
#include "casework/sign_in.h"
#include "casework/store.h"
#include "safeguarding/vocabulary.h"
#include "vault/keys.h"
#include "vault/passphrase.h"

namespace safety::casework {

/// What an account's owner puts into their authenticator app, once.
struct NewSecondFactor {
  base::SecretBytes secret;  ///< 20 bytes
  std::string address;       ///< otpauth://totp/…, for an authenticator app
};

enum class AccountError {
  kBadName,  ///< 3 to 60 letters, digits, dots, hyphens or underscores
  kWeakPassphrase,
  kNameTaken,
  kMayNotReadReports,  ///< who makes it has no team key to grant, and its role needs one
  kUnavailable,
};

struct AccountRequest {
  std::string name;
  safeguarding::Role role;
  base::SecretBytes passphrase;
  vault::PassphraseCost cost;
  std::string service_name;  ///< shown by the authenticator app
};

/// True for what may be an account's name.
[[nodiscard]] bool IsAccountName(std::string_view name);

/// True for what may be a passphrase: at least 15 characters; at most 1,000 bytes of well-formed
/// UTF-8.
[[nodiscard]] bool IsStrongPassphrase(const base::SecretBytes& passphrase);

/// Makes an account; `team_keys` (of somebody who has them) are granted to it when its role reads
/// reports. Slow: it stretches the passphrase. Waits for the commit.
[[nodiscard]] std::expected<NewSecondFactor, AccountError> CreateAccount(
    Store& store, const base::Clock& clock, const base::SecretBytes& second_factor_key,
    const std::map<std::uint32_t, vault::KeyPair>& team_keys, const std::string& actor,
    AccountRequest request);

/// The first team key: private half sealed to the recovery key. Done once, by `init`: kConflict
/// when there is one.
struct TeamKeyCreated {
  std::uint32_t epoch;
  vault::KeyPair team;
};
[[nodiscard]] std::expected<TeamKeyCreated, StoreError> CreateTeamKey(
    Store& store, const base::Clock& clock, const vault::PublicKey& recovery);

}  // namespace safety::casework
