#include "vault/sealing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace safety::vault {
namespace {

using namespace std::string_view_literals;

const base::Bytes kId(16, 7);
const RowIdentity kRow{.table = "journal", .id = kId, .version = 3};

base::Bytes Plain(const std::expected<base::SecretBytes, OpenError>& opened) {
  const base::ByteView bytes = opened.value().Expose();
  return {bytes.begin(), bytes.end()};
}

/// Opens or refuses what one way of sealing made, so that each promise is checked for both.
struct Sealer {
  explicit Sealer(bool recipient) : to_recipient(recipient) {}
  [[nodiscard]] base::Bytes Seal(const RowIdentity& row, base::ByteView plain) const {
    return to_recipient ? vault::Seal(pair.public_key(), row, plain) : SealUnder(key, row, plain);
  }
  [[nodiscard]] auto Open(const RowIdentity& row, base::ByteView sealed) const {
    return to_recipient ? vault::Open(pair, row, sealed) : OpenUnder(key, row, sealed);
  }

  KeyPair pair = KeyPair::Generate();
  base::SecretBytes key = base::SecretBytes::Random(32);
  bool to_recipient;
};

RC_GTEST_PROP(Sealing, WhatIsSealedOpens, (const base::Bytes& plain, bool to_recipient)) {
  const Sealer sealer(to_recipient);
  RC_ASSERT(Plain(sealer.Open(kRow, sealer.Seal(kRow, plain))) == plain);
}

RC_GTEST_PROP(Sealing, DamagedBytesDoNotOpen, (const base::Bytes& plain, bool to_recipient)) {
  const Sealer sealer(to_recipient);
  base::Bytes sealed = sealer.Seal(kRow, plain);
  const auto at = *rc::gen::inRange<std::size_t>(0, sealed.size());
  const auto flips = *rc::gen::inRange(1, 256);
  sealed[at] = static_cast<std::uint8_t>(sealed[at] ^ flips);
  RC_ASSERT(!sealer.Open(kRow, sealed).has_value());
}

RC_GTEST_PROP(Sealing, CutOrLengthenedBytesDoNotOpen, (bool to_recipient)) {
  const Sealer sealer(to_recipient);
  base::Bytes sealed = sealer.Seal(kRow, base::AsBytes("abc"));
  const std::size_t whole = sealed.size();
  sealed.resize(*rc::gen::inRange<std::size_t>(0, whole * 2));
  RC_PRE(sealed.size() != whole);
  RC_ASSERT(!sealer.Open(kRow, sealed).has_value());
}

TEST(Sealing, AMovedPayloadDoesNotOpen) {
  const base::Bytes other_id(16, 8);
  const base::Bytes longer_id(17, 7);
  const RowIdentity elsewhere[] = {
      {.table = "case_file", .id = kId, .version = 3},
      {.table = "journal", .id = other_id, .version = 3},
      {.table = "journal", .id = kId, .version = 4},
      {.table = "journal", .id = kId},
      // Where one field ends and the next begins counts too.
      {.table = "journal\x07", .id = base::ByteView(kId).first(15), .version = 3},
      {.table = "journa", .id = longer_id, .version = 3},
      {.table = "", .id = {}, .version = 0},
  };
  for (const bool to_recipient : {true, false}) {
    const Sealer sealer(to_recipient);
    const base::Bytes sealed = sealer.Seal(kRow, base::AsBytes("abc"));
    for (const RowIdentity& row : elsewhere) {
      EXPECT_EQ(sealer.Open(row, sealed).error(), OpenError::kWrongKeyOrRow)
          << row.table << ' ' << row.version;
    }
  }
}

TEST(Sealing, AnotherKeyDoesNotOpen) {
  for (const bool to_recipient : {true, false}) {
    const base::Bytes sealed = Sealer(to_recipient).Seal(kRow, base::AsBytes("abc"));
    EXPECT_EQ(Sealer(to_recipient).Open(kRow, sealed).error(), OpenError::kWrongKeyOrRow);
  }
}

TEST(Sealing, OneWayOfSealingIsNotTakenForTheOther) {
  const Sealer sealer(true);
  EXPECT_EQ(OpenUnder(sealer.key, kRow, sealer.Seal(kRow, {})).error(), OpenError::kMalformed);
  EXPECT_EQ(Open(sealer.pair, kRow, SealUnder(sealer.key, kRow, {})).error(),
            OpenError::kMalformed);
  EXPECT_EQ(Open(sealer.pair, kRow, {}).error(), OpenError::kMalformed);
}

TEST(Sealing, ADataKeySealsManyPayloadsOfOneEntry) {
  const KeyPair pair = KeyPair::Generate();
  const DataKey data_key = DataKey::For(pair.public_key());
  const RowIdentity summary{.table = "case_file", .id = kId};
  const base::Bytes first = data_key.Seal(kRow, base::AsBytes("body"));
  const base::Bytes second = data_key.Seal(summary, base::AsBytes("summary"));
  EXPECT_EQ(base::AsText(Plain(Open(pair, kRow, first))), "body");
  EXPECT_EQ(base::AsText(Plain(Open(pair, summary, second))), "summary");
  EXPECT_FALSE(Open(pair, kRow, second).has_value());
  EXPECT_NE(first, data_key.Seal(kRow, base::AsBytes("body"))) << "a nonce is used once";
}

// Format 2, written out by hand: what is stored today has to open in ten years.
TEST(Sealing, TheFormatStaysAsItIs) {
  const base::SecretBytes key = base::SecretBytes::CopyOf(base::Bytes(32, 1));
  base::Bytes bound;
  for (const std::string_view part :
       {"\1\0\0\0\0\0\0\0"
        "\2"sv,
        "\7\0\0\0\0\0\0\0"
        "journal"sv,
        "\x10\0\0\0\0\0\0\0"sv, base::AsText(kId), "\x8\0\0\0\0\0\0\0"sv, "\3\0\0\0\0\0\0\0"sv}) {
    std::ranges::copy(base::AsBytes(part), std::back_inserter(bound));
  }
  base::Bytes padded(256);
  std::ranges::copy(base::AsBytes("abc\x80"), padded.begin());
  base::Bytes sealed(1 + 24 + padded.size() + 16, 9);
  sealed.front() = 2;
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + 25, nullptr, padded.data(),
                                             padded.size(), bound.data(), bound.size(), nullptr,
                                             sealed.data() + 1, key.Expose().data());
  EXPECT_EQ(base::AsText(Plain(OpenUnder(key, kRow, sealed))), "abc");
}

RC_GTEST_PROP(Padding, OnlyTheBucketShows, ()) {
  const Sealer sealer(false);
  const auto size = *rc::gen::inRange<std::size_t>(0, 20'000);
  const base::Bytes sealed = sealer.Seal(kRow, base::Bytes(size, 'x'));
  RC_ASSERT(sealed.size() == 1 + 24 + PaddedSize(size) + 16);
  RC_ASSERT(Plain(sealer.Open(kRow, sealed)).size() == size);
}

RC_GTEST_PROP(Padding, IsRoomyAndNeverExcessive, ()) {
  const auto size = *rc::gen::inRange<std::size_t>(0, 100'000'000);
  RC_ASSERT(PaddedSize(size) > size);
  RC_ASSERT(PaddedSize(size) <= std::max<std::size_t>(256, size + size / 2));
  RC_ASSERT(PaddedSize(PaddedSize(size) - 1) == PaddedSize(size));
}

TEST(Padding, HasFewBuckets) {
  for (const auto& [size, bucket] : {std::pair<std::size_t, std::size_t>{0, 256},
                                     {255, 256},
                                     {256, 384},
                                     {383, 384},
                                     {384, 512},
                                     {2'000, 2'048},
                                     {2'048, 3'072},
                                     {65'535, 65'536}}) {
    EXPECT_EQ(PaddedSize(size), bucket) << size;
  }
}

}  // namespace
}  // namespace safety::vault
