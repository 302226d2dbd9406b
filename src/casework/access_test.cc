#include "casework/access.h"

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "casework/memory_store_for_tests.h"
#include "vault/sealing.h"

namespace safety::casework {
namespace {

using safeguarding::Role;

class AccessTest : public testing::Test {
 protected:
  AccessTest() {
    AddTeamKey(1);
    AddTeamKey(2);
    lead_ = Add("lead", Role::kDutyLead);
    Grant(lead_, 1);
    Grant(lead_, 2);
    admin_ = Add("admin", Role::kAdministrator);
    sam_ = Add("sam", Role::kAdvisor, admin_);
  }

  void AddTeamKey(std::uint32_t epoch) {
    team_.emplace(epoch, vault::KeyPair::Generate());
    Commit(
        NewTeamKey{.epoch = epoch, .key = team_.at(epoch).public_key(), .sealed_to_recovery = {}});
  }
  base::AccountId Add(const std::string& name, Role role,
                      std::optional<base::AccountId> invited_by = std::nullopt) {
    const auto id = base::AccountId::Random();
    keys_.emplace(id, vault::KeyPair::Generate());
    Commit(NewAccount{.id = id,
                      .name = name,
                      .role = role,
                      .key = keys_.at(id).public_key(),
                      .wrapped_key = {1},
                      .second_factor = {1},
                      .invited_by = invited_by});
    return id;
  }
  void Grant(base::AccountId account, std::uint32_t epoch) {
    Commit(KeyGrant{.account = account, .epoch = epoch, .sealed = {1}});
  }
  void Commit(Change change) {
    Transaction transaction;
    transaction.changes.push_back(std::move(change));
    ASSERT_TRUE(CommitAndWait(store_, std::move(transaction)).has_value());
  }

  /// Signed in with the team's keys of these epochs.
  Advisor SignedIn(base::AccountId account, Role role,
                   std::initializer_list<std::uint32_t> epochs) {
    Advisor advisor{account, "somebody", role, {}};
    for (const std::uint32_t epoch : epochs) {
      advisor.team_keys.emplace(epoch, team_.at(epoch).Clone());
    }
    return advisor;
  }
  Advisor Lead() { return SignedIn(lead_, Role::kDutyLead, {1, 2}); }

  std::expected<void, CaseError> Give(const Advisor& advisor, base::AccountId account) {
    std::optional<std::expected<void, CaseError>> result;
    GrantAccess(store_, clock_, advisor, account, [&](auto given) { result = given; });
    return result.value();
  }
  std::expected<AccountList, CaseError> List(const Advisor& advisor) {
    std::optional<std::expected<AccountList, CaseError>> result;
    ListAccounts(store_, clock_, advisor, [&](auto given) { result = std::move(given); });
    return std::move(result).value();
  }
  AccountLine Line(const Advisor& advisor, const std::string& name) {
    const auto list = List(advisor).value();
    return *std::ranges::find(list.accounts, name, &AccountLine::name);
  }

  MemoryStore store_;
  base::FixedClock clock_{base::FromMicroseconds(1'800'000'000'000'000)};
  std::map<std::uint32_t, vault::KeyPair> team_;
  std::map<base::AccountId, vault::KeyPair> keys_;
  base::AccountId lead_;
  base::AccountId admin_;
  base::AccountId sam_;
};

TEST_F(AccessTest, WhoIsGivenAccessCanOpenEveryTeamKey) {
  ASSERT_TRUE(Give(Lead(), sam_).has_value());
  const auto grants = store_.ListGrants(sam_).value();
  ASSERT_EQ(grants.size(), 2U);
  for (const KeyGrant& grant : grants) {
    const auto opened = vault::Open(
        keys_.at(sam_), {.table = "key_grant", .id = sam_.bytes(), .version = grant.epoch},
        grant.sealed);
    ASSERT_TRUE(opened.has_value());
    EXPECT_TRUE(base::SameSecret(opened->Expose(), team_.at(grant.epoch).secret().Expose()));
  }
  const NewEntry entry = store_.entries().back();
  EXPECT_EQ(entry.action, "access_granted");
  EXPECT_EQ(entry.actor, "account:" + lead_.ToHex());
  EXPECT_EQ(entry.header, R"({"epochs":[1,2]})");
  EXPECT_TRUE(std::ranges::equal(entry.subject, sam_.bytes()));
}

TEST_F(AccessTest, GivesWhatIsMissingAndGivingTwiceIsDoneOnce) {
  Grant(sam_, 1);
  ASSERT_TRUE(Give(Lead(), sam_).has_value());
  EXPECT_EQ(store_.entries().back().header, R"({"epochs":[2]})");
  const std::size_t entries = store_.entries().size();
  EXPECT_TRUE(Give(Lead(), sam_).has_value());
  EXPECT_EQ(store_.entries().size(), entries);
}

TEST_F(AccessTest, SomebodyElseGivesAccessMeanwhile) {
  store_.SetRival([this] { Grant(sam_, 2); });
  EXPECT_EQ(Give(Lead(), sam_).error(), CaseError::kConflict);
  EXPECT_EQ(store_.ListGrants(sam_)->size(), 1U);
}

TEST_F(AccessTest, NoOnePersonDecidesAlone) {
  const auto own = Add("own", Role::kAdvisor, lead_);
  const auto manager = Add("manager", Role::kManager, admin_);
  const struct {
    const char* why;
    Advisor advisor;
    base::AccountId account;
  } table[] = {
      {"to oneself", SignedIn(lead_, Role::kDutyLead, {1, 2}), lead_},
      {"to whom one invited", SignedIn(lead_, Role::kDutyLead, {1, 2}), own},
      {"an advisor", SignedIn(base::AccountId::Random(), Role::kAdvisor, {1, 2}), sam_},
      {"an auditor", SignedIn(base::AccountId::Random(), Role::kAuditor, {}), sam_},
      {"an administrator", SignedIn(admin_, Role::kAdministrator, {1, 2}), sam_},
      {"a manager without a key", SignedIn(manager, Role::kManager, {}), sam_},
      {"a manager with an old key", SignedIn(manager, Role::kManager, {1}), sam_},
      {"a manager without a key to nobody", SignedIn(manager, Role::kManager, {}),
       base::AccountId::Random()},
  };
  for (const auto& [why, advisor, account] : table) {
    const std::size_t entries = store_.entries().size();
    const auto grants = store_.ListGrants(account)->size();
    EXPECT_EQ(Give(advisor, account).error(), CaseError::kForbidden) << why;
    EXPECT_EQ(store_.ListGrants(account)->size(), grants) << why;
    ASSERT_EQ(store_.entries().size(), entries + 1) << why;
    EXPECT_EQ(store_.entries().back().action, "refused") << why;
    EXPECT_EQ(store_.entries().back().header, R"({"what":"grant_access"})") << why;
    EXPECT_TRUE(std::ranges::equal(store_.entries().back().subject, account.bytes())) << why;
  }
}

TEST_F(AccessTest, OnlyAccountsThatMayReadAreGivenAccess) {
  EXPECT_EQ(Give(Lead(), admin_).error(), CaseError::kNotAllowed);
  EXPECT_EQ(Give(Lead(), base::AccountId::Random()).error(), CaseError::kNotFound);
  store_.DisableAccount(sam_);
  EXPECT_EQ(Give(Lead(), sam_).error(), CaseError::kNotAllowed);
  EXPECT_TRUE(store_.ListGrants(sam_)->empty());
}

TEST_F(AccessTest, ListsEverybodyAndWhoWaits) {
  const auto gone = Add("gone", Role::kAdvisor);
  store_.DisableAccount(gone);
  const struct {
    const char* name;
    AccountStatus status;
    bool may_be_given_access;
  } table[] = {{"admin", AccountStatus::kActive, false},
               {"gone", AccountStatus::kDisabled, false},
               {"lead", AccountStatus::kActive, false},
               {"sam", AccountStatus::kWaitingForAccess, true}};
  const auto list = List(Lead()).value();
  ASSERT_EQ(list.accounts.size(), std::size(table));
  for (std::size_t i = 0; i < std::size(table); ++i) {
    EXPECT_EQ(list.accounts[i].name, table[i].name);
    EXPECT_EQ(list.accounts[i].status, table[i].status) << table[i].name;
    EXPECT_EQ(list.accounts[i].may_be_given_access, table[i].may_be_given_access) << table[i].name;
  }
  ASSERT_TRUE(Give(Lead(), sam_).has_value());
  EXPECT_EQ(Line(Lead(), "sam").status, AccountStatus::kActive);
  // A new team key: everybody waits again, and who has not got it gives it to nobody.
  AddTeamKey(3);
  EXPECT_EQ(Line(Lead(), "sam").status, AccountStatus::kWaitingForAccess);
  EXPECT_FALSE(Line(Lead(), "sam").may_be_given_access);
}

TEST_F(AccessTest, NobodyIsOfferedWhatTheyMayNotGive) {
  Add("own", Role::kAdvisor, lead_);
  EXPECT_FALSE(Line(Lead(), "own").may_be_given_access);
  EXPECT_FALSE(Line(SignedIn(admin_, Role::kAdministrator, {}), "sam").may_be_given_access);
  const auto manager = Add("manager", Role::kManager, admin_);
  EXPECT_FALSE(Line(SignedIn(manager, Role::kManager, {}), "sam").may_be_given_access);
  EXPECT_FALSE(Line(SignedIn(manager, Role::kManager, {}), "manager").may_be_given_access);
}

TEST_F(AccessTest, OnlySomeRolesSeeAccounts) {
  for (const Role role : {Role::kAdvisor, Role::kAuditor}) {
    EXPECT_EQ(List(SignedIn(sam_, role, {})).error(), CaseError::kForbidden);
    EXPECT_EQ(store_.entries().back().action, "refused");
    EXPECT_EQ(store_.entries().back().header, R"({"what":"list_accounts"})");
  }
}

TEST_F(AccessTest, ListsInvitationsThatAreOpen) {
  for (const auto& [name, length] : {std::pair("zoe", 2), std::pair("bo", 1)}) {
    Commit(NewInvitation{.id = base::Bytes(32, static_cast<std::uint8_t>(length)),
                         .name = name,
                         .role = Role::kAdvisor,
                         .invited_by = admin_,
                         .at = clock_.Now(),
                         .expires = clock_.Now() + std::chrono::hours(length)});
  }
  EXPECT_EQ(List(Lead()).value().invitations.at(0).name, "bo");
  clock_.Advance(std::chrono::hours(1));
  const auto list = List(Lead()).value();
  ASSERT_EQ(list.invitations.size(), 1U);
  EXPECT_EQ(list.invitations[0].name, "zoe");
}

TEST_F(AccessTest, StoreTrouble) {
  store_.SetReadError(StoreError::kUnavailable);
  EXPECT_EQ(List(Lead()).error(), CaseError::kUnavailable);
  EXPECT_EQ(Give(Lead(), sam_).error(), CaseError::kUnavailable);
  store_.SetReadError(std::nullopt);
  store_.SetCommitError(StoreError::kBusy);
  EXPECT_EQ(Give(Lead(), sam_).error(), CaseError::kBusy);
  EXPECT_EQ(List(SignedIn(sam_, Role::kAdvisor, {})).error(), CaseError::kForbidden);
}

}  // namespace
}  // namespace safety::casework
