#include <gtest/gtest.h>

#include "account_contract.h"
#include "draft_store_contract.h"
#include "store/journal_verification.h"
#include "store/sqlite_draft_store.h"
#include "store/sqlite_store.h"
#include "store/temporary_folder_for_tests.h"
#include "store_contract.h"

namespace safety::contract {
namespace {

class SqliteStoreUnderTest final : public StoreUnderTest {
 public:
  casework::Store& store() override { return *store_; }
  std::uint64_t CountEntries() override {
    return store::VerifyJournal(temporary_.path()).value().entries;
  }

 private:
  store::TemporaryFolder temporary_;
  store::DataFolder folder_ = store::DataFolder::Open(temporary_.path()).value();
  std::unique_ptr<store::SqliteStore> store_ = store::SqliteStore::Open(folder_).value();
};

class SqliteDraftStoreUnderTest final : public DraftStoreUnderTest {
 public:
  casework::DraftStore& drafts() override { return *drafts_; }

 private:
  store::TemporaryFolder temporary_;
  store::DataFolder folder_ = store::DataFolder::Open(temporary_.path()).value();
  std::unique_ptr<store::SqliteDraftStore> drafts_ = store::SqliteDraftStore::Open(folder_).value();
};

constexpr auto kNameOf = [](const auto& info) { return std::string(info.param.name); };

INSTANTIATE_TEST_SUITE_P(OnSqlite, StoreContract,
                         testing::Values(StoreFactory{
                             "Sqlite",
                             []() -> std::unique_ptr<StoreUnderTest> {
                               return std::make_unique<SqliteStoreUnderTest>();
                             }}),
                         kNameOf);

INSTANTIATE_TEST_SUITE_P(OnSqlite, DraftStoreContract,
                         testing::Values(DraftStoreFactory{
                             "Sqlite",
                             []() -> std::unique_ptr<DraftStoreUnderTest> {
                               return std::make_unique<SqliteDraftStoreUnderTest>();
                             }}),
                         kNameOf);

}  // namespace
}  // namespace safety::contract
