#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "store/statistics.h"

namespace safety::store {

/// One thread that commits whatever has gathered, together.
///
/// Syncing a disk costs the same for one transaction as for a hundred. So nothing is waited for:
/// the thread takes the whole queue, writes and syncs it, and the next batch forms meanwhile. One
/// alone is committed at once; under load batches grow by themselves. The queue is bounded: past it
/// jobs are refused before anything is taken.
template <class Job>
class GroupCommit {
 public:
  /// Commits all jobs of the batch, then tells each of its outcome. Runs on the thread.
  using Work = std::move_only_function<void(std::vector<Job>& batch)>;

  GroupCommit(std::size_t max_waiting, Work work)
      : max_waiting_(max_waiting), work_(std::move(work)), thread_([this] { Run(); }) {}
  GroupCommit(const GroupCommit&) = delete;
  GroupCommit& operator=(const GroupCommit&) = delete;

  /// Commits what has been taken.
  ~GroupCommit() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    ready_.notify_one();
  }

  /// False when too much is waiting; then `job` is left as it was. Safe from any thread.
  [[nodiscard]] bool TryPush(Job& job) {
    bool first = false;
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.size() >= max_waiting_) {
        return false;
      }
      first = waiting_.empty();
      waiting_.push_back(std::move(job));
    }
    if (first) {
      ready_.notify_one();
    }
    return true;
  }

  /// Safe from any thread.
  [[nodiscard]] Statistics statistics() const {
    const std::lock_guard lock(mutex_);
    return statistics_;
  }

 private:
  void Run() {
    std::vector<Job> batch;
    while (Take(batch)) {
      work_(batch);
      batch.clear();
    }
  }

  bool Take(std::vector<Job>& batch) {
    std::unique_lock lock(mutex_);
    ready_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) {
      return false;
    }
    batch.swap(waiting_);
    statistics_.transactions += batch.size();
    statistics_.batches += 1;
    statistics_.largest_batch = std::max<std::uint64_t>(statistics_.largest_batch, batch.size());
    return true;
  }

  const std::size_t max_waiting_;
  Work work_;
  mutable std::mutex mutex_;
  std::condition_variable ready_;
  std::vector<Job> waiting_;
  bool stopping_ = false;
  Statistics statistics_;
  std::jthread thread_;  ///< last: it uses all of the above, and ends first
};

}  // namespace safety::store
