#include "vault/keys.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>
#include <string>

namespace safety::vault {
namespace {

/// For every test of this room.
[[maybe_unused]] const bool kReady = [] {
  Initialise();
  return true;
}();

base::SecretBytes FromHex(std::string_view hex) {
  return base::SecretBytes::CopyOf(base::FromHex(hex).value());
}

base::SecretBytes CountedKey() {
  base::SecretBytes key(32);
  std::iota(key.Expose().begin(), key.Expose().end(), std::uint8_t{0});
  return key;
}

// RFC 7748, section 6.1.
TEST(KeyPair, HasThePublicHalfOfItsSecret) {
  const KeyPair bob = KeyPair::FromSecret(
      FromHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
  EXPECT_EQ(base::ToHex(bob.public_key().bytes()),
            "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
  EXPECT_EQ(bob.Clone().public_key(), bob.public_key());
  EXPECT_TRUE(base::SameSecret(bob.Clone().secret().Expose(), bob.secret().Expose()));
}

TEST(KeyPair, IsNewEachTime) {
  EXPECT_NE(KeyPair::Generate().public_key(), KeyPair::Generate().public_key());
}

TEST(PublicKey, TakesExactlyItsSize) {
  const PublicKey key = KeyPair::Generate().public_key();
  EXPECT_EQ(PublicKey::FromBytes(key.bytes()), key);
  for (const std::size_t size : {0U, 31U, 33U}) {
    EXPECT_EQ(PublicKey::FromBytes(base::Bytes(size)).error(), base::DecodeError::kBadLength);
  }
}

// Made with another implementation of BLAKE2b.
TEST(Derive, KnownAnswers) {
  EXPECT_EQ(base::ToHex(Derive(CountedKey(), "draft key").Expose()),
            "0367c75e2a749956ba9787f05ce446b494f0ffa0ea518ef33b84f829bd48c941");
  EXPECT_EQ(base::ToHex(Derive(CountedKey(), "session key").Expose()),
            "9975dc456e12a95946a8c416df8272d69548fc053bbde9f8d810e95d473e76cd");
  EXPECT_EQ(base::ToHex(Fingerprint(base::AsBytes("abc"))),
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

RC_GTEST_PROP(Derive, DistinctPurposesGiveDistinctKeys,
              (const std::string& one, const std::string& other)) {
  RC_PRE(one != other);
  const base::SecretBytes key = CountedKey();
  RC_ASSERT(!base::SameSecret(Derive(key, one).Expose(), Derive(key, other).Expose()));
  RC_ASSERT(base::SameSecret(Derive(key, one).Expose(), Derive(key, one).Expose()));
}

TEST(Derive, DistinctKeysGiveDistinctKeys) {
  base::SecretBytes other = CountedKey();
  other.Expose().back() ^= 1;
  EXPECT_FALSE(base::SameSecret(Derive(CountedKey(), "draft key").Expose(),
                                Derive(other, "draft key").Expose()));
}

}  // namespace
}  // namespace safety::vault
