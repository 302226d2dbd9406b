#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

#include "base/bytes.h"
#include "base/secret_bytes.h"
#include "vault/keys.h"

namespace safety::vault {

/// Where a sealed payload lives. It is bound in as associated data, so that a payload copied to
/// another table, row or version does not open.
struct RowIdentity {
  std::string_view table;
  base::ByteView id;
  std::uint64_t version = 0;
};

enum class OpenError {
  kMalformed,
  kWrongKeyOrRow,
  kNoMemory,  ///< only where a passphrase is stretched: the machine is short of memory just now
};

/// A fresh key for one entry's payloads, wrapped once to the recipient. Wrapping is the costly
/// step (about 100 microseconds), so an entry's body and its summary share one DataKey.
/// Used by one thread; wiped when it dies.
class DataKey {
 public:
  [[nodiscard]] static DataKey For(const PublicKey& recipient);
  /// Pads `plain` to a bucket and seals it for `row`. Any number of payloads.
  [[nodiscard]] base::Bytes Seal(const RowIdentity& row, base::ByteView plain) const;

 private:
  DataKey() = default;
  base::SecretBytes key_;
  base::Bytes wrapped_;
};

/// Seals one payload under a DataKey of its own.
[[nodiscard]] base::Bytes Seal(const PublicKey& recipient, const RowIdentity& row,
                               base::ByteView plain);
/// The reverse. Tells a damaged or moved payload from nothing else: both are kWrongKeyOrRow.
[[nodiscard]] std::expected<base::SecretBytes, OpenError> Open(const KeyPair& recipient,
                                                               const RowIdentity& row,
                                                               base::ByteView sealed);

/// The same under a 32-byte secret key: drafts, wrapped keys, second-factor secrets.
[[nodiscard]] base::Bytes SealUnder(const base::SecretBytes& key, const RowIdentity& row,
                                    base::ByteView plain);
[[nodiscard]] std::expected<base::SecretBytes, OpenError> OpenUnder(const base::SecretBytes& key,
                                                                    const RowIdentity& row,
                                                                    base::ByteView sealed);

/// The padded size of a plaintext of `size` bytes: what an onlooker learns of it.
[[nodiscard]] std::size_t PaddedSize(std::size_t size);

}  // namespace safety::vault
