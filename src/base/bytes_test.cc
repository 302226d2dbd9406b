#include "base/bytes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safety::base {
namespace {

TEST(Base64Url, KnownValues) {
  EXPECT_EQ(ToBase64Url(AsBytes("")), "");
  EXPECT_EQ(ToBase64Url(AsBytes("f")), "Zg");
  EXPECT_EQ(ToBase64Url(AsBytes("fo")), "Zm8");
  EXPECT_EQ(ToBase64Url(AsBytes("foobar")), "Zm9vYmFy");
  EXPECT_EQ(ToBase64Url(Bytes{0xfb, 0xff}), "-_8");
}

TEST(Base64Url, RefusesWhatItWouldNotWrite) {
  for (const char* bad : {"Z", "Zg==", "Zh", "Zm9=", "Zm 9", "Zm9v\n", "Z+", "Z/"}) {
    EXPECT_FALSE(FromBase64Url(bad).has_value()) << bad;
  }
}

TEST(Hex, RefusesHalfBytesAndStrangers) {
  EXPECT_EQ(FromHex("0aFf"), (Bytes{0x0a, 0xff}));
  EXPECT_FALSE(FromHex("0").has_value());
  EXPECT_FALSE(FromHex("0g").has_value());
}

RC_GTEST_PROP(Encoding, EveryValueComesBack, (const Bytes& bytes)) {
  RC_ASSERT(FromBase64Url(ToBase64Url(bytes)).value() == bytes);
  RC_ASSERT(FromHex(ToHex(bytes)).value() == bytes);
}

}  // namespace
}  // namespace safety::base
