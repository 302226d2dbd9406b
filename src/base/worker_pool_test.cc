#include "base/worker_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <memory>
#include <set>

namespace safety::base {
namespace {

/// Keeps a pool's only thread occupied until it is let go.
class Blocker {
 public:
  explicit Blocker(WorkerPool& pool) {
    EXPECT_TRUE(pool.TryPost([this] {
      started_.count_down();
      release_.wait();
    }));
    started_.wait();
  }
  void LetGo() { release_.count_down(); }

 private:
  std::latch started_{1};
  std::latch release_{1};
};

TEST(WorkerPool, RefusesWhatWouldNotFitTheQueue) {
  std::atomic<int> done = 0;
  std::latch finished(2);
  {
    WorkerPool pool(1, 2);
    Blocker blocker(pool);
    const auto job = [&] {
      ++done;
      finished.count_down();
    };
    EXPECT_TRUE(pool.TryPost(job));
    EXPECT_TRUE(pool.TryPost(job));
    EXPECT_FALSE(pool.TryPost(job)) << "the job under way does not wait, these two do";
    EXPECT_FALSE(pool.TryPost(job));
    blocker.LetGo();
    finished.wait();
    std::latch again(1);
    EXPECT_TRUE(pool.TryPost([&again] { again.count_down(); })) << "there is room again";
    again.wait();
  }
  EXPECT_EQ(done, 2) << "a refused job never runs";
}

TEST(WorkerPool, ItsEndWaitsForWhatHasBeenTaken) {
  constexpr int kJobs = 100;
  std::atomic<int> done = 0;
  {
    WorkerPool pool(3, kJobs);
    for (int i = 0; i < kJobs; ++i) {
      ASSERT_TRUE(pool.TryPost([&done] { ++done; }));
    }
  }
  EXPECT_EQ(done, kJobs);
}

TEST(WorkerPool, ItsEndRunsJobsThatStillWait) {
  bool ran = false;
  {
    auto pool = std::make_unique<WorkerPool>(1, 1);
    Blocker blocker(*pool);
    ASSERT_TRUE(pool->TryPost([&ran] { ran = true; }));
    blocker.LetGo();
    pool.reset();
  }
  EXPECT_TRUE(ran);
}

TEST(WorkerPool, WorksOnAsManyJobsAtOnceAsItHasThreads) {
  constexpr int kThreads = 4;
  std::latch together(kThreads);  // no job ends before all have begun
  WorkerPool pool(kThreads, kThreads);
  for (int i = 0; i < kThreads; ++i) {
    ASSERT_TRUE(pool.TryPost([&together] { together.arrive_and_wait(); }));
  }
  together.wait();
}

TEST(WorkerPool, TakesJobsThatOnlyMove) {
  std::latch finished(1);
  int seen = 0;
  WorkerPool pool(1, 1);
  ASSERT_TRUE(pool.TryPost([&, value = std::make_unique<int>(7)] {
    seen = *value;
    finished.count_down();
  }));
  finished.wait();
  EXPECT_EQ(seen, 7);
}

}  // namespace
}  // namespace safety::base
