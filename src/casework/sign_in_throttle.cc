#include "casework/sign_in_throttle.h"

#include <algorithm>

namespace safety::casework {

bool SignInThrottle::Admit(const std::string& name, base::UtcTime now) {
  const std::lock_guard lock(mutex_);
  auto found = tries_.find(name);
  if (found == tries_.end()) {
    MakeRoom(now);
    found = tries_.try_emplace(name).first;
  }
  std::vector<base::UtcTime>& tries = found->second;
  std::erase_if(tries, [now](base::UtcTime at) { return now - at >= kWindow; });
  if (tries.size() >= kMostTries) {
    return false;
  }
  tries.push_back(now);
  return true;
}

void SignInThrottle::Forget(const std::string& name) {
  const std::lock_guard lock(mutex_);
  tries_.erase(name);
}

void SignInThrottle::TakeBack(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = tries_.find(name);
  if (found == tries_.end()) {
    return;
  }
  found->second.pop_back();
  if (found->second.empty()) {
    tries_.erase(found);
  }
}

void SignInThrottle::MakeRoom(base::UtcTime now) {
  if (tries_.size() < most_names_) {
    return;
  }
  std::erase_if(tries_, [now](const auto& each) { return now - each.second.back() >= kWindow; });
  if (tries_.size() >= most_names_) {
    tries_.erase(
        std::ranges::min_element(tries_, {}, [](const auto& each) { return each.second.back(); }));
  }
}

}  // namespace safety::casework
