#include "vault/journal_digest.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>

#include "vault/keys.h"

namespace safety::vault {
namespace {

const base::Bytes kEntryId = [] {
  base::Bytes id(16);
  std::iota(id.begin(), id.end(), std::uint8_t{0});
  return id;
}();
const base::Bytes kSubject(16, 7);
const base::Bytes kSealedHash = Fingerprint(base::AsBytes("sealed"));

JournalRow Row() {
  return {.sequence = 1,
          .at_microseconds = 1'700'000'000'000'000,
          .entry_id = kEntryId,
          .actor = "reporter",
          .action = "report_received",
          .subject = kSubject,
          .header = "{}",
          .sealed_hash = kSealedHash};
}

// Made with another implementation of BLAKE2b and of the encoding.
TEST(JournalDigest, KnownAnswer) {
  EXPECT_EQ(base::ToHex(JournalDigest(JournalGenesis(), Row())),
            "da03925dc98ef279f5cb783a6e1bf57747543f49e9b136ba62832384a4267a5a");
}

TEST(JournalDigest, EveryFieldCounts) {
  const base::Bytes other(16, 8);
  void (*const changes[])(JournalRow&, const base::Bytes&) = {
      [](JournalRow& row, const base::Bytes&) { row.sequence = 2; },
      [](JournalRow& row, const base::Bytes&) { row.at_microseconds += 1; },
      [](JournalRow& row, const base::Bytes& bytes) { row.entry_id = bytes; },
      [](JournalRow& row, const base::Bytes&) { row.actor = "system"; },
      [](JournalRow& row, const base::Bytes&) { row.action = "viewed"; },
      [](JournalRow& row, const base::Bytes& bytes) { row.subject = bytes; },
      [](JournalRow& row, const base::Bytes&) { row.header = "{ }"; },
      [](JournalRow& row, const base::Bytes& bytes) { row.sealed_hash = bytes; },
      // The same letters, parted elsewhere.
      [](JournalRow& row, const base::Bytes&) {
        row.actor = "reporterr";
        row.action = "eport_received";
      },
  };
  const base::Bytes digest = JournalDigest(JournalGenesis(), Row());
  for (const auto change : changes) {
    JournalRow row = Row();
    change(row, other);
    EXPECT_NE(JournalDigest(JournalGenesis(), row), digest);
  }
  EXPECT_NE(JournalDigest(digest, Row()), digest) << "what came before counts";
}

}  // namespace
}  // namespace safety::vault
