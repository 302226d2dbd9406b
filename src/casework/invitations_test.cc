#include "casework/invitations.h"

#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "casework/code_words_for_tests.h"
#include "casework/memory_store_for_tests.h"
#include "casework/second_factor.h"

namespace safety::casework {
namespace {

using safeguarding::Role;
using std::chrono::hours;

constexpr std::string_view kPassphrase = "correct horse battery";

base::SecretBytes Text(std::string_view text) {
  return base::SecretBytes::CopyOf(base::AsBytes(text));
}

class InvitationsTest : public testing::Test {
 protected:
  using Given = std::expected<InvitationGiven, InvitationError>;
  using Result = std::expected<void, InvitationError>;

  InvitationsTest() { admin_ = AddAccount("admin", Role::kAdministrator); }

  base::AccountId AddAccount(std::string name, Role role) {
    const auto created = CreateAccount(store_, clock_, second_factor_key_, {}, "system",
                                       {.name = name,
                                        .role = role,
                                        .passphrase = Text(kPassphrase),
                                        .cost = vault::PassphraseCost::ForTests(),
                                        .service_name = "Safety Centre"});
    EXPECT_TRUE(created.has_value());
    return store_.FindAccount(name).value()->id;
  }
  [[nodiscard]] Advisor As(Role role) const { return {admin_, "admin", role, {}}; }

  Given Invite(std::string name, Role role, const base::SecretBytes& seed,
               Role inviter = Role::kAdministrator) {
    std::optional<Given> result;
    invitations_.Invite(As(inviter), std::move(name), role, seed,
                        [&](Given given) { result = std::move(given); });
    return std::move(result).value();
  }
  std::string Code(std::string name = "sam.hill", Role role = Role::kAdvisor) {
    return Invite(std::move(name), role, base::SecretBytes::Random(32)).value().code;
  }
  Result Withdraw(base::ByteView id, Role role = Role::kAdministrator) {
    std::optional<Result> result;
    invitations_.Withdraw(As(role), id, [&](Result given) { result = given; });
    return result.value();
  }
  std::string FirstCode(const std::string& code, const ActivationKey& key) {
    return CodeAt(invitations_.Show(code, key).value().second_factor.secret, clock_.Now());
  }
  std::future<Result> Start(const std::string& code, const ActivationKey& key,
                            std::string_view passphrase, std::string_view first_code) {
    std::promise<Result> promise;
    auto result = promise.get_future();
    invitations_.Accept(
        code, key, Text(passphrase), first_code,
        [promise = std::move(promise)](Result given) mutable { promise.set_value(given); });
    return result;
  }
  Result Accept(const std::string& code, const ActivationKey& key,
                std::string_view passphrase = kPassphrase) {
    return Start(code, key, passphrase, FirstCode(code, key)).get();
  }
  /// Keeps the pool's one thread until the latch is counted down. The pool shares it.
  std::shared_ptr<std::latch> HoldPool() {
    auto holding = std::make_shared<std::latch>(1);
    auto held = std::make_shared<std::latch>(1);
    EXPECT_TRUE(pool_.TryPost([holding, held] {
      holding->count_down();
      held->wait();
    }));
    holding->wait();
    return held;
  }
  base::Bytes OnlyInvitation() { return store_.ListInvitations(clock_.Now()).value().at(0).id; }

  MemoryStore store_;
  base::FixedClock clock_{base::FromMicroseconds(1'800'000'000'000'000)};
  base::SecretBytes second_factor_key_ = base::SecretBytes::Random(32);
  base::AccountId admin_;
  base::WorkerPool pool_{1, 2};
  Invitations invitations_{
      store_,
      clock_,
      pool_,
      CodeWordsForTests(),
      second_factor_key_.Clone(),
      {.cost = vault::PassphraseCost::ForTests(), .service_name = "Safety Centre"}};
};

TEST_F(InvitationsTest, AnAdministratorGetsACodeThatNobodyKeeps) {
  const auto given = Invite("Sam.Hill", Role::kDutyLead, base::SecretBytes::Random(32));
  ASSERT_TRUE(given.has_value());
  EXPECT_EQ(given->name, "Sam.Hill");
  EXPECT_EQ(given->role, Role::kDutyLead);
  EXPECT_EQ(given->expires, clock_.Now() + hours(72));
  EXPECT_EQ(std::ranges::count(given->code, ' '), 6);

  const Invitation kept = store_.ListInvitations(clock_.Now()).value().at(0);
  EXPECT_EQ(kept.name, "Sam.Hill");
  EXPECT_EQ(kept.invited_by, admin_);
  const NewEntry entry = store_.entries().back();
  EXPECT_EQ(entry.action, "account_invited");
  EXPECT_EQ(entry.actor, "account:" + admin_.ToHex());
  EXPECT_EQ(entry.header, R"({"name":"Sam.Hill","role":"duty_lead"})");
  EXPECT_FALSE(entry.header.contains(given->code));
}

TEST_F(InvitationsTest, OnlyAnAdministratorInvitesAndWithdraws) {
  Code();
  for (const Role role : {Role::kAdvisor, Role::kDutyLead, Role::kManager, Role::kAuditor}) {
    EXPECT_EQ(Invite("mo.khan", Role::kAdvisor, base::SecretBytes::Random(32), role).error(),
              InvitationError::kForbidden);
    EXPECT_EQ(store_.entries().back().action, "refused");
    EXPECT_EQ(store_.entries().back().header, R"({"what":"invite"})");
    EXPECT_EQ(Withdraw(OnlyInvitation(), role).error(), InvitationError::kForbidden);
    EXPECT_EQ(store_.entries().back().header, R"({"what":"withdraw_invitation"})");
  }
  EXPECT_EQ(store_.ListInvitations(clock_.Now())->size(), 1U);
}

TEST_F(InvitationsTest, RefusesNamesThatAreNoneOrTaken) {
  Code("sam.hill");
  const auto seed = base::SecretBytes::Random(32);
  for (const char* bad : {"", "ab", "a b c", "sam\"hill", "zoë"}) {
    EXPECT_EQ(Invite(bad, Role::kAdvisor, seed).error(), InvitationError::kBadName) << bad;
  }
  for (const char* taken : {"admin", "ADMIN", "sam.hill", "Sam.Hill"}) {
    EXPECT_EQ(Invite(taken, Role::kAdvisor, seed).error(), InvitationError::kNameTaken) << taken;
  }
}

TEST_F(InvitationsTest, TheSameFormTwiceGivesTheSameCodeOnce) {
  const auto seed = base::SecretBytes::Random(32);
  const auto first = Invite("sam.hill", Role::kAdvisor, seed);
  const std::size_t entries = store_.entries().size();
  clock_.Advance(hours(1));
  const auto second = Invite("sam.hill", Role::kAdvisor, seed);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->code, first->code);
  EXPECT_EQ(second->expires, first->expires);
  EXPECT_EQ(store_.entries().size(), entries);
  EXPECT_EQ(Invite("sam.hill", Role::kManager, seed).error(), InvitationError::kNameTaken);
}

TEST_F(InvitationsTest, AnExpiredInvitationGivesItsNameBack) {
  const std::string old = Code();
  clock_.Advance(hours(72));
  const std::string fresh = Code();
  const ActivationKey key = ActivationKey::New();
  EXPECT_EQ(invitations_.Show(old, key).error(), InvitationError::kUnknownCode);
  EXPECT_TRUE(invitations_.Show(fresh, key).has_value());
}

TEST_F(InvitationsTest, AWithdrawnCodeLeadsNowhereAndItsNameIsFree) {
  const std::string code = Code();
  const base::Bytes id = OnlyInvitation();
  ASSERT_TRUE(Withdraw(id).has_value());
  EXPECT_EQ(store_.entries().back().action, "invitation_withdrawn");
  EXPECT_EQ(store_.entries().back().header, R"({"name":"sam.hill","role":"advisor"})");
  EXPECT_EQ(invitations_.Show(code, ActivationKey::New()).error(), InvitationError::kUnknownCode);
  EXPECT_EQ(Withdraw(id).error(), InvitationError::kUnknownCode);
  EXPECT_EQ(Withdraw({}).error(), InvitationError::kUnknownCode);
  Code();
}

TEST_F(InvitationsTest, ShowsWhoseAccountItIsAndASecondFactorOfThisBrowser) {
  const std::string code = Code("sam.hill", Role::kManager);
  const ActivationKey key = ActivationKey::New();
  const auto shown = invitations_.Show(code, key);
  ASSERT_TRUE(shown.has_value());
  EXPECT_EQ(shown->name, "sam.hill");
  EXPECT_EQ(shown->role, Role::kManager);
  EXPECT_EQ(shown->second_factor.address,
            ProvisioningAddress(shown->second_factor.secret, "Safety Centre", "sam.hill"));
  const auto again = invitations_.Show(" " + code + "\n", key);
  EXPECT_EQ(again->second_factor.address, shown->second_factor.address);
  // Whoever else knows the code, the administrator first of all, sees another secret.
  const auto elsewhere = invitations_.Show(code, ActivationKey::New());
  EXPECT_NE(elsewhere->second_factor.address, shown->second_factor.address);
}

TEST_F(InvitationsTest, CodesThatLeadNowhere) {
  Code();
  const ActivationKey key = ActivationKey::New();
  for (const std::string& bad :
       {std::string(), std::string("aaa"), std::string("aaa aab aac aad aae aaf aag"),
        std::string("please let me in to the centre"), std::string(100'000, 'a')}) {
    EXPECT_EQ(invitations_.Show(bad, key).error(), InvitationError::kUnknownCode);
    EXPECT_EQ(Start(bad, key, kPassphrase, "123456").get().error(), InvitationError::kUnknownCode);
  }
}

TEST_F(InvitationsTest, AcceptingMakesAnAccountThatSignsIn) {
  const std::string code = Code();
  const ActivationKey key = ActivationKey::New();
  const auto secret = invitations_.Show(code, key).value().second_factor.secret.Clone();
  ASSERT_TRUE(Accept(code, key).has_value());

  const Account account = store_.FindAccount("sam.hill").value().value();
  EXPECT_EQ(account.role, Role::kAdvisor);
  EXPECT_EQ(account.invited_by, admin_);
  EXPECT_TRUE(store_.ListGrants(account.id)->empty());
  const NewEntry entry = store_.entries().back();
  EXPECT_EQ(entry.action, "account_created");
  EXPECT_EQ(entry.actor, "account:" + account.id.ToHex());
  EXPECT_EQ(entry.header, R"({"name":"sam.hill","role":"advisor"})");
  EXPECT_TRUE(std::ranges::equal(entry.subject, account.id.bytes()));

  const auto sign_in = [&](std::string first_code) {
    SignIn entrance(store_, clock_, pool_, second_factor_key_.Clone());
    std::promise<std::expected<SessionKey, SignInError>> promise;
    entrance.Run("sam.hill", Text(kPassphrase), std::move(first_code),
                 [&](auto result) { promise.set_value(std::move(result)); });
    auto result = promise.get_future().get();
    const auto advisor = result ? entrance.Resolve(*result).value() : std::nullopt;
    EXPECT_EQ(advisor.has_value(), result.has_value());
    EXPECT_FALSE(advisor && advisor->MayReadReports());
    return result.has_value() ? std::nullopt : std::optional(result.error());
  };
  // The code that showed that the app works is spent.
  EXPECT_EQ(sign_in(CodeAt(secret, clock_.Now())), SignInError::kCodeUsed);
  clock_.Advance(std::chrono::seconds(30));
  EXPECT_EQ(sign_in(CodeAt(secret, clock_.Now())), std::nullopt);
}

TEST_F(InvitationsTest, ACodeMakesOneAccount) {
  const std::string code = Code();
  ASSERT_TRUE(Accept(code, ActivationKey::New()).has_value());
  const ActivationKey late = ActivationKey::New();
  EXPECT_EQ(invitations_.Show(code, late).error(), InvitationError::kUnknownCode);
  EXPECT_EQ(Start(code, late, kPassphrase, "123456").get().error(), InvitationError::kUnknownCode);
}

TEST_F(InvitationsTest, TheSameFormTwiceIsDoneOnce) {
  const std::string code = Code();
  const ActivationKey key = ActivationKey::New();
  const std::string first_code = FirstCode(code, key);
  ASSERT_TRUE(Accept(code, key).has_value());
  const std::size_t entries = store_.entries().size();
  EXPECT_TRUE(Start(code, key, kPassphrase, first_code).get().has_value());
  EXPECT_EQ(store_.entries().size(), entries);
  EXPECT_EQ(store_.ListAccounts()->size(), 2U);
}

TEST_F(InvitationsTest, TheSameFormTwiceAtOnceIsDoneOnce) {
  const std::string code = Code();
  const ActivationKey key = ActivationKey::New();
  const std::string first_code = FirstCode(code, key);
  // Both have found the invitation; the second one is worked on after the first is committed.
  std::latch posted(1);
  store_.SetRival([&posted] { posted.wait(); });
  auto first = Start(code, key, kPassphrase, first_code);
  auto second = Start(code, key, kPassphrase, first_code);
  posted.count_down();
  EXPECT_TRUE(first.get().has_value());
  EXPECT_TRUE(second.get().has_value());
  EXPECT_EQ(store_.ListAccounts()->size(), 2U);
}

TEST_F(InvitationsTest, SomebodyElseWithTheCodeIsFirst) {
  const std::string code = Code();
  const ActivationKey mine = ActivationKey::New();
  const ActivationKey theirs = ActivationKey::New();
  std::latch posted(1);
  store_.SetRival([&posted] { posted.wait(); });
  auto first = Start(code, theirs, kPassphrase, FirstCode(code, theirs));
  auto second = Start(code, mine, kPassphrase, FirstCode(code, mine));
  posted.count_down();
  EXPECT_TRUE(first.get().has_value());
  EXPECT_EQ(second.get().error(), InvitationError::kUnknownCode);
  EXPECT_EQ(store_.ListAccounts()->size(), 2U);
}

TEST_F(InvitationsTest, RefusesWeakPassphrasesAndWrongCodesAndKeepsTheInvitation) {
  const std::string code = Code();
  const ActivationKey key = ActivationKey::New();
  for (const std::string& weak : {std::string(), std::string(14, 'x'), std::string(1001, 'x')}) {
    EXPECT_EQ(Accept(code, key, weak).error(), InvitationError::kWeakPassphrase);
  }
  for (const char* wrong : {"", "abcdef", "0000000", "12345"}) {
    EXPECT_EQ(Start(code, key, kPassphrase, wrong).get().error(),
              InvitationError::kWrongSecondFactor);
  }
  const std::string old = FirstCode(code, key);
  clock_.Advance(std::chrono::minutes(5));
  EXPECT_EQ(Start(code, key, kPassphrase, old).get().error(), InvitationError::kWrongSecondFactor);
  EXPECT_TRUE(Accept(code, key).has_value());
}

TEST_F(InvitationsTest, ACodeThatExpiresMeanwhileMakesNothing) {
  const std::string code = Code();
  const ActivationKey key = ActivationKey::New();
  const auto held = HoldPool();
  auto result = Start(code, key, kPassphrase, FirstCode(code, key));
  clock_.Advance(hours(72));
  held->count_down();
  EXPECT_EQ(result.get().error(), InvitationError::kUnknownCode);
  EXPECT_FALSE(store_.FindAccount("sam.hill").value().has_value());
}

TEST_F(InvitationsTest, TooManyAtOnceAreAskedToComeBack) {
  const std::string code = Code();
  const ActivationKey key = ActivationKey::New();
  const auto held = HoldPool();
  ASSERT_TRUE(pool_.TryPost([] {}));
  ASSERT_TRUE(pool_.TryPost([] {}));
  EXPECT_EQ(Accept(code, key).error(), InvitationError::kBusy);
  held->count_down();
}

TEST_F(InvitationsTest, StoreTroubleLeavesTheCodeGood) {
  const auto seed = base::SecretBytes::Random(32);
  for (const auto& [trouble, error] :
       {std::pair(StoreError::kUnavailable, InvitationError::kUnavailable),
        std::pair(StoreError::kBusy, InvitationError::kBusy)}) {
    store_.SetCommitError(trouble);
    EXPECT_EQ(Invite("sam.hill", Role::kAdvisor, seed).error(), error);
    store_.SetCommitError(std::nullopt);
  }
  const std::string code = Invite("sam.hill", Role::kAdvisor, seed).value().code;
  const ActivationKey key = ActivationKey::New();
  store_.SetCommitError(StoreError::kUnavailable);
  EXPECT_EQ(Accept(code, key).error(), InvitationError::kUnavailable);
  EXPECT_EQ(Withdraw(OnlyInvitation()).error(), InvitationError::kUnavailable);
  store_.SetCommitError(std::nullopt);
  store_.SetReadError(StoreError::kUnavailable);
  EXPECT_EQ(invitations_.Show(code, key).error(), InvitationError::kUnavailable);
  store_.SetReadError(std::nullopt);
  EXPECT_TRUE(Accept(code, key).has_value());
}

}  // namespace
}  // namespace safety::casework
