#include "store/sqlite_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "store/journal_verification.h"
#include "store/sqlite_connection.h"
#include "store/temporary_folder_for_tests.h"

// What is SQLite's own about this Store. What any Store promises is in test/contract.
namespace safety::store {
namespace {

using casework::StoreError;
using testing::HasSubstr;

constexpr std::chrono::milliseconds kShortly{1};

casework::Transaction OneEntry(std::size_t size = 100) {
  return {.entries = {{.id = base::EntryId::Random(),
                       .at = base::FromMicroseconds(1),
                       .actor = "system",
                       .action = "viewed",
                       .subject = base::Bytes(16),
                       .header = "{}",
                       .sealed = base::Bytes(size, 0xA5)}},
          .changes = {}};
}

/// No file of this process grows past `bytes` while it lives: a full disk, for once.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

class SqliteStoreTest : public testing::Test {
 protected:
  std::filesystem::path file() const { return temporary_.path() / kDatabaseFile; }
  std::unique_ptr<SqliteStore> Open(SqliteOptions options = {}) {
    return SqliteStore::Open(folder_, options).value();
  }
  static auto Commit(SqliteStore& store, casework::Transaction transaction) {
    return casework::CommitAndWait(store, std::move(transaction));
  }
  std::uint64_t Entries() { return VerifyJournal(temporary_.path()).value().entries; }

  TemporaryFolder temporary_;
  DataFolder folder_ = DataFolder::Open(temporary_.path()).value();
};

TEST_F(SqliteStoreTest, KeepsWhatItCommittedOverARestart) {
  ASSERT_TRUE(Commit(*Open(), OneEntry()));
  ASSERT_TRUE(Commit(*Open(), OneEntry()));
  EXPECT_EQ(Entries(), 2U);
}

TEST_F(SqliteStoreTest, CommitsWhatItHasTakenBeforeItCloses) {
  std::atomic<int> committed = 0;
  {
    const auto store = Open();
    for (int i = 0; i < 100; ++i) {
      store->Commit(OneEntry(), [&committed](auto outcome) { committed += outcome.has_value(); });
    }
  }
  EXPECT_EQ(committed, 100);
  EXPECT_EQ(Entries(), 100U);
}

TEST_F(SqliteStoreTest, RefusesBeforeItTakesTooMuch) {
  const auto store = Open({.max_waiting = 0});
  EXPECT_EQ(Commit(*store, OneEntry()).error(), StoreError::kBusy);
  EXPECT_EQ(Entries(), 0U);
}

TEST_F(SqliteStoreTest, CountsItsBatches) {
  const auto store = Open();
  ASSERT_TRUE(Commit(*store, OneEntry()));
  ASSERT_TRUE(Commit(*store, OneEntry()));
  EXPECT_EQ(store->statistics().transactions, 2U);
  EXPECT_EQ(store->statistics().batches, 2U);
  EXPECT_EQ(store->statistics().largest_batch, 1U);
}

TEST_F(SqliteStoreTest, AFullDiskRefusesAndALaterCommitSucceeds) {
  const auto store = Open();
  ASSERT_TRUE(Commit(*store, OneEntry()));
  {
    const FullDisk full(256 * 1024);
    std::expected<casework::Committed, StoreError> outcome;
    for (int i = 0; i < 100 && outcome; ++i) {
      outcome = Commit(*store, OneEntry(20'000));
    }
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error(), StoreError::kUnavailable);
    EXPECT_EQ(Commit(*store, OneEntry(100'000)).error(), StoreError::kUnavailable);
    EXPECT_TRUE(store->ListAccounts()) << "reading goes on";
  }
  const std::uint64_t before = Entries();
  EXPECT_TRUE(Commit(*store, OneEntry(20'000)));
  EXPECT_EQ(Entries(), before + 1);
}

TEST_F(SqliteStoreTest, AFileAtItsLimitRefusesTheWholeBatchAndKeepsTheRest) {
  ASSERT_TRUE(Commit(*Open(), OneEntry()));
  {
    const auto store = Open({.max_pages = 60});
    std::expected<casework::Committed, StoreError> outcome;
    for (int i = 0; i < 100 && outcome; ++i) {
      outcome = Commit(*store, OneEntry(20'000));
    }
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error(), StoreError::kUnavailable);
  }
  const std::uint64_t before = Entries();
  EXPECT_GE(before, 1U);
  EXPECT_TRUE(Commit(*Open(), OneEntry(20'000)));
  EXPECT_EQ(Entries(), before + 1);
}

TEST_F(SqliteStoreTest, ALockedFileRefusesUntilItIsFree) {
  const auto store = Open({.busy_timeout = kShortly});
  const auto other =
      SqliteConnection::Open(file(), {.access = SqliteSettings::Access::kWrite}).value();
  other->Begin();
  EXPECT_EQ(Commit(*store, OneEntry()).error(), StoreError::kUnavailable);
  EXPECT_TRUE(store->ListAccounts());
  other->Rollback();
  EXPECT_TRUE(Commit(*store, OneEntry()));
  EXPECT_EQ(Entries(), 1U);
}

TEST_F(SqliteStoreTest, SaysWhyItDoesNotOpen) {
  std::ofstream(file()) << std::string(20'000, 'x');
  EXPECT_THAT(SqliteStore::Open(folder_).error(), HasSubstr("damaged"));
}

TEST_F(SqliteStoreTest, SaysThatANewerProgramMadeIt) {
  Open();
  const auto database =
      SqliteConnection::Open(file(), {.access = SqliteSettings::Access::kWrite}).value();
  ASSERT_TRUE(database->Execute("INSERT INTO schema_version VALUES (9999, '9999_future')"));
  EXPECT_THAT(SqliteStore::Open(folder_).error(), HasSubstr("schema is version 9999"));
}

TEST_F(SqliteStoreTest, ADamagedRowIsUnavailableNotACrash) {
  const auto store = Open();
  ASSERT_TRUE(Commit(*store, {.entries = {},
                              .changes = {casework::NewAccount{.id = base::AccountId::Random(),
                                                               .name = "robin",
                                                               .role = safeguarding::Role::kAdvisor,
                                                               .key = {},
                                                               .wrapped_key = {},
                                                               .second_factor = {}}}}));
  const auto database =
      SqliteConnection::Open(file(), {.access = SqliteSettings::Access::kWrite}).value();
  ASSERT_TRUE(database->Execute("UPDATE account SET role = 'king'"));
  EXPECT_EQ(store->FindAccount("robin").error(), StoreError::kUnavailable);
  ASSERT_TRUE(database->Execute("UPDATE account SET role = 'auditor'"));
  EXPECT_EQ(store->FindAccount("robin").value().value().role, safeguarding::Role::kAuditor);
}

TEST_F(SqliteStoreTest, MakesItsFileAsDesigned) {
  Open();
  const auto database =
      SqliteConnection::Open(file(), {.access = SqliteSettings::Access::kRead}).value();
  static constexpr Sql kPageSize{"PRAGMA page_size"};
  static constexpr Sql kJournalMode{"PRAGMA journal_mode"};
  static constexpr Sql kWrite{"DELETE FROM tally"};
  {
    Cursor cursor = database->Query(kPageSize);
    ASSERT_TRUE(cursor.Next());
    EXPECT_EQ(cursor.row().Integer(0), 8192);
  }
  {
    Cursor cursor = database->Query(kJournalMode);
    ASSERT_TRUE(cursor.Next());
    EXPECT_EQ(cursor.row().Text(0), "wal");
  }
  database->Run(kWrite);
  EXPECT_EQ(database->error(), DatabaseError::kUnavailable) << "a reader only reads";
}

}  // namespace
}  // namespace safety::store
