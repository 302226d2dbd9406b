#include "casework/drafts.h"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>

#include "casework/memory_store_for_tests.h"

namespace safety::casework {
namespace {

using Saved = std::optional<std::expected<void, StoreError>>;

class DraftsTest : public testing::Test {
 protected:
  DraftStore::Done Keep() {
    return [this](auto saved) { saved_ = saved; };
  }
  bool Save(const Draft& draft) {
    saved_.reset();
    drafts_.Save(visitor_, draft, Keep());
    return saved_.value().has_value();
  }
  std::optional<Draft> Load() { return drafts_.Load(visitor_).value(); }

  static Draft Some() {
    Draft draft{.journey = "child", .language = "cy", .answers = {}};
    draft.answers.Set("summary", 0, {"He said \"send one more\".\nI am frightened."});
    draft.answers.Set("child_name", 1, {"Zoë"});
    draft.answers.SetItemCount("children", 2);
    return draft;
  }

  MemoryDraftStore store_;
  base::FixedClock clock_{base::FromMicroseconds(1'800'000'000'000'000)};
  Drafts drafts_{store_, clock_};
  Visitor visitor_ = Visitor::New();
  Saved saved_;
};

TEST_F(DraftsTest, ComeBackAsTheyWereSaved) {
  EXPECT_FALSE(Load().has_value());
  ASSERT_TRUE(Save(Some()));
  const auto draft = Load();
  ASSERT_TRUE(draft.has_value());
  EXPECT_EQ(draft->journey, "child");
  EXPECT_EQ(draft->language, "cy");
  EXPECT_EQ(draft->answers, Some().answers);
  EXPECT_EQ(draft->version, 1U);
}

TEST_F(DraftsTest, OfOneVisitorOnly) {
  ASSERT_TRUE(Save(Some()));
  EXPECT_FALSE(drafts_.Load(Visitor::New()).value().has_value());
}

TEST_F(DraftsTest, TwoTabsDoNotLoseEachOthersAnswers) {
  ASSERT_TRUE(Save(Some()));
  Draft here = Load().value();
  const Draft there = here;
  here.answers.Set("danger", 0, {"yes"});
  ASSERT_TRUE(Save(here));
  EXPECT_FALSE(Save(there));
  EXPECT_EQ(saved_->error(), StoreError::kConflict);
  EXPECT_EQ(Load()->version, 2U);
  EXPECT_EQ(Load()->answers.First("danger"), "yes");
}

TEST_F(DraftsTest, ExpireAfterAnHourWithoutASave) {
  ASSERT_TRUE(Save(Some()));
  clock_.Advance(std::chrono::hours(1));
  EXPECT_TRUE(Load().has_value());
  clock_.Advance(std::chrono::microseconds(1));
  EXPECT_FALSE(Load().has_value());
  EXPECT_TRUE(Save(Some())) << "the visitor begins anew";
}

TEST_F(DraftsTest, WhatWasChangedBehindOurBackIsNone) {
  ASSERT_TRUE(Save(Some()));
  const StoredDraft stored = store_.Load(visitor_.DraftId(), clock_.Now()).value().value();
  // An old copy put back as a newer version.
  store_.Save(visitor_.DraftId(), 1, stored.sealed, clock_.Now(), Keep());
  EXPECT_FALSE(Load().has_value());
  // Somebody else's bytes.
  store_.Save(visitor_.DraftId(), 2, base::Bytes(400, 2), clock_.Now(), Keep());
  EXPECT_FALSE(Load().has_value());
}

TEST_F(DraftsTest, ErasedOnesAreGone) {
  ASSERT_TRUE(Save(Some()));
  drafts_.Erase(visitor_, Keep());
  EXPECT_TRUE(saved_->has_value());
  EXPECT_FALSE(Load().has_value());
  EXPECT_EQ(store_.size(), 0U);
}

TEST_F(DraftsTest, AStoreThatFailsIsToldApartFromNone) {
  ASSERT_TRUE(Save(Some()));
  store_.SetError(StoreError::kUnavailable);
  EXPECT_EQ(drafts_.Load(visitor_).error(), StoreError::kUnavailable);
  EXPECT_FALSE(Save(Some()));
  EXPECT_EQ(saved_->error(), StoreError::kUnavailable);
}

}  // namespace
}  // namespace safety::casework
