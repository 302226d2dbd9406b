#include "vault/sealing.h"

#include <sodium.h>

#include <algorithm>

#include "base/check.h"
#include "vault/field_bytes.h"

// What is stored:
//
//   to a recipient:  1 | data key in a sealed box (80) | nonce (24) | padded payload | tag (16)
//   under a key:     2 |                                 nonce (24) | padded payload | tag (16)
//
// Everything before the nonce (the head) and the row's identity are associated data. A new way of
// sealing takes the next first byte; the old ones stay readable.

namespace safety::vault {
namespace {

constexpr std::uint8_t kToRecipient = 1;
constexpr std::uint8_t kUnderKey = 2;

constexpr std::size_t kKeySize = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kBoxedKeySize = kKeySize + crypto_box_SEALBYTES;

constexpr std::size_t kSmallestBucket = 256;

base::Bytes AssociatedData(base::ByteView head, const RowIdentity& row) {
  FieldBytes fields;
  fields.Add(head).Add(base::AsBytes(row.table)).Add(row.id).Add(row.version);
  return fields.bytes();
}

/// Appends nonce, payload and tag to `head`. Pads and encrypts in place, so that no copy of the
/// plaintext is left behind.
base::Bytes SealAfter(base::ByteView head, const base::SecretBytes& key, const RowIdentity& row,
                      base::ByteView plain) {
  const std::size_t padded = PaddedSize(plain.size());
  base::Bytes sealed(head.size() + kNonceSize + padded + kTagSize);
  std::ranges::copy(head, sealed.begin());
  std::uint8_t* const nonce = sealed.data() + head.size();
  std::uint8_t* const payload = nonce + kNonceSize;

  randombytes_buf(nonce, kNonceSize);
  std::ranges::copy(plain, payload);
  std::size_t written = 0;
  base::Check(sodium_pad(&written, payload, plain.size(), padded, padded) == 0 && written == padded,
              "a bucket is larger than what it pads");

  const base::Bytes bound = AssociatedData(head, row);
  base::Check(crypto_aead_xchacha20poly1305_ietf_encrypt(payload, nullptr, payload, padded,
                                                         bound.data(), bound.size(), nullptr, nonce,
                                                         key.Expose().data()) == 0,
              "XChaCha20-Poly1305 seals any payload");
  return sealed;
}

/// Opens what SealAfter appended to the first `head_size` bytes of `sealed`.
std::expected<base::SecretBytes, OpenError> OpenAfter(std::size_t head_size,
                                                      const base::SecretBytes& key,
                                                      const RowIdentity& row,
                                                      base::ByteView sealed) {
  const base::ByteView head = sealed.first(head_size);
  const base::ByteView nonce = sealed.subspan(head_size, kNonceSize);
  const base::ByteView body = sealed.subspan(head_size + kNonceSize);

  const base::Bytes bound = AssociatedData(head, row);
  base::SecretBytes padded(body.size() - kTagSize);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          padded.Expose().data(), nullptr, nullptr, body.data(), body.size(), bound.data(),
          bound.size(), nonce.data(), key.Expose().data()) != 0) {
    return std::unexpected(OpenError::kWrongKeyOrRow);
  }
  std::size_t size = 0;
  if (sodium_unpad(&size, padded.Expose().data(), padded.size(), padded.size()) != 0) {
    return std::unexpected(OpenError::kMalformed);
  }
  return base::SecretBytes::CopyOf(base::ByteView(padded.Expose()).first(size));
}

bool LooksLike(std::uint8_t format, std::size_t head_size, base::ByteView sealed) {
  return sealed.size() >= head_size + kNonceSize + kSmallestBucket + kTagSize &&
         sealed.front() == format;
}

}  // namespace

DataKey DataKey::For(const PublicKey& recipient) {
  DataKey data_key;
  data_key.key_ = base::SecretBytes::Random(kKeySize);
  data_key.wrapped_.resize(1 + kBoxedKeySize);
  data_key.wrapped_.front() = kToRecipient;
  base::Check(crypto_box_seal(data_key.wrapped_.data() + 1, data_key.key_.Expose().data(), kKeySize,
                              recipient.bytes().data()) == 0,
              "a recipient's public key is a point to seal to");
  return data_key;
}

base::Bytes DataKey::Seal(const RowIdentity& row, base::ByteView plain) const {
  return SealAfter(wrapped_, key_, row, plain);
}

base::Bytes Seal(const PublicKey& recipient, const RowIdentity& row, base::ByteView plain) {
  return DataKey::For(recipient).Seal(row, plain);
}

std::expected<base::SecretBytes, OpenError> Open(const KeyPair& recipient, const RowIdentity& row,
                                                 base::ByteView sealed) {
  constexpr std::size_t kHeadSize = 1 + kBoxedKeySize;
  if (!LooksLike(kToRecipient, kHeadSize, sealed)) {
    return std::unexpected(OpenError::kMalformed);
  }
  base::SecretBytes key(kKeySize);
  if (crypto_box_seal_open(key.Expose().data(), sealed.data() + 1, kBoxedKeySize,
                           recipient.public_key().bytes().data(),
                           recipient.secret().Expose().data()) != 0) {
    return std::unexpected(OpenError::kWrongKeyOrRow);
  }
  return OpenAfter(kHeadSize, key, row, sealed);
}

base::Bytes SealUnder(const base::SecretBytes& key, const RowIdentity& row, base::ByteView plain) {
  base::Check(key.size() == kKeySize, "a key to seal under has 32 bytes");
  return SealAfter(base::ByteView(&kUnderKey, 1), key, row, plain);
}

std::expected<base::SecretBytes, OpenError> OpenUnder(const base::SecretBytes& key,
                                                      const RowIdentity& row,
                                                      base::ByteView sealed) {
  base::Check(key.size() == kKeySize, "a key to open with has 32 bytes");
  if (!LooksLike(kUnderKey, 1, sealed)) {
    return std::unexpected(OpenError::kMalformed);
  }
  return OpenAfter(1, key, row, sealed);
}

// Buckets grow by half and by a third in turn (256, 384, 512, 768, …): an onlooker learns which of
// some twenty sizes a report has, and past the first, at most a third of what is stored is padding.
std::size_t PaddedSize(std::size_t size) {
  std::size_t bucket = kSmallestBucket;
  while (size >= bucket + bucket / 2) {
    bucket *= 2;
  }
  return size < bucket ? bucket : bucket + bucket / 2;
}

}  // namespace safety::vault
