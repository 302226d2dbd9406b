#include <chrono>
#include <utility>

#include "casework/memory_store_for_tests.h"

namespace safety::casework {
namespace {

bool HasExpired(base::UtcTime saved, base::UtcTime now) {
  return now - saved > std::chrono::hours(1);
}

}  // namespace

std::expected<std::optional<StoredDraft>, StoreError> MemoryDraftStore::Load(base::ByteView id,
                                                                             base::UtcTime now) {
  const std::lock_guard lock(mutex_);
  if (error_) {
    return std::unexpected(*error_);
  }
  const auto found = rows_.find(base::Bytes(id.begin(), id.end()));
  if (found == rows_.end() || HasExpired(found->second.saved, now)) {
    return std::nullopt;
  }
  return found->second.draft;
}

void MemoryDraftStore::Save(base::Bytes id, std::uint64_t expected_version, base::Bytes sealed,
                            base::UtcTime now, Done done) {
  const auto saved = Write(std::move(id), expected_version, std::move(sealed), now);
  done(saved);
}

std::expected<void, StoreError> MemoryDraftStore::Write(base::Bytes id,
                                                        std::uint64_t expected_version,
                                                        base::Bytes sealed, base::UtcTime now) {
  const std::lock_guard lock(mutex_);
  if (error_) {
    return std::unexpected(*error_);
  }
  const auto found = rows_.find(id);
  // An expired draft counts as none: its visitor was shown none and begins anew.
  const bool is_there = found != rows_.end() && !HasExpired(found->second.saved, now);
  const std::uint64_t stored = is_there ? found->second.draft.version : 0;
  if (stored != expected_version) {
    return std::unexpected(StoreError::kConflict);
  }
  rows_.insert_or_assign(
      std::move(id),
      Row{.draft = {.sealed = std::move(sealed), .version = expected_version + 1}, .saved = now});
  return {};
}

void MemoryDraftStore::Erase(base::Bytes id, Done done) {
  done(EraseWhere([&id](const auto& each) { return each.first == id; }));
}

void MemoryDraftStore::EraseIdle(base::UtcTime before, Done done) {
  done(EraseWhere([before](const auto& each) { return each.second.saved < before; }));
}

template <class F>
std::expected<void, StoreError> MemoryDraftStore::EraseWhere(F holds) {
  const std::lock_guard lock(mutex_);
  if (error_) {
    return std::unexpected(*error_);
  }
  std::erase_if(rows_, holds);
  return {};
}

void MemoryDraftStore::SetError(std::optional<StoreError> error) {
  const std::lock_guard lock(mutex_);
  error_ = error;
}

std::size_t MemoryDraftStore::size() const {
  const std::lock_guard lock(mutex_);
  return rows_.size();
}

}  // namespace safety::casework
