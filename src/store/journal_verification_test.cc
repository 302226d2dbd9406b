#include "store/journal_verification.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "store/sqlite_connection.h"
#include "store/sqlite_store.h"
#include "store/temporary_folder_for_tests.h"
#include "vault/journal_digest.h"

namespace safety::store {
namespace {

using testing::HasSubstr;

casework::NewEntry Entry(std::uint8_t number) {
  return {.id = base::EntryId::Random(),
          .at = base::FromMicroseconds(number),
          .actor = "system",
          .action = "viewed",
          .subject = base::Bytes(16, number),
          .header = "{}",
          .sealed = base::Bytes(100, number)};
}

class JournalVerificationTest : public testing::Test {
 protected:
  void Write(std::uint8_t entries) {
    const DataFolder folder = DataFolder::Open(temporary_.path()).value();
    const auto store = SqliteStore::Open(folder).value();
    for (std::uint8_t i = 1; i <= entries; ++i) {
      ASSERT_TRUE(casework::CommitAndWait(*store, {.entries = {Entry(i)}, .changes = {}}));
    }
  }
  void Tamper(const char* script) {
    const auto database = SqliteConnection::Open(temporary_.path() / kDatabaseFile,
                                                 {.access = SqliteSettings::Access::kWrite});
    ASSERT_TRUE((*database)->Execute(script)) << (*database)->message();
  }
  std::expected<VerifiedJournal, FirstBadEntry> Verify() {
    return VerifyJournal(temporary_.path());
  }

  TemporaryFolder temporary_;
};

TEST_F(JournalVerificationTest, AnEmptyJournalEndsAtTheGenesis) {
  Write(0);
  EXPECT_EQ(Verify().value().entries, 0U);
  EXPECT_EQ(Verify().value().head, vault::JournalGenesis());
}

TEST_F(JournalVerificationTest, AWholeJournalVerifiesAndItsHeadMovesOn) {
  Write(3);
  const VerifiedJournal before = Verify().value();
  EXPECT_EQ(before.entries, 3U);
  Write(1);
  EXPECT_EQ(Verify().value().entries, 4U);
  EXPECT_NE(Verify().value().head, before.head);
}

TEST_F(JournalVerificationTest, LongJournalsAreReadPageByPage) {
  const DataFolder folder = DataFolder::Open(temporary_.path()).value();
  const auto store = SqliteStore::Open(folder).value();
  casework::Transaction many;
  for (int i = 0; i < 1234; ++i) {
    many.entries.push_back(Entry(static_cast<std::uint8_t>(i)));
  }
  ASSERT_TRUE(casework::CommitAndWait(*store, std::move(many)));
  // Beside the open store.
  EXPECT_EQ(Verify().value().entries, 1234U);
}

TEST_F(JournalVerificationTest, AnErasedPayloadStillVerifies) {
  Write(3);
  Tamper("UPDATE journal SET sealed = NULL WHERE seq = 2");
  EXPECT_EQ(Verify().value().entries, 3U);
}

TEST_F(JournalVerificationTest, AnyChangeIsFoundWhereItIs) {
  struct Case {
    const char* script;
    std::uint64_t first_bad;
  };
  const Case cases[] = {
      {"UPDATE journal SET actor = 'account:00' WHERE seq = 2", 2},
      {"UPDATE journal SET action = 'taken' WHERE seq = 3", 3},
      {"UPDATE journal SET at = at + 1 WHERE seq = 1", 1},
      {"UPDATE journal SET id = zeroblob(16) WHERE seq = 2", 2},
      {"UPDATE journal SET subject = zeroblob(16) WHERE seq = 2", 2},
      {"UPDATE journal SET header = '{ }' WHERE seq = 2", 2},
      {"UPDATE journal SET sealed = zeroblob(100) WHERE seq = 2", 2},
      {"UPDATE journal SET sealed = x'' WHERE seq = 2", 2},
      {"UPDATE journal SET sealed_hash = zeroblob(32) WHERE seq = 2", 2},
      {"UPDATE journal SET digest = zeroblob(32) WHERE seq = 4", 4},
      {"DELETE FROM journal WHERE seq = 1", 1},
      {"DELETE FROM journal WHERE seq = 3", 3},
      {"UPDATE journal SET seq = 9 WHERE seq = 4", 4},
      {"UPDATE journal SET seq = 0 - seq", 1},
      {"UPDATE journal SET seq = -1 WHERE seq = 4", 1},
      {"UPDATE journal SET seq = 5 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 3;"
       "UPDATE journal SET seq = 3 WHERE seq = 5",
       2},
  };
  for (const Case& one : cases) {
    std::filesystem::remove(temporary_.path() / kDatabaseFile);
    Write(4);
    Tamper(one.script);
    const auto verified = Verify();
    ASSERT_FALSE(verified) << one.script;
    EXPECT_EQ(verified.error().sequence, one.first_bad) << one.script;
    EXPECT_FALSE(verified.error().reason.empty());
  }
}

TEST_F(JournalVerificationTest, SaysThatThereIsNoJournal) {
  EXPECT_EQ(Verify().error().sequence, 0U);
  std::ofstream(temporary_.path() / kDatabaseFile) << std::string(20'000, 'x');
  EXPECT_EQ(Verify().error().sequence, 0U);
  EXPECT_THAT(Verify().error().reason, HasSubstr("damaged"));
}

}  // namespace
}  // namespace safety::store
