#include "casework/second_factor.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <chrono>

namespace safety::casework {
namespace {

using std::chrono::seconds;

base::UtcTime At(std::int64_t unix_seconds) { return base::UtcTime(seconds(unix_seconds)); }

base::SecretBytes Secret() {
  return base::SecretBytes::CopyOf(base::AsBytes("12345678901234567890"));
}

// RFC 6238, appendix B, SHA-1: its eight digits end in our six.
TEST(SecondFactor, KnownAnswers) {
  const struct {
    std::int64_t time;
    const char* code;
  } table[] = {{59, "287082"},
               {1'111'111'109, "081804"},
               {1'111'111'111, "050471"},
               {1'234'567'890, "005924"},
               {2'000'000'000, "279037"},
               {20'000'000'000, "353130"}};
  for (const auto& [time, code] : table) {
    EXPECT_EQ(CodeAt(Secret(), At(time)), code);
    EXPECT_EQ(MatchCode(Secret(), code, At(time)), time / 30);
  }
}

TEST(SecondFactor, OneStepEitherWayIsNearEnough) {
  const auto now = At(1'234'567'890);  // the first second of a step
  constexpr std::uint64_t kStep = 1'234'567'890 / 30;
  EXPECT_EQ(MatchCode(Secret(), "005924", now - seconds(1)), kStep);
  EXPECT_EQ(MatchCode(Secret(), "005924", now - seconds(30)), kStep);
  EXPECT_EQ(MatchCode(Secret(), "005924", now - seconds(31)), std::nullopt);
  EXPECT_EQ(MatchCode(Secret(), "005924", now + seconds(59)), kStep);
  EXPECT_EQ(MatchCode(Secret(), "005924", now + seconds(60)), std::nullopt);
}

TEST(SecondFactor, ReadsSpacesAndNothingElse) {
  EXPECT_TRUE(MatchCode(Secret(), " 005 924 ", At(1'234'567'890)).has_value());
  for (const char* wrong : {"", "5924", "00592", "0059240", "005925", "+05924", "005924\n",
                            "89005924", "００５９２４"}) {
    EXPECT_FALSE(MatchCode(Secret(), wrong, At(1'234'567'890)).has_value()) << wrong;
  }
}

TEST(SecondFactor, TimeBeginsAtZero) {
  EXPECT_EQ(MatchCode(Secret(), CodeAt(Secret(), At(0)), At(0)), 0U);
}

RC_GTEST_PROP(SecondFactor, TheCodeOfNowMatchesNow, ()) {
  const auto secret = base::SecretBytes::Random(kSecondFactorBytes);
  const auto now = At(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000));
  const std::string code = CodeAt(secret, now);
  RC_ASSERT(code.size() == 6);
  RC_ASSERT(MatchCode(secret, code, now).has_value());
}

TEST(SecondFactor, AddressForAuthenticatorApps) {
  EXPECT_EQ(ProvisioningAddress(Secret(), "Safety Centre", "anna.b"),
            "otpauth://totp/Safety%20Centre:anna.b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            "&issuer=Safety%20Centre");
  EXPECT_EQ(ProvisioningAddress(base::SecretBytes::CopyOf(base::AsBytes("a")), "C&A/é", "x"),
            "otpauth://totp/C%26A%2F%C3%A9:x?secret=ME&issuer=C%26A%2F%C3%A9");
}

TEST(SecondFactor, SpeltForTypingInGroupsOfFour) {
  EXPECT_EQ(SpellForTyping(Secret()), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
}

}  // namespace
}  // namespace safety::casework
