#include "store/group_commit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <latch>
#include <vector>

namespace safety::store {
namespace {

using testing::ElementsAre;

/// A disk that takes as long as the test wants: batches wait until it is let go.
class SlowDisk {
 public:
  GroupCommit<int>::Work work() {
    return [this](std::vector<int>& batch) {
      batches_.push_back(batch);
      if (batches_.size() == 1) {
        started_.set_value();
        go_.get_future().wait();
      }
    };
  }
  void WaitForFirst() { started_.get_future().wait(); }
  void LetGo() { go_.set_value(); }
  [[nodiscard]] const std::vector<std::vector<int>>& batches() const { return batches_; }

 private:
  std::promise<void> started_;
  std::promise<void> go_;
  std::vector<std::vector<int>> batches_;
};

bool Push(GroupCommit<int>& commits, int job) { return commits.TryPush(job); }

TEST(GroupCommitTest, WhatGathersWhileOneIsWrittenGoesTogetherAndInOrder) {
  SlowDisk disk;
  {
    GroupCommit<int> commits(10, disk.work());
    ASSERT_TRUE(Push(commits, 1));
    disk.WaitForFirst();
    for (const int job : {2, 3, 4}) {
      ASSERT_TRUE(Push(commits, job));
    }
    disk.LetGo();
  }
  EXPECT_THAT(disk.batches(), ElementsAre(ElementsAre(1), ElementsAre(2, 3, 4)));
}

TEST(GroupCommitTest, RefusesWhatIsTooMuchAndTakesItLater) {
  SlowDisk disk;
  {
    GroupCommit<int> commits(2, disk.work());
    ASSERT_TRUE(Push(commits, 1));
    disk.WaitForFirst();
    EXPECT_TRUE(Push(commits, 2));
    EXPECT_TRUE(Push(commits, 3));
    EXPECT_FALSE(Push(commits, 4));
    disk.LetGo();
  }
  EXPECT_THAT(disk.batches(), ElementsAre(ElementsAre(1), ElementsAre(2, 3)));
}

TEST(GroupCommitTest, CountsTransactionsAndBatches) {
  SlowDisk disk;
  GroupCommit<int> commits(10, disk.work());
  ASSERT_TRUE(Push(commits, 1));
  disk.WaitForFirst();
  EXPECT_EQ(commits.statistics().transactions, 1U);
  EXPECT_EQ(commits.statistics().batches, 1U);
  EXPECT_EQ(commits.statistics().largest_batch, 1U);
  disk.LetGo();
}

}  // namespace
}  // namespace safety::store
