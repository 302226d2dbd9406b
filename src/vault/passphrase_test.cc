#include "vault/passphrase.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safety::vault {
namespace {

const base::Bytes kId(16, 7);
const RowIdentity kRow{.table = "account", .id = kId};

base::SecretBytes Text(std::string_view text) {
  return base::SecretBytes::CopyOf(base::AsBytes(text));
}

base::Bytes Wrapped() {
  return WrapWithPassphrase(Text("the secret"), Text("correct horse battery"), kRow,
                            PassphraseCost::ForTests());
}

TEST(Passphrase, OpensWhatItWrapped) {
  const auto opened = UnwrapWithPassphrase(Wrapped(), Text("correct horse battery"), kRow);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(base::AsText(opened->Expose()), "the secret");
  EXPECT_NE(Wrapped(), Wrapped()) << "each has its own salt";
}

TEST(Passphrase, AnotherPassphraseOrRowDoesNot) {
  for (const char* wrong :
       {"", "correct horse", "Correct horse battery", "correct horse battery "}) {
    EXPECT_EQ(UnwrapWithPassphrase(Wrapped(), Text(wrong), kRow).error(), OpenError::kWrongKeyOrRow)
        << wrong;
  }
  const base::Bytes other(16, 8);
  EXPECT_EQ(UnwrapWithPassphrase(Wrapped(), Text("correct horse battery"),
                                 {.table = "account", .id = other})
                .error(),
            OpenError::kWrongKeyOrRow);
}

TEST(Passphrase, CostIsNeverLessThanModerate) {
  EXPECT_EQ(PassphraseCost::Moderate().passes, 3U);
  EXPECT_EQ(PassphraseCost::Moderate().memory_bytes, 256U << 20);
}

TEST(Passphrase, ADamagedRowCannotAskForTheWholeMachine) {
  constexpr std::size_t kPassesAt = 1;
  constexpr std::size_t kMemoryAt = 9;
  for (const std::size_t at : {kPassesAt + 1, kPassesAt + 7, kMemoryAt + 4, kMemoryAt + 7}) {
    base::Bytes wrapped = Wrapped();
    wrapped[at] = 0xff;
    EXPECT_EQ(UnwrapWithPassphrase(wrapped, Text("correct horse battery"), kRow).error(),
              OpenError::kMalformed)
        << at;
  }
}

RC_GTEST_PROP(Passphrase, DamagedBytesDoNotOpen, ()) {
  base::Bytes wrapped = Wrapped();
  // Past the cost: a larger one would open nothing either, only slowly.
  const auto at = *rc::gen::inRange<std::size_t>(17, wrapped.size());
  wrapped[at] = static_cast<std::uint8_t>(wrapped[at] ^ *rc::gen::inRange(1, 256));
  RC_ASSERT(!UnwrapWithPassphrase(wrapped, Text("correct horse battery"), kRow).has_value());
}

TEST(Passphrase, NeverOpensAPiece) {
  const base::Bytes wrapped = Wrapped();
  for (std::size_t size = 0; size < wrapped.size(); ++size) {
    EXPECT_FALSE(UnwrapWithPassphrase(base::ByteView(wrapped).first(size),
                                      Text("correct horse battery"), kRow)
                     .has_value())
        << size;
  }
}

}  // namespace
}  // namespace safety::vault
