#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <future>
#include <latch>
#include <memory>
#include <set>
#include <thread>
#include <vector>

#include "samples.h"

/// Every promise of casework::Store, as tests for whatever says it is one. Include it in one test
/// program and instantiate StoreContract there with how the Store is made.
namespace safety::contract {

using casework::StoreError;

/// A fresh, empty Store and whatever it stands on.
class StoreUnderTest {
 public:
  StoreUnderTest() = default;
  StoreUnderTest(const StoreUnderTest&) = delete;
  StoreUnderTest& operator=(const StoreUnderTest&) = delete;
  virtual ~StoreUnderTest() = default;
  virtual casework::Store& store() = 0;
  /// How many entries the journal holds, its chain verified where it has one.
  virtual std::uint64_t CountEntries() = 0;
};

struct StoreFactory {
  const char* name;
  std::unique_ptr<StoreUnderTest> (*make)();
};

class StoreContract : public testing::TestWithParam<StoreFactory> {
 protected:
  casework::Store& store() { return under_test_->store(); }
  std::uint64_t CountEntries() { return under_test_->CountEntries(); }

  std::expected<casework::Committed, StoreError> Commit(casework::Transaction transaction) {
    return casework::CommitAndWait(store(), std::move(transaction));
  }
  std::expected<casework::Committed, StoreError> Commit(casework::Change change) {
    return Commit(casework::Transaction{.entries = {}, .changes = {std::move(change)}});
  }
  /// Files the case and gives its receipt.
  casework::Receipt File(const casework::NewCase& new_case) {
    return Commit(Filing(new_case)).value().receipt.value();
  }
  casework::NewAccount MakeAccount(const std::string& name) {
    const casework::NewAccount account = SampleAccount(name);
    EXPECT_TRUE(Commit(account));
    return account;
  }
  casework::CaseRow Row(base::CaseId id) { return store().FindCase(id).value().value(); }

 private:
  std::unique_ptr<StoreUnderTest> under_test_ = GetParam().make();
};

MATCHER_P(FailsWith, error, "") { return !arg.has_value() && arg.error() == error; }

// ---- Filing ------------------------------------------------------------------------------------

TEST_P(StoreContract, IsEmptyAtFirst) {
  EXPECT_EQ(store().ListQueue({}).value().total, 0U);
  EXPECT_TRUE(store().ListAccounts().value().empty());
  EXPECT_FALSE(store().CurrentTeamKey().value());
  EXPECT_FALSE(store().FindCase(base::CaseId::Random()).value());
  EXPECT_FALSE(store().FindSubmission(RandomBytes(32)).value());
  EXPECT_FALSE(store().FindAccount("nobody").value());
  EXPECT_FALSE(store().FindSession(RandomBytes(32)).value());
  EXPECT_EQ(CountEntries(), 0U);
}

TEST_P(StoreContract, GivesBackWhatWasFiled) {
  const casework::NewCase filed = SampleCase();
  const casework::Receipt receipt = File(filed);
  EXPECT_EQ(receipt.case_id, filed.id);
  EXPECT_EQ(receipt.received, filed.received);
  EXPECT_EQ(receipt.answer_by, filed.answer_by);
  EXPECT_EQ(receipt.priority, filed.priority);
  EXPECT_EQ(receipt.audience, filed.audience);
  EXPECT_FALSE(receipt.repeated);

  const casework::CaseRow row = Row(filed.id);
  EXPECT_EQ(row.id, filed.id);
  EXPECT_EQ(row.reference, receipt.reference);
  EXPECT_EQ(row.status, safeguarding::CaseStatus::kNew);
  EXPECT_EQ(row.remit, filed.remit);
  EXPECT_EQ(row.priority, filed.priority);
  EXPECT_EQ(row.computed_priority, filed.priority);
  EXPECT_EQ(row.audience, filed.audience);
  EXPECT_EQ(row.nation, filed.nation);
  EXPECT_EQ(row.language, filed.language);
  EXPECT_EQ(row.received, filed.received);
  EXPECT_EQ(row.answer_by, filed.answer_by);
  EXPECT_FALSE(row.assignee);
  EXPECT_EQ(row.assignee_name, "");
  EXPECT_EQ(row.sealed_summary, filed.sealed_summary);
  EXPECT_EQ(row.version, 1U);
  EXPECT_EQ(store().FindCase(receipt.reference).value().value().id, filed.id);
}

TEST_P(StoreContract, TellsWhatASubmissionMade) {
  const casework::NewCase filed = SampleCase();
  const casework::Receipt receipt = File(filed);
  const casework::Receipt found = store().FindSubmission(filed.submission).value().value();
  EXPECT_EQ(found.case_id, filed.id);
  EXPECT_EQ(found.reference, receipt.reference);
  EXPECT_EQ(found.received, filed.received);
  EXPECT_EQ(found.answer_by, filed.answer_by);
  EXPECT_EQ(found.priority, filed.priority);
  EXPECT_EQ(found.audience, filed.audience);
}

TEST_P(StoreContract, TheSameSubmissionMakesOneCase) {
  const casework::NewCase first = SampleCase();
  const casework::Receipt receipt = File(first);
  casework::NewCase again = SampleCase();
  again.submission = first.submission;
  again.priority = safeguarding::Priority::kP1;
  const casework::Receipt repeated = File(again);
  EXPECT_TRUE(repeated.repeated);
  EXPECT_EQ(repeated.case_id, first.id);
  EXPECT_EQ(repeated.reference, receipt.reference);
  EXPECT_EQ(repeated.priority, first.priority);
  EXPECT_FALSE(store().FindCase(again.id).value());
  EXPECT_TRUE(store().ListEntries(again.id).value().empty());
  EXPECT_EQ(store().ListQueue({}).value().total, 1U);
  EXPECT_EQ(CountEntries(), 1U);
}

TEST_P(StoreContract, ARepeatedSubmissionUndoesWhatCameBeforeIt) {
  const casework::NewCase first = SampleCase();
  File(first);
  casework::NewCase again = SampleCase();
  again.submission = first.submission;
  const auto committed =
      Commit(casework::Transaction{.entries = {}, .changes = {SampleAccount("morgan"), again}});
  EXPECT_TRUE(committed.value().receipt.value().repeated);
  EXPECT_FALSE(store().FindAccount("morgan").value());
}

TEST_P(StoreContract, TheSameSubmissionFromManyAtOnceMakesOneCase) {
  const base::Bytes submission = RandomBytes(32);
  constexpr int kTimes = 50;
  std::vector<std::future<casework::Receipt>> receipts;
  for (int i = 0; i < kTimes; ++i) {
    casework::NewCase new_case = SampleCase();
    new_case.submission = submission;
    std::promise<casework::Receipt> promise;
    receipts.push_back(promise.get_future());
    store().Commit(Filing(new_case), [promise = std::move(promise)](auto committed) mutable {
      promise.set_value(committed.value().receipt.value());
    });
  }
  int first = 0;
  std::set<std::string> references;
  for (auto& receipt : receipts) {
    const casework::Receipt got = receipt.get();
    first += got.repeated ? 0 : 1;
    references.insert(got.reference.text());
  }
  EXPECT_EQ(first, 1);
  EXPECT_EQ(references.size(), 1U);
  EXPECT_EQ(store().ListQueue({}).value().total, 1U);
  EXPECT_EQ(CountEntries(), 1U);
}

TEST_P(StoreContract, TwoCasesNeverShareAReference) {
  casework::NewCase first = SampleCase();
  casework::NewCase second = SampleCase();
  casework::NewCase third = SampleCase();
  second.reference_seed = first.reference_seed;
  third.reference_seed = first.reference_seed;
  const std::set<std::string> references{
      File(first).reference.text(), File(second).reference.text(), File(third).reference.text()};
  EXPECT_EQ(references.size(), 3U);
}

TEST_P(StoreContract, ConcurrentFilersGetUniqueReferencesAndOneWholeJournal) {
  constexpr int kThreads = 8;
  constexpr int kEach = 40;
  std::array<std::vector<casework::Receipt>, kThreads> receipts;
  std::latch start(kThreads);
  {
    std::vector<std::jthread> filers;
    for (auto& mine : receipts) {
      filers.emplace_back([this, &mine, &start] {
        start.arrive_and_wait();
        for (int i = 0; i < kEach; ++i) {
          mine.push_back(File(SampleCase()));
          // What is done is seen, by everybody, at once.
          EXPECT_TRUE(store().FindCase(mine.back().case_id).value());
        }
      });
    }
  }
  std::set<std::string> references;
  for (const auto& mine : receipts) {
    for (const casework::Receipt& receipt : mine) {
      references.insert(receipt.reference.text());
    }
  }
  EXPECT_EQ(references.size(), kThreads * kEach);
  EXPECT_EQ(store().ListQueue({}).value().total, kThreads * kEach);
  EXPECT_EQ(CountEntries(), kThreads * kEach);
}

// ---- All or nothing ----------------------------------------------------------------------------

TEST_P(StoreContract, ARefusedTransactionLeavesNothing) {
  MakeAccount("robin");
  const casework::NewCase filed = SampleCase();
  casework::Transaction transaction = Filing(filed);
  transaction.changes.emplace_back(SampleAccount("ROBIN"));
  EXPECT_THAT(Commit(transaction), FailsWith(StoreError::kConflict));
  EXPECT_FALSE(store().FindCase(filed.id).value());
  EXPECT_FALSE(store().FindSubmission(filed.submission).value());
  EXPECT_TRUE(store().ListEntries(filed.id).value().empty());
  EXPECT_EQ(store().ListQueue({}).value().total, 0U);
  EXPECT_EQ(CountEntries(), 0U);
  EXPECT_FALSE(File(filed).repeated);
}

TEST_P(StoreContract, ARefusalLeavesItsNeighboursAlone) {
  MakeAccount("robin");
  constexpr int kTimes = 20;
  std::vector<std::future<bool>> taken;
  for (int i = 0; i < kTimes; ++i) {
    casework::Transaction transaction = Filing(SampleCase());
    if (i % 4 == 3) {
      transaction.changes.emplace_back(SampleAccount("robin"));
    }
    std::promise<bool> promise;
    taken.push_back(promise.get_future());
    store().Commit(std::move(transaction), [promise = std::move(promise)](auto outcome) mutable {
      promise.set_value(outcome.has_value());
    });
  }
  for (int i = 0; i < kTimes; ++i) {
    EXPECT_EQ(taken[static_cast<std::size_t>(i)].get(), i % 4 != 3) << i;
  }
  EXPECT_EQ(store().ListQueue({}).value().total, 15U);
  EXPECT_EQ(CountEntries(), 15U);
}

TEST_P(StoreContract, AnEmptyTransactionIsDone) {
  EXPECT_FALSE(Commit(casework::Transaction{}).value().receipt);
}

TEST_P(StoreContract, ACaseIdIsTakenOnce) {
  const casework::NewCase first = SampleCase();
  File(first);
  casework::NewCase second = SampleCase();
  second.id = first.id;
  EXPECT_THAT(Commit(Filing(second)), FailsWith(StoreError::kConflict));
  EXPECT_FALSE(store().FindSubmission(second.submission).value());
}

TEST_P(StoreContract, AMailboxIsTakenOnce) {
  const casework::NewCase first = SampleCase();
  File(first);
  casework::NewCase second = SampleCase();
  second.mailbox_id = first.mailbox_id;
  EXPECT_THAT(Commit(Filing(second)), FailsWith(StoreError::kConflict));
  EXPECT_FALSE(store().FindCase(second.id).value());
  EXPECT_EQ(store().ListQueue({}).value().total, 1U);
}

// ---- Entries -----------------------------------------------------------------------------------

TEST_P(StoreContract, EntriesOfACaseComeOldestFirstAsTheyWereWritten) {
  const casework::NewCase filed = SampleCase();
  File(filed);
  File(SampleCase());
  casework::NewEntry viewed = SampleEntry(filed.id.bytes(), "viewed");
  viewed.at = kNow - std::chrono::hours(1);  // a clock that was put back changes no order
  casework::NewEntry taken = SampleEntry(filed.id.bytes(), "taken");
  taken.sealed.clear();
  ASSERT_TRUE(Commit(casework::Transaction{.entries = {viewed, taken}, .changes = {}}));

  const std::vector<casework::Entry> entries = store().ListEntries(filed.id).value();
  ASSERT_EQ(entries.size(), 3U);
  EXPECT_EQ(entries[0].action, "report_received");
  EXPECT_EQ(entries[1].id, viewed.id);
  EXPECT_EQ(entries[1].at, viewed.at);
  EXPECT_EQ(entries[1].actor, viewed.actor);
  EXPECT_EQ(entries[1].action, "viewed");
  EXPECT_EQ(entries[1].header, viewed.header);
  EXPECT_EQ(entries[1].sealed, viewed.sealed);
  EXPECT_EQ(entries[2].action, "taken");
  EXPECT_TRUE(entries[2].sealed.empty());
  EXPECT_LT(entries[0].sequence, entries[1].sequence);
  EXPECT_LT(entries[1].sequence, entries[2].sequence);
  EXPECT_EQ(CountEntries(), 4U);
}

TEST_P(StoreContract, TextIsKeptByteForByte) {
  const casework::NewCase filed = SampleCase();
  casework::Transaction transaction = Filing(filed);
  const std::string odd = std::string("a\0b", 3) + "'; DROP TABLE journal; -- £ \xF0\x9F\x90\xA7";
  transaction.entries[0].header = odd;
  ASSERT_TRUE(Commit(transaction));
  EXPECT_EQ(store().ListEntries(filed.id).value().at(0).header, odd);
  EXPECT_EQ(CountEntries(), 1U);
}

// ---- The queue ---------------------------------------------------------------------------------

TEST_P(StoreContract, TheQueueIsByPriorityThenAnswerByThenReference) {
  using safeguarding::Priority;
  const auto file = [this](Priority priority, int hours) {
    casework::NewCase new_case = SampleCase();
    new_case.priority = priority;
    new_case.answer_by = kNow + std::chrono::hours(hours);
    File(new_case);
  };
  for (const Priority priority : {Priority::kP4, Priority::kP2, Priority::kP1, Priority::kP3}) {
    for (const int hours : {9, 1, 1, 5}) {
      file(priority, hours);
    }
  }
  const casework::QueueRows queue = store().ListQueue({.limit = 100}).value();
  ASSERT_EQ(queue.rows.size(), 16U);
  EXPECT_EQ(queue.total, 16U);
  const auto key = [](const casework::CaseRow& row) {
    return std::tuple(row.priority, row.answer_by, row.reference.text());
  };
  EXPECT_TRUE(std::ranges::is_sorted(queue.rows, {}, key));
}

TEST_P(StoreContract, PagesOfTheQueueJoinWithoutGapOrOverlap) {
  for (int i = 0; i < 23; ++i) {
    File(SampleCase());
  }
  const auto whole = store().ListQueue({.limit = 100}).value().rows;
  std::vector<base::CaseId> joined;
  for (std::size_t offset = 0; offset < 30; offset += 5) {
    const casework::QueueRows page = store().ListQueue({.offset = offset, .limit = 5}).value();
    EXPECT_EQ(page.total, 23U);
    EXPECT_LE(page.rows.size(), 5U);
    for (const casework::CaseRow& row : page.rows) {
      joined.push_back(row.id);
    }
  }
  ASSERT_EQ(joined.size(), whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    EXPECT_EQ(joined[i], whole[i].id);
  }
  EXPECT_TRUE(store().ListQueue({.offset = SIZE_MAX, .limit = SIZE_MAX}).value().rows.empty());
  EXPECT_TRUE(store().ListQueue({.limit = 0}).value().rows.empty());
}

TEST_P(StoreContract, OnlyOpenCasesQueue) {
  using safeguarding::CaseStatus;
  const std::vector<std::pair<CaseStatus, std::size_t>> cases{
      {CaseStatus::kAllocated, 1},        {CaseStatus::kAssessing, 1}, {CaseStatus::kActive, 1},
      {CaseStatus::kAwaitingOthers, 1},   {CaseStatus::kClosed, 0},    {CaseStatus::kActive, 1},
      {CaseStatus::kClosureRequested, 1}, {CaseStatus::kMerged, 0},    {CaseStatus::kNew, 1},
      {CaseStatus::kTransferred, 0},      {CaseStatus::kClosed, 0}};
  const casework::NewCase filed = SampleCase();
  File(filed);
  std::uint64_t version = 1;
  for (const auto& [status, count] : cases) {
    ASSERT_TRUE(Commit(casework::CaseChange{.id = filed.id,
                                            .expected_version = version++,
                                            .status = status,
                                            .assignee = std::nullopt}));
    const casework::QueueRows queue = store().ListQueue({}).value();
    EXPECT_EQ(queue.rows.size(), count) << safeguarding::IdOf(status);
    EXPECT_EQ(queue.total, count) << safeguarding::IdOf(status);
  }
}

TEST_P(StoreContract, AnAdvisorsQueueHoldsTheirOpenCases) {
  const casework::NewAccount advisor = MakeAccount("robin");
  const casework::NewAccount other = MakeAccount("sam");
  for (int i = 0; i < 5; ++i) {
    const casework::NewCase filed = SampleCase();
    File(filed);
    const auto status =
        i == 0 ? safeguarding::CaseStatus::kClosed : safeguarding::CaseStatus::kAllocated;
    ASSERT_TRUE(Commit(casework::CaseChange{.id = filed.id,
                                            .expected_version = 1,
                                            .status = status,
                                            .assignee = i < 4 ? advisor.id : other.id}));
  }
  const casework::QueueRows mine =
      store().ListQueue({.offset = 1, .limit = 1, .assignee = advisor.id}).value();
  EXPECT_EQ(mine.total, 3U);
  ASSERT_EQ(mine.rows.size(), 1U);
  EXPECT_EQ(mine.rows[0].assignee, advisor.id);
  EXPECT_EQ(mine.rows[0].assignee_name, "robin");
  EXPECT_EQ(store().ListQueue({}).value().total, 4U);
}

// ---- Changing a case ---------------------------------------------------------------------------

TEST_P(StoreContract, AChangeMovesTheVersionOn) {
  const casework::NewAccount advisor = MakeAccount("robin");
  const casework::NewCase filed = SampleCase();
  File(filed);
  ASSERT_TRUE(Commit(casework::CaseChange{.id = filed.id,
                                          .expected_version = 1,
                                          .status = safeguarding::CaseStatus::kAllocated,
                                          .assignee = advisor.id}));
  const casework::CaseRow row = Row(filed.id);
  EXPECT_EQ(row.version, 2U);
  EXPECT_EQ(row.status, safeguarding::CaseStatus::kAllocated);
  EXPECT_EQ(row.assignee, advisor.id);
  EXPECT_EQ(row.assignee_name, "robin");
  EXPECT_EQ(row.sealed_summary, filed.sealed_summary);
}

TEST_P(StoreContract, ALateChangeIsAConflictAndWritesNoEntry) {
  const casework::NewCase filed = SampleCase();
  File(filed);
  const auto change = [&filed](base::CaseId id, std::uint64_t version) {
    return casework::Transaction{
        .entries = {SampleEntry(filed.id.bytes(), "taken")},
        .changes = {casework::CaseChange{.id = id,
                                         .expected_version = version,
                                         .status = safeguarding::CaseStatus::kActive,
                                         .assignee = std::nullopt}}};
  };
  EXPECT_TRUE(Commit(change(filed.id, 1)));
  EXPECT_THAT(Commit(change(filed.id, 1)), FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(change(filed.id, 3)), FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(change(base::CaseId::Random(), 1)), FailsWith(StoreError::kConflict));
  EXPECT_EQ(Row(filed.id).version, 2U);
  EXPECT_EQ(CountEntries(), 2U);
}

TEST_P(StoreContract, OfTwoWhoTakeTheSameCaseOneGetsIt) {
  const casework::NewCase filed = SampleCase();
  File(filed);
  constexpr int kAdvisors = 8;
  std::atomic<int> taken = 0;
  {
    std::vector<std::jthread> advisors;
    for (int i = 0; i < kAdvisors; ++i) {
      const casework::NewAccount advisor = MakeAccount("advisor" + std::to_string(i));
      advisors.emplace_back([this, &taken, id = filed.id, account = advisor.id] {
        taken += Commit(casework::CaseChange{.id = id,
                                             .expected_version = 1,
                                             .status = safeguarding::CaseStatus::kAllocated,
                                             .assignee = account})
                     .has_value();
      });
    }
  }
  EXPECT_EQ(taken, 1);
  EXPECT_EQ(Row(filed.id).version, 2U);
}

TEST_P(StoreContract, ACaseGoesToAnAccountThatExists) {
  const casework::NewCase filed = SampleCase();
  File(filed);
  EXPECT_THAT(Commit(casework::CaseChange{.id = filed.id,
                                          .expected_version = 1,
                                          .status = safeguarding::CaseStatus::kAllocated,
                                          .assignee = base::AccountId::Random()}),
              FailsWith(StoreError::kConflict));
  EXPECT_EQ(Row(filed.id).version, 1U);
}

}  // namespace safety::contract
