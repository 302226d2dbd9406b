#include "casework/sign_in_throttle.h"

#include <gtest/gtest.h>

namespace safety::casework {
namespace {

using std::chrono::minutes;

const base::UtcTime kNow = base::FromMicroseconds(1'800'000'000'000'000);

void Exhaust(SignInThrottle& throttle, const std::string& name, base::UtcTime now) {
  for (std::size_t i = 0; i < SignInThrottle::kMostTries; ++i) {
    ASSERT_TRUE(throttle.Admit(name, now)) << i;
  }
}

TEST(SignInThrottle, FiveTriesInAQuarterOfAnHour) {
  SignInThrottle throttle;
  Exhaust(throttle, "anna", kNow);
  EXPECT_FALSE(throttle.Admit("anna", kNow));
  EXPECT_FALSE(throttle.Admit("anna", kNow + minutes(14)));
  EXPECT_TRUE(throttle.Admit("ben", kNow));
  EXPECT_TRUE(throttle.Admit("anna", kNow + minutes(15)));
}

TEST(SignInThrottle, TheWindowSlides) {
  SignInThrottle throttle;
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(throttle.Admit("anna", kNow + minutes(i)));
  }
  EXPECT_TRUE(throttle.Admit("anna", kNow + minutes(15)));
  EXPECT_FALSE(throttle.Admit("anna", kNow + minutes(15)));
  EXPECT_TRUE(throttle.Admit("anna", kNow + minutes(16)));
}

TEST(SignInThrottle, ASuccessForgetsAndATryTakenBackDoesNotCount) {
  SignInThrottle throttle;
  Exhaust(throttle, "anna", kNow);
  throttle.TakeBack("anna");
  EXPECT_TRUE(throttle.Admit("anna", kNow));
  EXPECT_FALSE(throttle.Admit("anna", kNow));
  throttle.Forget("anna");
  Exhaust(throttle, "anna", kNow);
  throttle.TakeBack("nobody");
}

TEST(SignInThrottle, RemembersOnlySoMany) {
  SignInThrottle throttle(2);
  Exhaust(throttle, "first", kNow);
  Exhaust(throttle, "second", kNow + minutes(1));
  ASSERT_TRUE(throttle.Admit("third", kNow + minutes(2)));
  EXPECT_FALSE(throttle.Admit("second", kNow + minutes(2))) << "the newer ones are kept";
  EXPECT_TRUE(throttle.Admit("first", kNow + minutes(2))) << "the oldest made room";
}

}  // namespace
}  // namespace safety::casework
