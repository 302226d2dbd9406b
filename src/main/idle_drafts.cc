#include "main/idle_drafts.h"

#include <chrono>

namespace safety::main {

IdleDrafts::IdleDrafts(casework::DraftStore& drafts, const base::Clock& clock)
    : drafts_(drafts), clock_(clock), thread_([this](const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (!stop.stop_requested()) {
          // A failure is tried again in a minute; Load gives no idle draft out in any case.
          drafts_.EraseIdle(clock_.Now() - std::chrono::hours(1), [](auto) {});
          stop_.wait_for(lock, stop, std::chrono::minutes(1), [] { return false; });
        }
      }) {}

}  // namespace safety::main
