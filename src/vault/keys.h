#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <string_view>

#include "base/bytes.h"
#include "base/secret_bytes.h"

namespace safety::vault {

/// Makes libsodium ready. Call once before anything else of this room; aborts when it cannot.
void Initialise();

/// An X25519 public key: 32 bytes, no secret.
class PublicKey {
 public:
  static constexpr std::size_t kSize = 32;
  PublicKey() = default;
  [[nodiscard]] static std::expected<PublicKey, base::DecodeError> FromBytes(base::ByteView bytes);
  [[nodiscard]] base::ByteView bytes() const { return bytes_; }
  bool operator==(const PublicKey&) const = default;

 private:
  std::array<std::uint8_t, kSize> bytes_{};
};

/// An X25519 key pair: of the team, an advisor, a mailbox or the recovery key.
class KeyPair {
 public:
  static KeyPair Generate();
  /// The pair whose secret half is the 32 bytes of `secret`.
  static KeyPair FromSecret(base::SecretBytes secret);
  [[nodiscard]] KeyPair Clone() const;
  [[nodiscard]] const PublicKey& public_key() const { return public_; }
  [[nodiscard]] const base::SecretBytes& secret() const { return secret_; }

 private:
  KeyPair() = default;
  PublicKey public_;
  base::SecretBytes secret_;
};

/// A 32-byte secret made from `key` for one purpose: keyed BLAKE2b over `purpose`. Knowing one
/// derived secret tells nothing about the key or the others. `key` has at least 32 bytes.
[[nodiscard]] base::SecretBytes Derive(const base::SecretBytes& key, std::string_view purpose);

/// BLAKE2b-256 without a key: to look things up by what only a visitor's cookie holds.
[[nodiscard]] base::Bytes Fingerprint(base::ByteView bytes);

}  // namespace safety::vault
