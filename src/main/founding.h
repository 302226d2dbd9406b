#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/secret_bytes.h"
#include "casework/accounts.h"
#include "casework/store.h"
#include "safeguarding/vocabulary.h"
#include "vault/key_file.h"
#include "vault/passphrase.h"

namespace safety::main {

/// What authenticator apps show beside an account's name.
inline constexpr std::string_view kServiceName = "Safety Centre";

/// One of the accounts that a new centre begins with.
struct Founder {
  std::string name;
  safeguarding::Role role;
  base::SecretBytes passphrase;
};

struct FounderReady {
  std::string name;
  safeguarding::Role role;
  casework::NewSecondFactor second_factor;  ///< to be put into an authenticator app
};

struct Founded {
  /// 32 bytes that open everything: shown once, kept on paper, never stored.
  base::SecretBytes recovery_key;
  std::vector<FounderReady> accounts;
};

/// Makes the team key and the first accounts in an empty store. Only here does one person give
/// themselves the team key: afterwards somebody who has it must grant it.
[[nodiscard]] std::expected<Founded, std::string> FoundCentre(casework::Store& store,
                                                              const base::Clock& clock,
                                                              const vault::KeyFile& keys,
                                                              std::vector<Founder> founders,
                                                              vault::PassphraseCost cost);

/// The recovery key as people copy it onto paper: 16 groups of four digits and letters.
[[nodiscard]] base::SecretBytes SpellRecoveryKey(const base::SecretBytes& key);

}  // namespace safety::main
