#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/secret_bytes.h"
#include "casework/store.h"
#include "safeguarding/vocabulary.h"
#include "vault/keys.h"
#include "vault/passphrase.h"

namespace safety::casework {

/// What an account is made of. Internal to this room.
struct AccountParts {
  base::AccountId id;
  std::string name;
  safeguarding::Role role;
  base::SecretBytes passphrase;
  vault::PassphraseCost cost;
  base::SecretBytes second_factor;
};

/// The account with a new key pair, whose private half is wrapped under the passphrase. Slow.
[[nodiscard]] NewAccount MakeAccount(const AccountParts& parts,
                                     const base::SecretBytes& second_factor_key);

/// One of the team's keys, sealed to an account.
[[nodiscard]] KeyGrant GrantTo(base::AccountId account, const vault::PublicKey& key,
                               std::uint32_t epoch, const vault::KeyPair& team);

/// The header of an entry about an account. Its name is letters, digits and .-_ only.
[[nodiscard]] std::string AccountHeader(std::string_view name, safeguarding::Role role);

}  // namespace safety::casework
