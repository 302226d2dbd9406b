#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>

#include "casework/store.h"
#include "store/data_folder.h"
#include "store/statistics.h"

namespace safety::store {

struct SqliteOptions {
  std::size_t max_waiting = 4096;                 ///< transactions; past it Commit answers kBusy
  std::chrono::milliseconds busy_timeout{2'000};  ///< how long to wait for another's lock
  std::int64_t max_pages = 0;                     ///< the file may not outgrow this; 0: no limit
};

/// The Store on SQLite, in the file `safety-centre.db` of a data folder.
///
/// One thread of its own holds the only connection that writes and checkpoints, and commits
/// whatever has gathered as one database transaction. Readers are read-only connections. A write
/// that fails (disk full, locked, damaged) is answered with kUnavailable; the next one tries again.
class SqliteStore final : public casework::Store {
 public:
  /// Opens the database, makes it when there is none, and brings its schema up to date. The reason,
  /// when it cannot, is a sentence for the operator. `folder` outlives the store.
  [[nodiscard]] static std::expected<std::unique_ptr<SqliteStore>, std::string> Open(
      const DataFolder& folder, SqliteOptions options = {});

  /// Commits what has been taken, then closes.
  ~SqliteStore() override;

  void Commit(casework::Transaction transaction, Done done) override;

  [[nodiscard]] Read<std::optional<casework::Receipt>> FindSubmission(
      base::ByteView submission) override;
  [[nodiscard]] Read<casework::QueueRows> ListQueue(const casework::QueueQuery& query) override;
  [[nodiscard]] Read<std::optional<casework::CaseRow>> FindCase(base::CaseId id) override;
  [[nodiscard]] Read<std::optional<casework::CaseRow>> FindCase(
      const base::Reference& reference) override;
  [[nodiscard]] Read<std::vector<casework::Entry>> ListEntries(base::CaseId id) override;
  [[nodiscard]] Read<std::optional<casework::Account>> FindAccount(std::string_view name) override;
  [[nodiscard]] Read<std::optional<casework::Account>> FindAccount(base::AccountId id) override;
  [[nodiscard]] Read<std::vector<casework::Account>> ListAccounts() override;
  [[nodiscard]] Read<std::optional<casework::Invitation>> FindInvitation(
      base::ByteView id) override;
  [[nodiscard]] Read<std::vector<casework::Invitation>> ListInvitations(base::UtcTime now) override;
  [[nodiscard]] Read<std::optional<casework::Session>> FindSession(base::ByteView id) override;
  [[nodiscard]] Read<std::vector<casework::KeyGrant>> ListGrants(base::AccountId account) override;
  [[nodiscard]] Read<std::vector<base::AccountId>> ListKeyHolders(std::uint32_t epoch) override;
  [[nodiscard]] Read<std::optional<casework::TeamKey>> CurrentTeamKey() override;

  /// Safe from any thread.
  [[nodiscard]] Statistics statistics() const;

 private:
  class Parts;
  explicit SqliteStore(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace safety::store
