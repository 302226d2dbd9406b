#pragma once

#include <cstdint>
#include <expected>

#include "base/bytes.h"
#include "base/secret_bytes.h"
#include "vault/sealing.h"

namespace safety::vault {

/// What one guess at a passphrase costs (Argon2id). Kept with what it wrapped.
struct PassphraseCost {
  std::uint64_t passes;
  std::uint64_t memory_bytes;

  /// libsodium's MODERATE: 3 passes over 256 MiB. The least that `init` and accounts use.
  static PassphraseCost Moderate();
  /// The least libsodium allows. For tests only: a unit test cannot wait a second per account.
  static PassphraseCost ForTests();
};

/// Wraps `secret` under a key made from `passphrase`. Takes `cost` of time and memory: call it on a
/// bounded pool, never on an io thread. The result names its cost and salt.
[[nodiscard]] base::Bytes WrapWithPassphrase(const base::SecretBytes& secret,
                                             const base::SecretBytes& passphrase,
                                             const RowIdentity& row, PassphraseCost cost);
/// The reverse; as slow. kWrongKeyOrRow is the wrong passphrase, or a moved row.
[[nodiscard]] std::expected<base::SecretBytes, OpenError> UnwrapWithPassphrase(
    base::ByteView wrapped, const base::SecretBytes& passphrase, const RowIdentity& row);

}  // namespace safety::vault
