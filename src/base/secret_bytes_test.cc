#include "base/secret_bytes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <concepts>
#include <ostream>
#include <thread>
#include <vector>

namespace safety::base {
namespace {

template <class T>
concept Printable = requires(std::ostream& out, const T& value) { out << value; };

static_assert(!std::equality_comparable<SecretBytes>);
static_assert(!std::copyable<SecretBytes>);
static_assert(!Printable<SecretBytes>);

TEST(SecretBytes, ASlotIsWipedBeforeItIsUsedAgain) {
  const std::uint8_t* where = nullptr;
  {
    const SecretBytes secret = SecretBytes::CopyOf(AsBytes("correct horse battery staple"));
    where = secret.Expose().data();
  }
  const SecretBytes next(28);
  ASSERT_EQ(next.Expose().data(), where);
  EXPECT_TRUE(SameSecret(next.Expose(), Bytes(28, 0)));
}

TEST(SecretBytes, EverySizeIsFreshAndItsOwn) {
  for (const std::size_t size : {1U, 64U, 65U, 1024U, 1025U, 4097U, 16384U, 16385U}) {
    SecretBytes first(size);
    std::ranges::fill(first.Expose(), std::uint8_t{0xa5});
    const SecretBytes second(size);
    EXPECT_TRUE(SameSecret(second.Expose(), Bytes(size, 0))) << size;
    EXPECT_TRUE(SameSecret(first.Expose(), Bytes(size, 0xa5))) << size;
  }
}

TEST(SecretBytes, MovesLeaveNothingBehind) {
  SecretBytes first = SecretBytes::CopyOf(AsBytes("abc"));
  SecretBytes second = std::move(first);
  EXPECT_TRUE(first.empty());  // NOLINT(bugprone-use-after-move): the promise under test
  second = SecretBytes::CopyOf(AsBytes("def"));
  EXPECT_TRUE(SameSecret(second.Clone().Expose(), AsBytes("def")));
}

TEST(SecretBytes, LongOnesHaveTheirOwnPages) {
  SecretBytes secret = SecretBytes::Random(100'000);
  EXPECT_EQ(secret.size(), 100'000U);
  EXPECT_FALSE(SameSecret(secret.Expose(), Bytes(100'000, 0)));
}

TEST(SecretBytes, ThePoolIsSharedBetweenThreads) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([] {
      for (int n = 0; n < 5'000; ++n) {
        const SecretBytes a = SecretBytes::Random(32);
        const SecretBytes b = a.Clone();
        ASSERT_TRUE(SameSecret(a.Expose(), b.Expose()));
      }
    });
  }
}

TEST(SameSecret, LengthsMustMatchToo) {
  EXPECT_TRUE(SameSecret({}, {}));
  EXPECT_FALSE(SameSecret(AsBytes("a"), AsBytes("ab")));
  EXPECT_FALSE(SameSecret(AsBytes("ab"), AsBytes("ac")));
}

TEST(Wipe, ClearsAString) {
  std::string text = "a child's words";
  Wipe(text);
  EXPECT_TRUE(text.empty());
}

}  // namespace
}  // namespace safety::base
