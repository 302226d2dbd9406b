#include "vault/passphrase.h"

#include <sodium.h>

#include <algorithm>

#include "base/check.h"

// What is stored: 3 | passes (8) | bytes of memory (8) | salt (16) | the secret, sealed under the
// key that Argon2id makes of all that. Numbers have the little end first.

namespace safety::vault {
namespace {

constexpr std::uint8_t kFormat = 3;
constexpr std::size_t kSaltSize = crypto_pwhash_SALTBYTES;
constexpr std::size_t kSaltAt = 1 + 2 * sizeof(std::uint64_t);
constexpr std::size_t kHeadSize = kSaltAt + kSaltSize;

// A row of a damaged database must not be able to ask for a day of work or all of the memory.
constexpr std::uint64_t kMostPasses = 16;
constexpr std::uint64_t kMostMemory = std::uint64_t{1} << 30;

void Write(std::span<std::uint8_t> out, std::uint64_t number) {
  for (std::size_t i = 0; i < sizeof number; ++i) {
    out[i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
}

std::uint64_t Read(base::ByteView in) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number |= std::uint64_t{in[i]} << (8 * i);
  }
  return number;
}

bool IsAffordable(PassphraseCost cost) {
  return cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN && cost.passes <= kMostPasses &&
         cost.memory_bytes >= crypto_pwhash_argon2id_MEMLIMIT_MIN &&
         cost.memory_bytes <= kMostMemory;
}

/// False when there is not enough memory.
bool Stretch(const base::SecretBytes& passphrase, base::ByteView salt, PassphraseCost cost,
             base::SecretBytes& key) {
  // libsodium takes no null pointer, not even to nothing.
  const std::string_view text =
      passphrase.empty() ? std::string_view("") : base::AsText(passphrase.Expose());
  return crypto_pwhash(key.Expose().data(), key.size(), text.data(), text.size(), salt.data(),
                       cost.passes, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) == 0;
}

}  // namespace

PassphraseCost PassphraseCost::Moderate() {
  return {crypto_pwhash_argon2id_OPSLIMIT_MODERATE, crypto_pwhash_argon2id_MEMLIMIT_MODERATE};
}

PassphraseCost PassphraseCost::ForTests() {
  return {crypto_pwhash_argon2id_OPSLIMIT_MIN, crypto_pwhash_argon2id_MEMLIMIT_MIN};
}

base::Bytes WrapWithPassphrase(const base::SecretBytes& secret, const base::SecretBytes& passphrase,
                               const RowIdentity& row, PassphraseCost cost) {
  base::Check(IsAffordable(cost), "a passphrase costs what it can be opened at");
  base::Bytes wrapped(kHeadSize);
  const std::span<std::uint8_t> head(wrapped);
  head[0] = kFormat;
  Write(head.subspan(1), cost.passes);
  Write(head.subspan(1 + sizeof cost.passes), cost.memory_bytes);
  base::FillRandom(head.subspan(kSaltAt, kSaltSize));

  base::SecretBytes key(32);
  base::Check(Stretch(passphrase, head.subspan(kSaltAt, kSaltSize), cost, key),
              "there is memory to stretch a passphrase");
  const base::Bytes sealed = SealUnder(key, row, secret.Expose());
  wrapped.insert(wrapped.end(), sealed.begin(), sealed.end());
  return wrapped;
}

std::expected<base::SecretBytes, OpenError> UnwrapWithPassphrase(
    base::ByteView wrapped, const base::SecretBytes& passphrase, const RowIdentity& row) {
  if (wrapped.size() < kHeadSize || wrapped.front() != kFormat) {
    return std::unexpected(OpenError::kMalformed);
  }
  const PassphraseCost cost{.passes = Read(wrapped.subspan(1)),
                            .memory_bytes = Read(wrapped.subspan(1 + sizeof(std::uint64_t)))};
  if (!IsAffordable(cost)) {
    return std::unexpected(OpenError::kMalformed);
  }
  base::SecretBytes key(32);
  if (!Stretch(passphrase, wrapped.subspan(kSaltAt, kSaltSize), cost, key)) {
    return std::unexpected(OpenError::kNoMemory);
  }
  return OpenUnder(key, row, wrapped.subspan(kHeadSize));
}

}  // namespace safety::vault
