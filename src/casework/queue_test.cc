#include "casework/queue.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "casework/memory_store_for_tests.h"
#include "casework/submit_report.h"
#include "safeguarding/policy_for_tests.h"

namespace safety::casework {
namespace {

using safeguarding::CaseStatus;
using safeguarding::Concern;
using safeguarding::Priority;
using safeguarding::Report;
using safeguarding::Role;

class QueueTest : public testing::Test {
 protected:
  QueueTest() {
    ada_ = AddAccount("ada");
    ben_ = AddAccount("ben");
  }

  base::AccountId AddAccount(const std::string& name) {
    const auto id = base::AccountId::Random();
    Transaction transaction;
    transaction.changes.emplace_back(NewAccount{.id = id,
                                                .name = name,
                                                .role = Role::kAdvisor,
                                                .key = vault::KeyPair::Generate().public_key(),
                                                .wrapped_key = {1},
                                                .second_factor = {1}});
    EXPECT_TRUE(CommitAndWait(store_, std::move(transaction)));
    return id;
  }

  /// Somebody signed in who holds the keys of both epochs, if their role reads reports.
  Advisor SignedIn(base::AccountId account, const std::string& name, Role role = Role::kAdvisor) {
    Advisor advisor{account, name, role, {}};
    if (ReadsReports(role)) {
      advisor.team_keys.emplace(1, old_team_.Clone());
      advisor.team_keys.emplace(2, team_.Clone());
    }
    return advisor;
  }
  Advisor Ada() { return SignedIn(ada_, "ada"); }

  base::CaseId Send(Concern concern, const std::string& summary, const vault::KeyPair& team) {
    Report report;
    report.audience = safeguarding::Audience::kParent;
    report.concerns.Add(concern);
    report.summary = summary;
    const SubmitReport submit(store_, clock_, safeguarding::ShippedPolicy(), team.public_key(),
                              base::SecretBytes::Random(32));
    base::CaseId id;
    submit.Run(Visitor::New(), report, {},
               [&](std::expected<Receipt, StoreError> receipt) { id = receipt.value().case_id; });
    return id;
  }
  base::CaseId Send(Concern concern, const std::string& summary) {
    return Send(concern, summary, team_);
  }

  std::expected<OpenedCase, CaseError> Open(Advisor advisor, base::CaseId id) {
    std::optional<std::expected<OpenedCase, CaseError>> result;
    OpenCase(store_, clock_, std::move(advisor), id,
             [&](std::expected<OpenedCase, CaseError> opened) { result = std::move(opened); });
    return std::move(result).value();
  }

  std::expected<void, CaseError> Take(const Advisor& advisor, base::CaseId id,
                                      std::uint64_t version) {
    std::optional<std::expected<void, CaseError>> result;
    TakeCase(store_, clock_, advisor, id, version,
             [&](std::expected<void, CaseError> taken) { result = taken; });
    return result.value();
  }

  MemoryStore store_;
  base::FixedClock clock_{*base::ParseRfc3339("2026-11-24T10:00:00Z")};
  vault::KeyPair old_team_ = vault::KeyPair::Generate();
  vault::KeyPair team_ = vault::KeyPair::Generate();
  base::AccountId ada_;
  base::AccountId ben_;
};

TEST_F(QueueTest, ListsTheWorstFirstWithSummariesOpened) {
  Send(Concern::kCyberbullying, "unkind words");
  Send(Concern::kGrooming, "gifts in a game", old_team_);
  const auto stranger = vault::KeyPair::Generate();
  clock_.Advance(std::chrono::hours(24));
  Send(Concern::kGrooming, "sealed to nobody here", stranger);

  const auto page = ListQueue(store_, Ada(), {});
  ASSERT_TRUE(page.has_value());
  ASSERT_EQ(page->lines.size(), 3U);
  EXPECT_EQ(page->total, 3U);
  EXPECT_EQ(page->lines[0].summary, "gifts in a game");
  EXPECT_EQ(page->lines[1].summary, "");
  EXPECT_EQ(page->lines[2].summary, "unkind words");
  EXPECT_EQ(page->lines[2].row.priority, Priority::kP4);

  const auto second = ListQueue(store_, Ada(), {.offset = 2, .limit = 1});
  ASSERT_EQ(second->lines.size(), 1U);
  EXPECT_EQ(second->offset, 2U);
  EXPECT_EQ(second->lines[0].summary, "unkind words");
}

TEST_F(QueueTest, RolesThatReadNoReportSeeNoQueueAndOpenNothing) {
  const auto id = Send(Concern::kGrooming, "gifts");
  for (const Role role : {Role::kAuditor, Role::kAdministrator}) {
    const auto reader = [&] { return SignedIn(ben_, "ben", role); };
    EXPECT_EQ(ListQueue(store_, reader(), {}).error(), CaseError::kForbidden);
    for (const auto& [what, error] :
         {std::pair{"open", Open(reader(), id).error()},
          std::pair{"take", Take(reader(), id, 1).error()},
          std::pair{"open", Open(reader(), base::CaseId::Random()).error()}}) {
      EXPECT_EQ(error, CaseError::kForbidden) << what;
    }
    const NewEntry refused = store_.entries().at(store_.entries().size() - 3);
    EXPECT_EQ(refused.action, "refused");
    EXPECT_EQ(refused.actor, reader().actor());
    EXPECT_EQ(refused.header, R"({"what":"open"})");
    EXPECT_TRUE(std::ranges::equal(refused.subject, id.bytes()));
  }
  EXPECT_EQ(store_.FindCase(id)->value().status, CaseStatus::kNew);
}

TEST_F(QueueTest, OpeningIsInTheJournalBeforeAnythingIsOpened) {
  const auto id = Send(Concern::kGrooming, "gifts");
  store_.SetCommitError(StoreError::kUnavailable);
  EXPECT_EQ(Open(Ada(), id).error(), CaseError::kUnavailable);
  store_.SetCommitError(StoreError::kBusy);
  EXPECT_EQ(Open(Ada(), id).error(), CaseError::kBusy);
  store_.SetCommitError(std::nullopt);

  clock_.Advance(std::chrono::minutes(5));
  const auto opened = Open(Ada(), id);
  ASSERT_TRUE(opened.has_value());
  ASSERT_EQ(opened->reports.size(), 1U);
  EXPECT_EQ(opened->reports[0].report.summary, "gifts");
  EXPECT_EQ(opened->unreadable, 0U);
  EXPECT_EQ(store_.entries().back().action, "viewed");
  EXPECT_EQ(store_.entries().back().actor, Ada().actor());
  ASSERT_EQ(opened->timeline.size(), 2U);
  EXPECT_EQ(opened->timeline[0].who, "Reporter");
  EXPECT_EQ(opened->timeline[0].action, "report_received");
  EXPECT_EQ(opened->timeline[1].who, "ada");
  EXPECT_EQ(opened->timeline[1].action, "viewed");
  EXPECT_EQ(opened->timeline[1].at, clock_.Now());
}

TEST_F(QueueTest, TheTimelineNamesWhoDidWhat) {
  const auto id = Send(Concern::kGrooming, "gifts", old_team_);
  ASSERT_TRUE(Open(SignedIn(ben_, "ben"), id).has_value());
  Transaction transaction;
  for (const std::string& actor :
       {std::string("system"), "account:" + base::AccountId::Random().ToHex()}) {
    transaction.entries.push_back({.id = base::EntryId::Random(),
                                   .at = clock_.Now(),
                                   .actor = actor,
                                   .action = "noted",
                                   .subject = {id.bytes().begin(), id.bytes().end()},
                                   .header = "{}",
                                   .sealed = {}});
  }
  ASSERT_TRUE(CommitAndWait(store_, std::move(transaction)));
  const auto opened = Open(Ada(), id);
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->reports.size(), 1U);
  std::vector<std::string> who;
  std::ranges::transform(opened->timeline, std::back_inserter(who), &TimelineLine::who);
  EXPECT_EQ(who, (std::vector<std::string>{"Reporter", "ben", "Safety Centre",
                                           "An account that is gone", "ada"}));
}

TEST_F(QueueTest, AReportThatDoesNotOpenIsCounted) {
  const auto id = Send(Concern::kGrooming, "gifts", vault::KeyPair::Generate());
  const auto opened = Open(Ada(), id);
  ASSERT_TRUE(opened.has_value());
  EXPECT_TRUE(opened->reports.empty());
  EXPECT_EQ(opened->unreadable, 1U);
}

TEST_F(QueueTest, UnknownCasesAndReadFaults) {
  EXPECT_EQ(Open(Ada(), base::CaseId::Random()).error(), CaseError::kNotFound);
  EXPECT_EQ(Take(Ada(), base::CaseId::Random(), 1).error(), CaseError::kNotFound);
  const auto id = Send(Concern::kGrooming, "gifts");
  const std::size_t entries = store_.entries().size();
  store_.SetReadError(StoreError::kUnavailable);
  EXPECT_EQ(ListQueue(store_, Ada(), {}).error(), CaseError::kUnavailable);
  EXPECT_EQ(Open(Ada(), id).error(), CaseError::kUnavailable);
  EXPECT_EQ(Take(Ada(), id, 1).error(), CaseError::kUnavailable);
  store_.SetReadError(std::nullopt);
  EXPECT_EQ(store_.entries().size(), entries);
}

TEST_F(QueueTest, TakingACaseOnMakesItTheAdvisors) {
  const auto id = Send(Concern::kGrooming, "gifts");
  ASSERT_TRUE(Take(Ada(), id, 1).has_value());
  const CaseRow row = store_.FindCase(id)->value();
  EXPECT_EQ(row.status, CaseStatus::kAllocated);
  EXPECT_EQ(row.assignee, ada_);
  EXPECT_EQ(row.assignee_name, "ada");
  EXPECT_EQ(row.version, 2U);
  EXPECT_EQ(store_.entries().back().action, "taken");
  EXPECT_EQ(store_.entries().back().actor, Ada().actor());

  const Advisor ben = SignedIn(ben_, "ben");
  EXPECT_EQ(Take(ben, id, 1).error(), CaseError::kConflict);
  EXPECT_EQ(Take(ben, id, 2).error(), CaseError::kNotAllowed);
  EXPECT_EQ(store_.FindCase(id)->value().assignee, ada_);
  EXPECT_EQ(ListQueue(store_, ben, {.assignee = ben_})->total, 0U);
  EXPECT_EQ(ListQueue(store_, ben, {.assignee = ada_})->total, 1U);
}

TEST_F(QueueTest, ARivalsCommitInBetweenIsAConflict) {
  const auto id = Send(Concern::kGrooming, "gifts");
  store_.SetRival([&] { EXPECT_TRUE(Take(SignedIn(ben_, "ben"), id, 1).has_value()); });
  EXPECT_EQ(Take(Ada(), id, 1).error(), CaseError::kConflict);
  EXPECT_EQ(store_.FindCase(id)->value().assignee, ben_);
}

}  // namespace
}  // namespace safety::casework
