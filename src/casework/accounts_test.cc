#include "casework/accounts.h"

#include <gtest/gtest.h>

#include <string>

#include "casework/memory_store_for_tests.h"
#include "casework/second_factor.h"
#include "vault/sealing.h"

namespace safety::casework {
namespace {

using safeguarding::Role;

base::SecretBytes Text(std::string_view text) {
  return base::SecretBytes::CopyOf(base::AsBytes(text));
}

class AccountsTest : public testing::Test {
 protected:
  AccountsTest() {
    auto created = CreateTeamKey(store_, clock_, recovery_.public_key());
    team_keys_.emplace(created->epoch, std::move(created->team));
  }

  auto Create(std::string name, Role role, std::string_view passphrase = "correct horse battery") {
    return CreateAccount(store_, clock_, second_factor_key_, team_keys_, "account:00",
                         {.name = std::move(name),
                          .role = role,
                          .passphrase = Text(passphrase),
                          .cost = vault::PassphraseCost::ForTests(),
                          .service_name = "Safety Centre"});
  }

  MemoryStore store_;
  base::FixedClock clock_{base::FromMicroseconds(1'800'000'000'000'000)};
  base::SecretBytes second_factor_key_ = base::SecretBytes::Random(32);
  vault::KeyPair recovery_ = vault::KeyPair::Generate();
  std::map<std::uint32_t, vault::KeyPair> team_keys_;
};

TEST_F(AccountsTest, TheRecoveryKeyOpensTheTeamKey) {
  const NewTeamKey stored = store_.team_keys().at(0);
  const base::Bytes team(16, 0);
  const auto opened = vault::Open(recovery_, {.table = "team_key", .id = team, .version = 1},
                                  stored.sealed_to_recovery);
  ASSERT_TRUE(opened.has_value());
  EXPECT_TRUE(base::SameSecret(opened->Expose(), team_keys_.at(1).secret().Expose()));
  EXPECT_EQ(stored.key, team_keys_.at(1).public_key());
  EXPECT_EQ(CreateTeamKey(store_, clock_, recovery_.public_key()).error(), StoreError::kConflict);
}

TEST_F(AccountsTest, AnAdvisorCanOpenTheTeamKeyWithTheirPassphrase) {
  const auto created = Create("Anna.B", Role::kAdvisor);
  ASSERT_TRUE(created.has_value());
  const Account account = store_.FindAccount("anna.b").value().value();
  EXPECT_EQ(account.role, Role::kAdvisor);

  auto secret = vault::UnwrapWithPassphrase(account.wrapped_key, Text("correct horse battery"),
                                            {.table = "account", .id = account.id.bytes()});
  ASSERT_TRUE(secret.has_value());
  const auto own = vault::KeyPair::FromSecret(*std::move(secret));
  EXPECT_EQ(own.public_key(), account.key);

  const auto grants = store_.ListGrants(account.id).value();
  ASSERT_EQ(grants.size(), 1U);
  const auto team = vault::Open(own, {.table = "key_grant", .id = account.id.bytes(), .version = 1},
                                grants[0].sealed);
  ASSERT_TRUE(team.has_value());
  EXPECT_TRUE(base::SameSecret(team->Expose(), team_keys_.at(1).secret().Expose()));
}

TEST_F(AccountsTest, TheSecondFactorIsHandedOverOnceAndSealed) {
  const auto created = Create("anna", Role::kAdvisor);
  ASSERT_TRUE(created.has_value());
  EXPECT_EQ(created->secret.size(), kSecondFactorBytes);
  EXPECT_EQ(created->address, ProvisioningAddress(created->secret, "Safety Centre", "anna"));
  const Account account = store_.FindAccount("anna").value().value();
  const auto opened =
      vault::OpenUnder(second_factor_key_, {.table = "second_factor", .id = account.id.bytes()},
                       account.second_factor);
  ASSERT_TRUE(opened.has_value());
  EXPECT_TRUE(base::SameSecret(opened->Expose(), created->secret.Expose()));
}

TEST_F(AccountsTest, IsInTheJournal) {
  ASSERT_TRUE(Create("anna", Role::kDutyLead).has_value());
  const NewEntry entry = store_.entries().back();
  const Account account = store_.FindAccount("anna").value().value();
  EXPECT_EQ(entry.action, "account_created");
  EXPECT_EQ(entry.actor, "account:00");
  EXPECT_EQ(entry.header, R"({"name":"anna","role":"duty_lead"})");
  EXPECT_TRUE(std::ranges::equal(entry.subject, account.id.bytes()));
  EXPECT_EQ(entry.at, clock_.Now());
}

TEST_F(AccountsTest, OnlyRolesThatReadReportsGetTheTeamKey) {
  const struct {
    Role role;
    bool reads;
  } table[] = {{Role::kAdvisor, true},
               {Role::kDutyLead, true},
               {Role::kManager, true},
               {Role::kAuditor, false},
               {Role::kAdministrator, false}};
  for (const auto& [role, reads] : table) {
    const std::string name(safeguarding::IdOf(role));
    ASSERT_TRUE(Create(name, role).has_value()) << name;
    const Account account = store_.FindAccount(name).value().value();
    EXPECT_EQ(store_.ListGrants(account.id)->size(), reads ? 1U : 0U) << name;
  }
  team_keys_.clear();
  for (const auto& [role, reads] : table) {
    const std::string name = "second-" + std::string(safeguarding::IdOf(role));
    const auto created = Create(name, role);
    EXPECT_EQ(created.has_value(), !reads) << name;
    EXPECT_TRUE(created || created.error() == AccountError::kMayNotReadReports) << name;
  }
}

TEST_F(AccountsTest, Names) {
  for (const char* good : {"ann", "Anna.Bell-2_x", "123"}) {
    EXPECT_TRUE(Create(good, Role::kAuditor).has_value()) << good;
  }
  EXPECT_TRUE(Create(std::string(60, 'a'), Role::kAuditor).has_value());
  for (const std::string& bad : {std::string(), std::string("an"), std::string(61, 'a'),
                                 std::string("an na"), std::string("anna\""), std::string("zoë"),
                                 std::string("ann\0a", 5), std::string("a@b.org")}) {
    EXPECT_EQ(Create(bad, Role::kAuditor).error(), AccountError::kBadName) << bad;
  }
  EXPECT_EQ(Create("ANN", Role::kAuditor).error(), AccountError::kNameTaken);
}

TEST_F(AccountsTest, Passphrases) {
  EXPECT_TRUE(Create("one", Role::kAuditor, std::string(15, 'x')).has_value());
  EXPECT_TRUE(Create("two", Role::kAuditor, std::string(1000, 'x')).has_value());
  EXPECT_TRUE(Create("three", Role::kAuditor, "ééééééééééééééé").has_value());
  for (const std::string& weak : {std::string(), std::string(14, 'x'), std::string(1001, 'x'),
                                  std::string("éééééééé"), std::string(15, '\xff')}) {
    EXPECT_EQ(Create("four", Role::kAuditor, weak).error(), AccountError::kWeakPassphrase) << weak;
  }
}

TEST_F(AccountsTest, ARefusedOneLeavesNothing) {
  ASSERT_TRUE(Create("anna", Role::kAdvisor).has_value());
  const std::size_t entries = store_.entries().size();
  EXPECT_FALSE(Create("Anna", Role::kAdvisor).has_value());
  store_.SetCommitError(StoreError::kUnavailable);
  EXPECT_EQ(Create("ben", Role::kAdvisor).error(), AccountError::kUnavailable);
  EXPECT_EQ(CreateTeamKey(store_, clock_, recovery_.public_key()).error(),
            StoreError::kUnavailable);
  EXPECT_EQ(store_.entries().size(), entries);
  EXPECT_EQ(store_.ListAccounts()->size(), 1U);
}

}  // namespace
}  // namespace safety::casework
