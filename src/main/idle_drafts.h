#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/clock.h"
#include "casework/store.h"

namespace safety::main {

/// Erases drafts that nobody has touched for an hour: at once, and each minute while it lives.
class IdleDrafts {
 public:
  /// Both outlive it.
  IdleDrafts(casework::DraftStore& drafts, const base::Clock& clock);

 private:
  casework::DraftStore& drafts_;
  const base::Clock& clock_;
  std::mutex mutex_;
  std::condition_variable_any stop_;
  std::jthread thread_;  ///< last: it ends before what it uses
};

}  // namespace safety::main
