#pragma once

#include <expected>
#include <memory>
#include <string>

#include "casework/store.h"
#include "store/data_folder.h"
#include "store/statistics.h"

namespace safety::store {

/// Drafts on SQLite, in the file `drafts.db` of a data folder: never synced, so that a power cut
/// may lose them, and never part of a backup. A damaged file is thrown away at start.
class SqliteDraftStore final : public casework::DraftStore {
 public:
  /// `max_waiting`: writes that may wait; past it they are answered with kBusy. `folder` outlives
  /// the store.
  [[nodiscard]] static std::expected<std::unique_ptr<SqliteDraftStore>, std::string> Open(
      const DataFolder& folder, std::size_t max_waiting = 4096);

  /// Writes what has been taken, then closes.
  ~SqliteDraftStore() override;

  [[nodiscard]] std::expected<std::optional<casework::StoredDraft>, casework::StoreError> Load(
      base::ByteView id, base::UtcTime now) override;
  void Save(base::Bytes id, std::uint64_t expected_version, base::Bytes sealed, base::UtcTime now,
            Done done) override;
  void Erase(base::Bytes id, Done done) override;
  void EraseIdle(base::UtcTime before, Done done) override;

  /// Safe from any thread.
  [[nodiscard]] Statistics statistics() const;

 private:
  class Parts;
  explicit SqliteDraftStore(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace safety::store
