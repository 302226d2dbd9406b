#include "vault/keys.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace safety::vault {

static_assert(PublicKey::kSize == crypto_box_PUBLICKEYBYTES);

void Initialise() { base::Check(sodium_init() >= 0, "libsodium is ready"); }

std::expected<PublicKey, base::DecodeError> PublicKey::FromBytes(base::ByteView bytes) {
  if (bytes.size() != kSize) {
    return std::unexpected(base::DecodeError::kBadLength);
  }
  PublicKey key;
  std::ranges::copy(bytes, key.bytes_.begin());
  return key;
}

KeyPair KeyPair::Generate() {
  return FromSecret(base::SecretBytes::Random(crypto_box_SECRETKEYBYTES));
}

KeyPair KeyPair::FromSecret(base::SecretBytes secret) {
  base::Check(secret.size() == crypto_box_SECRETKEYBYTES, "a secret key has 32 bytes");
  std::array<std::uint8_t, PublicKey::kSize> point{};
  base::Check(crypto_scalarmult_base(point.data(), secret.Expose().data()) == 0,
              "every secret key has a public key");
  KeyPair pair;
  pair.public_ = PublicKey::FromBytes(point).value();
  pair.secret_ = std::move(secret);
  return pair;
}

KeyPair KeyPair::Clone() const {
  KeyPair pair;
  pair.public_ = public_;
  pair.secret_ = secret_.Clone();
  return pair;
}

base::SecretBytes Derive(const base::SecretBytes& key, std::string_view purpose) {
  base::Check(key.size() >= 32 && key.size() <= crypto_generichash_KEYBYTES_MAX,
              "a key to derive from has 32 to 64 bytes");
  base::SecretBytes derived(32);
  const base::ByteView message = base::AsBytes(purpose);
  base::Check(crypto_generichash(derived.Expose().data(), derived.size(), message.data(),
                                 message.size(), key.Expose().data(), key.size()) == 0,
              "BLAKE2b takes a key of this size");
  return derived;
}

base::Bytes Fingerprint(base::ByteView bytes) {
  base::Bytes digest(32);
  base::Check(
      crypto_generichash(digest.data(), digest.size(), bytes.data(), bytes.size(), nullptr, 0) == 0,
      "BLAKE2b takes any message");
  return digest;
}

}  // namespace safety::vault
