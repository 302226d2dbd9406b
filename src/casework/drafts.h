#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>

#include "base/clock.h"
#include "casework/store.h"
#include "casework/visitor.h"
#include "journey/answers.h"

namespace safety::casework {

/// An unfinished report: whose journey, which language, what was answered.
struct Draft {
  std::string journey;
  std::string language = "en";
  journey::Answers answers;
  std::uint64_t version = 0;  ///< 0: not stored yet
};

/// Drafts, sealed under the visitor's own key. Safe from any thread.
class Drafts {
 public:
  Drafts(DraftStore& store, const base::Clock& clock) : store_(store), clock_(clock) {}

  /// Nothing when there is none, it has expired, or the cookie's key does not open it.
  [[nodiscard]] std::expected<std::optional<Draft>, StoreError> Load(const Visitor& visitor) const;
  /// kConflict when another tab saved meanwhile: load again, put the answers in, save again.
  void Save(const Visitor& visitor, const Draft& draft, DraftStore::Done done) const;
  void Erase(const Visitor& visitor, DraftStore::Done done) const;

 private:
  DraftStore& store_;
  const base::Clock& clock_;
};

}  // namespace safety::casework
