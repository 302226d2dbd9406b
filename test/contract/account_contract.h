#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "store_contract.h"

/// What casework::Store promises about accounts, their keys, invitations and sessions: the other
/// half of StoreContract, instantiated with it.
namespace safety::contract {

// ---- Accounts and keys -------------------------------------------------------------------------

TEST_P(StoreContract, AnAccountIsFoundByIdAndByNameInAnyCase) {
  const casework::NewAccount made = MakeAccount("Robin.Hood");
  for (const auto& found : {store().FindAccount(made.id), store().FindAccount("robin.hood"),
                            store().FindAccount("ROBIN.HOOD"), store().FindAccount("Robin.Hood")}) {
    const casework::Account account = found.value().value();
    EXPECT_EQ(account.id, made.id);
    EXPECT_EQ(account.name, "Robin.Hood");
    EXPECT_EQ(account.role, made.role);
    EXPECT_EQ(account.key, made.key);
    EXPECT_EQ(account.wrapped_key, made.wrapped_key);
    EXPECT_EQ(account.second_factor, made.second_factor);
    EXPECT_EQ(account.last_counter, 0U);
    EXPECT_FALSE(account.disabled);
    EXPECT_FALSE(account.invited_by);
  }
  EXPECT_FALSE(store().FindAccount("robin").value());
  EXPECT_EQ(store().ListAccounts().value().size(), 1U);
}

TEST_P(StoreContract, ANameIsTakenOnceInAnyCase) {
  MakeAccount("robin");
  EXPECT_THAT(Commit(SampleAccount("robin")), FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(SampleAccount("RoBin")), FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(casework::Transaction{
                  .entries = {}, .changes = {SampleAccount("sam"), SampleAccount("SAM")}}),
              FailsWith(StoreError::kConflict));
  EXPECT_EQ(store().ListAccounts().value().size(), 1U);
}

TEST_P(StoreContract, TheHighestTeamKeyIsTheCurrentOne) {
  const casework::NewTeamKey first = SampleTeamKey(1);
  const casework::NewTeamKey second = SampleTeamKey(2);
  ASSERT_TRUE(Commit(second));
  ASSERT_TRUE(Commit(first));
  EXPECT_THAT(Commit(SampleTeamKey(2)), FailsWith(StoreError::kConflict));
  const casework::TeamKey current = store().CurrentTeamKey().value().value();
  EXPECT_EQ(current.epoch, 2U);
  EXPECT_EQ(current.key, second.key);
}

TEST_P(StoreContract, GrantsBelongToAnAccountAndATeamKey) {
  const casework::NewAccount advisor = MakeAccount("robin");
  ASSERT_TRUE(Commit(SampleTeamKey(1)));
  const casework::KeyGrant grant{.account = advisor.id, .epoch = 1, .sealed = RandomBytes(100)};
  ASSERT_TRUE(Commit(grant));
  EXPECT_THAT(Commit(grant), FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(casework::KeyGrant{.account = advisor.id, .epoch = 2, .sealed = {}}),
              FailsWith(StoreError::kConflict));
  EXPECT_THAT(
      Commit(casework::KeyGrant{.account = base::AccountId::Random(), .epoch = 1, .sealed = {}}),
      FailsWith(StoreError::kConflict));
  const std::vector<casework::KeyGrant> grants = store().ListGrants(advisor.id).value();
  ASSERT_EQ(grants.size(), 1U);
  EXPECT_EQ(grants[0].account, advisor.id);
  EXPECT_EQ(grants[0].epoch, 1U);
  EXPECT_EQ(grants[0].sealed, grant.sealed);
  EXPECT_TRUE(store().ListGrants(base::AccountId::Random()).value().empty());
}

TEST_P(StoreContract, KeyHoldersAreThoseWithAGrantOfTheEpoch) {
  const casework::NewAccount robin = MakeAccount("robin");
  const casework::NewAccount sam = MakeAccount("sam");
  ASSERT_TRUE(Commit(SampleTeamKey(1)));
  ASSERT_TRUE(Commit(SampleTeamKey(2)));
  EXPECT_TRUE(store().ListKeyHolders(1).value().empty());
  for (const auto& [account, epoch] :
       {std::pair(robin.id, 1U), std::pair(robin.id, 2U), std::pair(sam.id, 2U)}) {
    ASSERT_TRUE(Commit(casework::KeyGrant{account, epoch, RandomBytes(100)}));
  }
  EXPECT_THAT(store().ListKeyHolders(1).value(), testing::ElementsAre(robin.id));
  EXPECT_THAT(store().ListKeyHolders(2).value(), testing::UnorderedElementsAre(robin.id, sam.id));
}

// ---- Invitations -------------------------------------------------------------------------------

TEST_P(StoreContract, AnInvitationIsFoundUntilItIsSpent) {
  const casework::NewAccount admin = MakeAccount("robin");
  const casework::NewInvitation made = SampleInvitation("Sam.Hill", admin.id);
  ASSERT_TRUE(Commit(made));
  const casework::Invitation found = store().FindInvitation(made.id).value().value();
  EXPECT_EQ(found.id, made.id);
  EXPECT_EQ(found.name, "Sam.Hill");
  EXPECT_EQ(found.role, made.role);
  EXPECT_EQ(found.invited_by, admin.id);
  EXPECT_EQ(found.expires, made.expires);
  EXPECT_FALSE(store().FindInvitation(RandomBytes(32)).value());

  ASSERT_TRUE(Commit(casework::SpendInvitation{made.id, kNow}));
  EXPECT_FALSE(store().FindInvitation(made.id).value());
  EXPECT_TRUE(store().ListInvitations(kNow).value().empty());
}

TEST_P(StoreContract, AnInvitationIsSpentOnceAndInTime) {
  const casework::NewAccount admin = MakeAccount("robin");
  const casework::NewInvitation made = SampleInvitation("sam", admin.id);
  ASSERT_TRUE(Commit(made));
  EXPECT_THAT(Commit(casework::SpendInvitation{RandomBytes(32), kNow}),
              FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(casework::SpendInvitation{made.id, made.expires}),
              FailsWith(StoreError::kConflict));
  const base::UtcTime last = made.expires - std::chrono::microseconds(1);
  EXPECT_TRUE(Commit(casework::SpendInvitation{made.id, last}));
  EXPECT_THAT(Commit(casework::SpendInvitation{made.id, last}), FailsWith(StoreError::kConflict));
}

TEST_P(StoreContract, AnInvitationMakesOneAccountWithWhatWasChosen) {
  const casework::NewAccount admin = MakeAccount("robin");
  const casework::NewInvitation made = SampleInvitation("sam", admin.id);
  ASSERT_TRUE(Commit(made));
  casework::NewAccount account = SampleAccount("sam");
  account.last_counter = 1000;
  account.invited_by = admin.id;
  const casework::Transaction accepted{
      .entries = {SampleEntry(account.id.bytes())},
      .changes = {casework::SpendInvitation{made.id, kNow}, account}};
  ASSERT_TRUE(Commit(accepted));
  const casework::Account found = store().FindAccount("sam").value().value();
  EXPECT_EQ(found.last_counter, 1000U);
  EXPECT_EQ(found.invited_by, admin.id);
  // The code that proved the app is spent.
  EXPECT_THAT(Commit(SampleSession(account.id, 1000)), FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(accepted), FailsWith(StoreError::kConflict));
  EXPECT_EQ(CountEntries(), 1U);
}

TEST_P(StoreContract, AnAccountThatIsRefusedSpendsNoInvitation) {
  const casework::NewAccount admin = MakeAccount("robin");
  const casework::NewInvitation made = SampleInvitation("sam", admin.id);
  ASSERT_TRUE(Commit(made));
  EXPECT_THAT(Commit(casework::Transaction{
                  .entries = {},
                  .changes = {casework::SpendInvitation{made.id, kNow}, SampleAccount("robin")}}),
              FailsWith(StoreError::kConflict));
  EXPECT_TRUE(store().FindInvitation(made.id).value());
}

TEST_P(StoreContract, ANameIsInvitedOnceUntilItExpires) {
  const casework::NewAccount admin = MakeAccount("Robin");
  const casework::NewInvitation first = SampleInvitation("sam", admin.id);
  ASSERT_TRUE(Commit(first));
  EXPECT_THAT(Commit(SampleInvitation("ROBIN", admin.id)), FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(SampleInvitation("SAM", admin.id)), FailsWith(StoreError::kConflict));
  casework::NewInvitation same_code = SampleInvitation("alex", admin.id);
  same_code.id = first.id;
  EXPECT_THAT(Commit(same_code), FailsWith(StoreError::kConflict));
  EXPECT_THAT(Commit(SampleInvitation("alex", base::AccountId::Random())),
              FailsWith(StoreError::kConflict));

  casework::NewInvitation late = SampleInvitation("Sam", admin.id);
  late.at = first.expires;
  late.expires = first.expires + std::chrono::hours(24);
  ASSERT_TRUE(Commit(late));
  EXPECT_FALSE(store().FindInvitation(first.id).value());
  EXPECT_TRUE(store().FindInvitation(late.id).value());
}

TEST_P(StoreContract, OpenInvitationsComeByName) {
  const casework::NewAccount admin = MakeAccount("robin");
  for (const char* name : {"sam", "Alex", "kim"}) {
    ASSERT_TRUE(Commit(SampleInvitation(name, admin.id)));
  }
  casework::NewInvitation soon = SampleInvitation("bo", admin.id);
  soon.expires = kNow + std::chrono::hours(1);
  ASSERT_TRUE(Commit(soon));
  const auto names = [this](base::UtcTime now) {
    std::vector<std::string> found;
    for (const casework::Invitation& each : store().ListInvitations(now).value()) {
      found.push_back(each.name);
    }
    return found;
  };
  EXPECT_THAT(names(kNow), testing::ElementsAre("Alex", "bo", "kim", "sam"));
  EXPECT_THAT(names(soon.expires), testing::ElementsAre("Alex", "kim", "sam"));
  EXPECT_THAT(names(kNow + std::chrono::hours(24)), testing::IsEmpty());
}

TEST_P(StoreContract, OfManyWhoSpendTheSameInvitationOneDoes) {
  const casework::NewAccount admin = MakeAccount("robin");
  const casework::NewInvitation made = SampleInvitation("sam", admin.id);
  ASSERT_TRUE(Commit(made));
  std::atomic<int> spent = 0;
  {
    std::vector<std::jthread> tries;
    for (int i = 0; i < 8; ++i) {
      tries.emplace_back([this, &spent, &made] {
        spent += Commit(casework::SpendInvitation{made.id, kNow}).has_value();
      });
    }
  }
  EXPECT_EQ(spent, 1);
}

// ---- Sessions ----------------------------------------------------------------------------------

TEST_P(StoreContract, ASessionIsOpenedTouchedAndEnded) {
  const casework::NewAccount advisor = MakeAccount("robin");
  const casework::NewSession opened = SampleSession(advisor.id, 1000);
  ASSERT_TRUE(Commit(opened));
  casework::Session session = store().FindSession(opened.id).value().value();
  EXPECT_EQ(session.account, advisor.id);
  EXPECT_EQ(session.wrapped_key, opened.wrapped_key);
  EXPECT_EQ(session.created, kNow);
  EXPECT_EQ(session.seen, kNow);
  EXPECT_EQ(store().FindAccount(advisor.id).value().value().last_counter, 1000U);

  ASSERT_TRUE(
      Commit(casework::TouchSession{.id = opened.id, .seen = kNow + std::chrono::minutes(5)}));
  session = store().FindSession(opened.id).value().value();
  EXPECT_EQ(session.created, kNow);
  EXPECT_EQ(session.seen, kNow + std::chrono::minutes(5));

  ASSERT_TRUE(Commit(casework::EndSession{opened.id}));
  EXPECT_FALSE(store().FindSession(opened.id).value());
  // Ending or touching what has ended is no error: two tabs sign out.
  EXPECT_TRUE(Commit(casework::EndSession{opened.id}));
  EXPECT_TRUE(Commit(casework::TouchSession{.id = opened.id, .seen = kNow}));
  EXPECT_FALSE(store().FindSession(opened.id).value());
}

TEST_P(StoreContract, ACodeIsSpentOnce) {
  const casework::NewAccount advisor = MakeAccount("robin");
  ASSERT_TRUE(Commit(SampleSession(advisor.id, 1000)));
  const casework::NewSession same = SampleSession(advisor.id, 1000);
  EXPECT_THAT(Commit(same), FailsWith(StoreError::kConflict));
  EXPECT_FALSE(store().FindSession(same.id).value());
  EXPECT_THAT(Commit(SampleSession(advisor.id, 999)), FailsWith(StoreError::kConflict));
  EXPECT_TRUE(Commit(SampleSession(advisor.id, 1001)));
  const casework::NewAccount other = MakeAccount("sam");
  EXPECT_TRUE(Commit(SampleSession(other.id, 999)));
  EXPECT_THAT(Commit(SampleSession(base::AccountId::Random(), 5000)),
              FailsWith(StoreError::kConflict));
}

TEST_P(StoreContract, OfManyWhoUseTheSameCodeOneSignsIn) {
  const casework::NewAccount advisor = MakeAccount("robin");
  std::atomic<int> signed_in = 0;
  {
    std::vector<std::jthread> tries;
    for (int i = 0; i < 8; ++i) {
      tries.emplace_back([this, &signed_in, id = advisor.id] {
        signed_in += Commit(SampleSession(id, 1000)).has_value();
      });
    }
  }
  EXPECT_EQ(signed_in, 1);
}

TEST_P(StoreContract, ARefusedSessionSpendsNoCode) {
  const casework::NewAccount advisor = MakeAccount("robin");
  const casework::NewSession first = SampleSession(advisor.id, 1000);
  ASSERT_TRUE(Commit(first));
  casework::NewSession second = SampleSession(advisor.id, 1001);
  second.id = first.id;
  EXPECT_THAT(Commit(second), FailsWith(StoreError::kConflict));
  EXPECT_EQ(store().FindAccount(advisor.id).value().value().last_counter, 1000U);
}

}  // namespace safety::contract
