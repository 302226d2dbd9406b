#include "casework/activation_key.h"

#include <gtest/gtest.h>

#include "casework/second_factor.h"

namespace safety::casework {
namespace {

const base::Bytes kInvitation(32, 7);
const base::Bytes kOther(32, 8);

TEST(ActivationKeyTest, TheCookieLeadsToTheSameAccountAndSecondFactor) {
  const ActivationKey key = ActivationKey::New();
  const auto again = ActivationKey::FromCookie(key.ToCookie());
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->AccountFor(kInvitation), key.AccountFor(kInvitation));
  EXPECT_EQ(key.SecondFactorFor(kInvitation).size(), kSecondFactorBytes);
  EXPECT_TRUE(base::SameSecret(again->SecondFactorFor(kInvitation).Expose(),
                               key.SecondFactorFor(kInvitation).Expose()));
  EXPECT_TRUE(again->IsCsrfToken(key.CsrfToken()));
}

TEST(ActivationKeyTest, AnotherInvitationOrBrowserLeadsElsewhere) {
  const ActivationKey key = ActivationKey::New();
  const ActivationKey other = ActivationKey::New();
  EXPECT_NE(key.AccountFor(kInvitation), key.AccountFor(kOther));
  EXPECT_NE(key.AccountFor(kInvitation), other.AccountFor(kInvitation));
  EXPECT_FALSE(base::SameSecret(key.SecondFactorFor(kInvitation).Expose(),
                                key.SecondFactorFor(kOther).Expose()));
  EXPECT_FALSE(base::SameSecret(key.SecondFactorFor(kInvitation).Expose(),
                                other.SecondFactorFor(kInvitation).Expose()));
  EXPECT_FALSE(other.IsCsrfToken(key.CsrfToken()));
  EXPECT_FALSE(key.IsCsrfToken(""));
}

TEST(ActivationKeyTest, TakesNoOtherCookie) {
  for (const char* cookie : {"", "abc", "%%%", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
    EXPECT_FALSE(ActivationKey::FromCookie(cookie).has_value()) << cookie;
  }
}

}  // namespace
}  // namespace safety::casework
