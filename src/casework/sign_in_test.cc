#include "casework/sign_in.h"

#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <optional>
#include <string>
#include <vector>

#include "casework/accounts.h"
#include "casework/memory_store_for_tests.h"
#include "casework/second_factor.h"

namespace safety::casework {
namespace {

using safeguarding::Role;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view kPassphrase = "correct horse battery";
using Result = std::expected<SessionKey, SignInError>;

base::SecretBytes Text(std::string_view text) {
  return base::SecretBytes::CopyOf(base::AsBytes(text));
}

class SignInTest : public testing::Test {
 protected:
  SignInTest() {
    auto created = CreateTeamKey(store_, clock_, vault::KeyPair::Generate().public_key());
    team_keys_.emplace(created->epoch, std::move(created->team));
    secret_ = Create("Anna", Role::kAdvisor);
  }

  base::SecretBytes Create(std::string name, Role role) {
    auto created = CreateAccount(store_, clock_, second_factor_key_, team_keys_, "system",
                                 {.name = std::move(name),
                                  .role = role,
                                  .passphrase = Text(kPassphrase),
                                  .cost = vault::PassphraseCost::ForTests(),
                                  .service_name = "Safety Centre"});
    return std::move(created.value().secret);
  }

  static std::future<Result> Start(SignIn& sign_in, std::string name, std::string_view passphrase,
                                   std::string code) {
    std::promise<Result> promise;
    auto result = promise.get_future();
    sign_in.Run(std::move(name), Text(passphrase), std::move(code),
                [promise = std::move(promise)](Result given) mutable {
                  promise.set_value(std::move(given));
                });
    return result;
  }
  Result Run(std::string name, std::string_view passphrase, std::string code) {
    return Start(sign_in_, std::move(name), passphrase, std::move(code)).get();
  }
  std::string Code() { return CodeAt(secret_, clock_.Now()); }
  SessionKey SignedIn() { return Run("anna", kPassphrase, Code()).value(); }
  bool IsSignedIn(const SessionKey& key) { return sign_in_.Resolve(key).value().has_value(); }
  Account Anna() { return store_.FindAccount("anna").value().value(); }
  base::UtcTime Seen(const SessionKey& key) { return store_.FindSession(key.Id()).value()->seen; }

  MemoryStore store_;
  base::FixedClock clock_{base::FromMicroseconds(1'800'000'000'000'000)};
  base::SecretBytes second_factor_key_ = base::SecretBytes::Random(32);
  std::map<std::uint32_t, vault::KeyPair> team_keys_;
  base::SecretBytes secret_;
  base::WorkerPool pool_{1, 8};
  SignIn sign_in_{store_, clock_, pool_, second_factor_key_.Clone()};
};

TEST_F(SignInTest, OpensASessionWithTheTeamKey) {
  const SessionKey key = Run(" ANNA ", kPassphrase, Code()).value();
  const auto advisor = sign_in_.Resolve(SessionKey::FromCookie(key.ToCookie()).value()).value();
  ASSERT_TRUE(advisor.has_value());
  EXPECT_EQ(advisor->name, "Anna");
  EXPECT_EQ(advisor->role, Role::kAdvisor);
  EXPECT_EQ(advisor->account, Anna().id);
  EXPECT_EQ(advisor->actor(), "account:" + Anna().id.ToHex());
  ASSERT_EQ(advisor->team_keys.size(), 1U);
  EXPECT_EQ(advisor->team_keys.at(1).public_key(), team_keys_.at(1).public_key());

  const NewEntry entry = store_.entries().back();
  EXPECT_EQ(entry.action, "signed_in");
  EXPECT_EQ(entry.actor, advisor->actor());
  EXPECT_TRUE(std::ranges::equal(entry.subject, Anna().id.bytes()));
}

TEST_F(SignInTest, ARoleThatReadsNoReportGetsNoKeyEvenWhenOneWasGranted) {
  const base::SecretBytes secret = Create("audrey", Role::kAuditor);
  const Account audrey = store_.FindAccount("audrey").value().value();
  ASSERT_TRUE(
      CommitAndWait(
          store_,
          {.entries = {},
           .changes = {KeyGrant{
               .account = audrey.id,
               .epoch = 1,
               .sealed = vault::Seal(audrey.key,
                                     {.table = "key_grant", .id = audrey.id.bytes(), .version = 1},
                                     team_keys_.at(1).secret().Expose())}}})
          .has_value());
  const SessionKey key = Run("audrey", kPassphrase, CodeAt(secret, clock_.Now())).value();
  const auto advisor = sign_in_.Resolve(key).value();
  ASSERT_TRUE(advisor.has_value());
  EXPECT_TRUE(advisor->team_keys.empty());
}

TEST_F(SignInTest, RefusalsSayNothingButTheJournalKnows) {
  const base::AccountId nobody;
  const auto anna = Anna().id;
  const struct {
    std::string name;
    std::string_view passphrase;
    bool right_code;
    base::AccountId subject;
    std::string header;
  } table[] = {
      {"anna", "another passphrase", true, anna, R"({"reason":"passphrase"})"},
      {"anna", kPassphrase, false, anna, R"({"reason":"code"})"},
      {"anna", "another passphrase", false, anna, R"({"reason":"passphrase"})"},
      {"annb", kPassphrase, true, nobody, R"({"reason":"unknown_name"})"},
      {"", kPassphrase, true, nobody, R"({"reason":"unknown_name"})"},
      {std::string(100'000, 'a'), "", true, nobody, R"({"reason":"unknown_name"})"},
  };
  for (const auto& [name, passphrase, right_code, subject, header] : table) {
    const auto result = Run(name, passphrase, right_code ? Code() : "00000a");
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error(), SignInError::kRefused);
    const NewEntry entry = store_.entries().back();
    EXPECT_EQ(entry.action, "sign_in_refused");
    EXPECT_EQ(entry.actor, "system");
    EXPECT_EQ(entry.header, header);
    EXPECT_TRUE(std::ranges::equal(entry.subject, subject.bytes()));
  }
  EXPECT_EQ(Anna().last_counter, 0U) << "a refusal spends no code";
}

TEST_F(SignInTest, WithNoAccountAtAllEverybodyIsRefused) {
  MemoryStore empty;
  SignIn sign_in(empty, clock_, pool_, second_factor_key_.Clone());
  EXPECT_EQ(Start(sign_in, "anna", kPassphrase, "000000").get().error(), SignInError::kRefused);
}

TEST_F(SignInTest, ACodeWorksOnce) {
  const std::string code = Code();
  ASSERT_TRUE(Run("anna", kPassphrase, code).has_value());
  EXPECT_EQ(Run("anna", kPassphrase, code).error(), SignInError::kCodeUsed);
  EXPECT_EQ(store_.entries().back().header, R"({"reason":"code_used"})");
  clock_.Advance(seconds(30));
  EXPECT_EQ(Run("anna", kPassphrase, code).error(), SignInError::kCodeUsed);
  EXPECT_TRUE(Run("anna", kPassphrase, Code()).has_value());
}

TEST_F(SignInTest, OfTwoTriesWithOneCodeTheSecondIsRefused) {
  std::optional<Result> first;
  store_.SetRival([&] {  // when the passphrase and the code have been found right
    base::WorkerPool pool(1, 1);
    SignIn sign_in(store_, clock_, pool, second_factor_key_.Clone());
    first.emplace(Start(sign_in, "anna", kPassphrase, Code()).get());
  });
  EXPECT_EQ(Run("anna", kPassphrase, Code()).error(), SignInError::kCodeUsed);
  EXPECT_TRUE(first.value().has_value());
  EXPECT_EQ(store_.entries().back().header, R"({"reason":"code_used"})");
}

TEST_F(SignInTest, ManyTriesAtOnceAreNoWayAroundTheirNumber) {
  base::WorkerPool pool(4, 100);
  SignIn sign_in(store_, clock_, pool, second_factor_key_.Clone());
  std::vector<std::future<Result>> results;
  for (int i = 0; i < 20; ++i) {
    results.push_back(Start(sign_in, "anna", "wrong", Code()));
  }
  std::size_t worked_on = 0;
  for (auto& result : results) {
    worked_on += result.get().error() == SignInError::kRefused ? 1U : 0U;
  }
  EXPECT_EQ(worked_on, SignInThrottle::kMostTries);
}

TEST_F(SignInTest, FiveFailuresSlowANameDownHoweverItIsSpelled) {
  for (const char* name : {"anna", "Anna", "ANNA", " anna", "anna"}) {
    EXPECT_EQ(Run(name, "wrong", Code()).error(), SignInError::kRefused);
  }
  const std::size_t entries = store_.entries().size();
  EXPECT_EQ(Run("anna", kPassphrase, Code()).error(), SignInError::kSlowDown);
  EXPECT_EQ(store_.entries().size(), entries);
  clock_.Advance(minutes(15));
  EXPECT_TRUE(Run("anna", kPassphrase, Code()).has_value());
}

TEST_F(SignInTest, ASuccessClearsEarlierMistakes) {
  for (int i = 0; i < 3; ++i) {
    for (int mistake = 0; mistake < 4; ++mistake) {
      ASSERT_EQ(Run("anna", "wrong", Code()).error(), SignInError::kRefused);
    }
    ASSERT_TRUE(Run("anna", kPassphrase, Code()).has_value());
    clock_.Advance(seconds(30));
  }
}

TEST_F(SignInTest, AFullPoolIsBusyAndDoesNotCountAgainstTheName) {
  std::latch started(1);
  std::latch release(1);
  base::WorkerPool pool(1, 1);
  SignIn sign_in(store_, clock_, pool, second_factor_key_.Clone());
  ASSERT_TRUE(pool.TryPost([&] {
    started.count_down();
    release.wait();
  }));
  started.wait();
  ASSERT_TRUE(pool.TryPost([] {}));
  for (int i = 0; i < 10; ++i) {
    std::optional<Result> result;
    sign_in.Run("anna", Text(kPassphrase), Code(),
                [&result](Result given) { result.emplace(std::move(given)); });
    ASSERT_TRUE(result.has_value()) << "answered at once";
    EXPECT_EQ(result->error(), SignInError::kBusy);
  }
  release.count_down();
}

TEST_F(SignInTest, ItsEndWaitsForTheTriesUnderWay) {
  std::optional<Result> result;
  base::WorkerPool pool(1, 1);
  {
    SignIn sign_in(store_, clock_, pool, second_factor_key_.Clone());
    sign_in.Run("anna", Text(kPassphrase), Code(),
                [&result](Result given) { result.emplace(std::move(given)); });
  }
  ASSERT_TRUE(result.has_value());
  EXPECT_TRUE(result->has_value());
}

TEST_F(SignInTest, AStoreThatFailsIsNotARefusal) {
  for (int i = 0; i < 10; ++i) {
    store_.SetReadError(StoreError::kUnavailable);
    EXPECT_EQ(Run("anna", kPassphrase, Code()).error(), SignInError::kUnavailable);
    store_.SetReadError(std::nullopt);
    store_.SetCommitError(StoreError::kUnavailable);
    EXPECT_EQ(Run("anna", kPassphrase, Code()).error(), SignInError::kUnavailable);
    EXPECT_EQ(Run("anna", "wrong", Code()).error(), SignInError::kUnavailable)
        << "a refusal is answered when it is in the journal";
    store_.SetCommitError(StoreError::kBusy);
    EXPECT_EQ(Run("anna", kPassphrase, Code()).error(), SignInError::kBusy);
    store_.SetCommitError(std::nullopt);
  }
  const SessionKey key = SignedIn();
  store_.SetReadError(StoreError::kUnavailable);
  EXPECT_EQ(sign_in_.Resolve(key).error(), StoreError::kUnavailable);
}

TEST_F(SignInTest, UnknownSessionsAreNobody) { EXPECT_FALSE(IsSignedIn(SessionKey::New())); }

TEST_F(SignInTest, AnIdleSessionEnds) {
  const SessionKey key = SignedIn();
  for (int i = 0; i < 5; ++i) {
    clock_.Advance(minutes(29));
    EXPECT_TRUE(IsSignedIn(key));
  }
  clock_.Advance(minutes(30));
  EXPECT_FALSE(IsSignedIn(key));
  EXPECT_FALSE(store_.FindSession(key.Id()).value().has_value()) << "and nothing of it is left";
}

TEST_F(SignInTest, ASessionEndsAfterTwelveHoursHoweverBusy) {
  const SessionKey key = SignedIn();
  for (auto passed = minutes(20); passed < hours(12); passed += minutes(20)) {
    clock_.Advance(minutes(20));
    ASSERT_TRUE(IsSignedIn(key));
  }
  clock_.Advance(minutes(20));
  EXPECT_FALSE(IsSignedIn(key));
}

TEST_F(SignInTest, TheIdleClockMovesOnceAMinute) {
  const SessionKey key = SignedIn();
  const auto created = clock_.Now();
  clock_.Advance(seconds(59));
  ASSERT_TRUE(IsSignedIn(key));
  EXPECT_EQ(Seen(key), created);
  clock_.Advance(seconds(1));
  ASSERT_TRUE(IsSignedIn(key));
  EXPECT_EQ(Seen(key), clock_.Now());
  const std::size_t commits = store_.commits();
  ASSERT_TRUE(IsSignedIn(key));
  EXPECT_EQ(store_.commits(), commits);
}

TEST_F(SignInTest, ADisabledAccountIsOutAtOnce) {
  const SessionKey key = SignedIn();
  store_.DisableAccount(Anna().id);
  EXPECT_FALSE(IsSignedIn(key));
  clock_.Advance(seconds(30));
  EXPECT_EQ(Run("anna", kPassphrase, Code()).error(), SignInError::kRefused);
  EXPECT_EQ(store_.entries().back().header, R"({"reason":"disabled"})");
}

TEST_F(SignInTest, ASessionMovedToAnotherAccountOpensNothing) {
  const SessionKey key = SignedIn();
  Create("manager", Role::kManager);
  const Account manager = store_.FindAccount("manager").value().value();
  const Session session = store_.FindSession(key.Id()).value().value();
  Transaction moved{.entries = {}, .changes = {}};
  moved.changes.emplace_back(EndSession{.id = key.Id()});
  moved.changes.emplace_back(NewSession{.id = key.Id(),
                                        .account = manager.id,
                                        .second_factor_counter = 1,
                                        .wrapped_key = session.wrapped_key,
                                        .created = session.created});
  ASSERT_TRUE(CommitAndWait(store_, std::move(moved)).has_value());
  EXPECT_FALSE(IsSignedIn(key));
}

TEST_F(SignInTest, SigningOutEndsTheSessionAndIsInTheJournal) {
  const SessionKey key = SignedIn();
  const auto end = [&] {
    std::optional<std::expected<Committed, StoreError>> ended;
    sign_in_.End(key, [&ended](auto given) { ended = std::move(given); });
    return ended.value().has_value();
  };
  ASSERT_TRUE(end());
  EXPECT_FALSE(IsSignedIn(key));
  EXPECT_EQ(store_.entries().back().action, "signed_out");
  EXPECT_EQ(store_.entries().back().actor, "account:" + Anna().id.ToHex());
  const std::size_t entries = store_.entries().size();
  EXPECT_TRUE(end()) << "twice is once";
  EXPECT_EQ(store_.entries().size(), entries);
}

}  // namespace
}  // namespace safety::casework
