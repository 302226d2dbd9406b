#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>
#include <thread>
#include <vector>

#include "samples.h"

/// Every promise of casework::DraftStore, as tests for whatever says it is one.
namespace safety::contract {

class DraftStoreUnderTest {
 public:
  DraftStoreUnderTest() = default;
  DraftStoreUnderTest(const DraftStoreUnderTest&) = delete;
  DraftStoreUnderTest& operator=(const DraftStoreUnderTest&) = delete;
  virtual ~DraftStoreUnderTest() = default;
  virtual casework::DraftStore& drafts() = 0;
};

struct DraftStoreFactory {
  const char* name;
  std::unique_ptr<DraftStoreUnderTest> (*make)();
};

class DraftStoreContract : public testing::TestWithParam<DraftStoreFactory> {
 protected:
  using Outcome = std::expected<void, casework::StoreError>;
  static constexpr Outcome kSaved{};
  static constexpr auto kConflict = casework::StoreError::kConflict;

  casework::DraftStore& drafts() { return under_test_->drafts(); }

  Outcome Save(const base::Bytes& id, std::uint64_t expected_version, const base::Bytes& sealed,
               base::UtcTime now = kNow) {
    return Wait(
        [&](auto done) { drafts().Save(id, expected_version, sealed, now, std::move(done)); });
  }
  Outcome Erase(const base::Bytes& id) {
    return Wait([&](auto done) { drafts().Erase(id, std::move(done)); });
  }
  Outcome EraseIdle(base::UtcTime before) {
    return Wait([&](auto done) { drafts().EraseIdle(before, std::move(done)); });
  }
  std::optional<casework::StoredDraft> Load(const base::Bytes& id, base::UtcTime now = kNow) {
    return drafts().Load(id, now).value();
  }

 private:
  template <class Start>
  Outcome Wait(Start start) {
    std::promise<Outcome> promise;
    auto outcome = promise.get_future();
    start([promise = std::move(promise)](Outcome value) mutable { promise.set_value(value); });
    return outcome.get();
  }

  std::unique_ptr<DraftStoreUnderTest> under_test_ = GetParam().make();
};

TEST_P(DraftStoreContract, GivesBackWhatWasSaved) {
  const base::Bytes id = RandomBytes(32);
  EXPECT_FALSE(Load(id));
  const base::Bytes sealed = RandomBytes(2000);
  ASSERT_TRUE(Save(id, 0, sealed));
  EXPECT_EQ(Load(id)->sealed, sealed);
  EXPECT_EQ(Load(id)->version, 1U);
  EXPECT_FALSE(Load(RandomBytes(32)));
}

TEST_P(DraftStoreContract, EachSaveMovesTheVersionOn) {
  const base::Bytes id = RandomBytes(32);
  for (std::uint64_t version = 0; version < 5; ++version) {
    const base::Bytes sealed = RandomBytes(100 + 3000 * version);
    ASSERT_TRUE(Save(id, version, sealed));
    EXPECT_EQ(Load(id)->version, version + 1);
    EXPECT_EQ(Load(id)->sealed, sealed);
  }
}

TEST_P(DraftStoreContract, TwoTabsDoNotLoseEachOthersAnswers) {
  const base::Bytes id = RandomBytes(32);
  const base::Bytes first = RandomBytes(50);
  const base::Bytes second = RandomBytes(60);
  ASSERT_TRUE(Save(id, 0, first));
  EXPECT_EQ(Save(id, 0, second).error(), kConflict);
  EXPECT_EQ(Save(id, 2, second).error(), kConflict);
  EXPECT_EQ(Load(id)->sealed, first);
  ASSERT_TRUE(Save(id, 1, second));
  EXPECT_EQ(Save(id, 1, first).error(), kConflict);
  EXPECT_EQ(Load(id)->sealed, second);
  EXPECT_EQ(Save(RandomBytes(32), 1, first).error(), kConflict);
}

TEST_P(DraftStoreContract, OfManyWhoSaveTheSameVersionOneDoes) {
  const base::Bytes id = RandomBytes(32);
  ASSERT_TRUE(Save(id, 0, RandomBytes(10)));
  std::atomic<int> saved = 0;
  {
    std::vector<std::jthread> tabs;
    for (int i = 0; i < 8; ++i) {
      tabs.emplace_back([&] { saved += Save(id, 1, RandomBytes(20)).has_value(); });
    }
  }
  EXPECT_EQ(saved, 1);
  EXPECT_EQ(Load(id)->version, 2U);
}

TEST_P(DraftStoreContract, AnErasedDraftIsGone) {
  const base::Bytes id = RandomBytes(32);
  const base::Bytes other = RandomBytes(32);
  ASSERT_TRUE(Save(id, 0, RandomBytes(50)));
  ASSERT_TRUE(Save(other, 0, RandomBytes(50)));
  ASSERT_TRUE(Erase(id));
  EXPECT_FALSE(Load(id));
  EXPECT_TRUE(Load(other));
  EXPECT_TRUE(Erase(id));
  EXPECT_EQ(Save(id, 1, RandomBytes(50)).error(), kConflict);
  EXPECT_TRUE(Save(id, 0, RandomBytes(50)));
}

TEST_P(DraftStoreContract, ADraftIsNoneAfterAnIdleHour) {
  const base::Bytes id = RandomBytes(32);
  ASSERT_TRUE(Save(id, 0, RandomBytes(50), kNow));
  const base::UtcTime last_moment = kNow + std::chrono::hours(1);
  const base::UtcTime too_late = last_moment + std::chrono::microseconds(1);
  EXPECT_TRUE(Load(id, last_moment));
  EXPECT_FALSE(Load(id, too_late));
  EXPECT_EQ(Save(id, 1, RandomBytes(50), too_late).error(), kConflict);
  ASSERT_TRUE(Save(id, 0, RandomBytes(60), too_late));
  EXPECT_EQ(Load(id, too_late)->version, 1U);
  EXPECT_EQ(Load(id, too_late)->sealed.size(), 60U);
}

TEST_P(DraftStoreContract, ASaveStartsTheHourAnew) {
  const base::Bytes id = RandomBytes(32);
  ASSERT_TRUE(Save(id, 0, RandomBytes(50), kNow));
  ASSERT_TRUE(Save(id, 1, RandomBytes(50), kNow + std::chrono::minutes(50)));
  EXPECT_TRUE(Load(id, kNow + std::chrono::minutes(100)));
}

TEST_P(DraftStoreContract, IdleDraftsAreErasedAndOthersStay) {
  const base::Bytes idle = RandomBytes(32);
  const base::Bytes fresh = RandomBytes(32);
  ASSERT_TRUE(Save(idle, 0, RandomBytes(50), kNow));
  ASSERT_TRUE(Save(fresh, 0, RandomBytes(50), kNow + std::chrono::minutes(2)));
  ASSERT_TRUE(EraseIdle(kNow));
  EXPECT_TRUE(Load(idle));
  ASSERT_TRUE(EraseIdle(kNow + std::chrono::minutes(1)));
  EXPECT_FALSE(Load(idle));
  EXPECT_TRUE(Load(fresh, kNow + std::chrono::minutes(2)));
}

}  // namespace safety::contract
