#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.h"

namespace safety::casework {

/// How often each name has been tried of late. In memory only: a restart forgets it, and nothing
/// says where the tries came from. Safe from any thread.
class SignInThrottle {
 public:
  static constexpr std::size_t kMostTries = 5;
  static constexpr std::chrono::minutes kWindow{15};

  /// Past `most_names` the name that has been left alone the longest is forgotten.
  explicit SignInThrottle(std::size_t most_names = 10'000) : most_names_(most_names) {}

  /// Counts a try before it is made, so that many at once are no way around. False when the name
  /// has had kMostTries within kWindow: then this one does not count.
  [[nodiscard]] bool Admit(const std::string& name, base::UtcTime now);
  /// The name's owner is in: earlier mistakes were theirs.
  void Forget(const std::string& name);
  /// The try came to nothing for a reason of our own.
  void TakeBack(const std::string& name);

 private:
  void MakeRoom(base::UtcTime now);

  const std::size_t most_names_;
  std::mutex mutex_;
  std::map<std::string, std::vector<base::UtcTime>, std::less<>> tries_;  ///< never empty ones
};

}  // namespace safety::casework
