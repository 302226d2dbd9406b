#include <gtest/gtest.h>

#include "account_contract.h"
#include "casework/memory_store_for_tests.h"
#include "draft_store_contract.h"
#include "store_contract.h"

// The fakes that the use cases are tested with keep the same promises as the real ones.
namespace safety::contract {
namespace {

class MemoryStoreUnderTest final : public StoreUnderTest {
 public:
  casework::Store& store() override { return store_; }
  std::uint64_t CountEntries() override { return store_.entries().size(); }

 private:
  casework::MemoryStore store_;
};

class MemoryDraftStoreUnderTest final : public DraftStoreUnderTest {
 public:
  casework::DraftStore& drafts() override { return drafts_; }

 private:
  casework::MemoryDraftStore drafts_;
};

constexpr auto kNameOf = [](const auto& info) { return std::string(info.param.name); };

INSTANTIATE_TEST_SUITE_P(InMemory, StoreContract,
                         testing::Values(StoreFactory{
                             "Memory",
                             []() -> std::unique_ptr<StoreUnderTest> {
                               return std::make_unique<MemoryStoreUnderTest>();
                             }}),
                         kNameOf);

INSTANTIATE_TEST_SUITE_P(InMemory, DraftStoreContract,
                         testing::Values(DraftStoreFactory{
                             "Memory",
                             []() -> std::unique_ptr<DraftStoreUnderTest> {
                               return std::make_unique<MemoryDraftStoreUnderTest>();
                             }}),
                         kNameOf);

}  // namespace
}  // namespace safety::contract
