#include "store/sqlite_draft_store.h"

#include <gtest/gtest.h>

#include <fstream>
#include <future>
#include <iterator>
#include <string>

#include "store/temporary_folder_for_tests.h"

// What is SQLite's own about these drafts. What any DraftStore promises is in test/contract.
namespace safety::store {
namespace {

constexpr base::UtcTime kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};
const base::Bytes kId(32, 7);

template <class Start>
std::expected<void, casework::StoreError> Wait(Start start) {
  std::promise<std::expected<void, casework::StoreError>> promise;
  auto outcome = promise.get_future();
  start([promise = std::move(promise)](auto value) mutable { promise.set_value(value); });
  return outcome.get();
}

class SqliteDraftStoreTest : public testing::Test {
 protected:
  std::unique_ptr<SqliteDraftStore> Open(std::size_t max_waiting = 100) {
    return SqliteDraftStore::Open(folder_, max_waiting).value();
  }
  static auto Save(SqliteDraftStore& drafts, const std::string& text) {
    return Wait(
        [&](auto done) { drafts.Save(kId, 0, {text.begin(), text.end()}, kNow, std::move(done)); });
  }
  bool FilesHold(const std::string& text) {
    for (const char* suffix : {"", "-wal"}) {
      std::ifstream file((temporary_.path() / kDraftsFile).string() + suffix, std::ios::binary);
      const std::string content{std::istreambuf_iterator<char>(file), {}};
      if (content.find(text) != std::string::npos) {
        return true;
      }
    }
    return false;
  }

  TemporaryFolder temporary_;
  DataFolder folder_ = DataFolder::Open(temporary_.path()).value();
};

TEST_F(SqliteDraftStoreTest, KeepsDraftsOverARestart) {
  ASSERT_TRUE(Save(*Open(), "half an answer"));
  EXPECT_TRUE(Open()->Load(kId, kNow).value());
}

TEST_F(SqliteDraftStoreTest, ThrowsADamagedFileAway) {
  std::ofstream(temporary_.path() / kDraftsFile) << std::string(20'000, 'x');
  const auto drafts = Open();
  EXPECT_FALSE(drafts->Load(kId, kNow).value());
  EXPECT_TRUE(Save(*drafts, "half an answer"));
}

TEST_F(SqliteDraftStoreTest, LeavesNothingOfWhatIsErased) {
  const std::string text(500, 'Q');
  const auto drafts = Open();
  ASSERT_TRUE(Save(*drafts, text));
  EXPECT_TRUE(FilesHold(text));
  ASSERT_TRUE(Wait([&](auto done) { drafts->Erase(kId, std::move(done)); }));
  ASSERT_TRUE(Wait([&](auto done) { drafts->EraseIdle(kNow, std::move(done)); }));
  EXPECT_FALSE(FilesHold(text));
}

TEST_F(SqliteDraftStoreTest, RefusesBeforeItTakesTooMuch) {
  EXPECT_EQ(Save(*Open(0), "half an answer").error(), casework::StoreError::kBusy);
}

}  // namespace
}  // namespace safety::store
