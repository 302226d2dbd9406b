#include "store/sqlite_store.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "store/batch_writer.h"
#include "store/group_commit.h"
#include "store/migration.h"
#include "store/queries.h"
#include "store/reader_pool.h"
#include "store/sqlite_connection.h"

namespace safety::store {
namespace {

constexpr int kWriterCacheKibibytes = 8 * 1024;
constexpr int kReaderCacheKibibytes = 1024;
constexpr int kCheckpointPages = 4000;

constexpr Sql kBeginRead{"BEGIN"};
constexpr Sql kEndRead{"COMMIT"};

SqliteSettings ReaderSettings(const SqliteOptions& options) {
  return {.access = SqliteSettings::Access::kRead,
          .busy_timeout = options.busy_timeout,
          .cache_kibibytes = kReaderCacheKibibytes};
}

bool MakesOneCaseAtMost(const casework::Transaction& transaction) {
  return std::ranges::count_if(transaction.changes, [](const casework::Change& change) {
           return std::holds_alternative<casework::NewCase>(change);
         }) <= 1;
}

template <class T>
casework::Store::Read<T> OrUnavailable(std::optional<T> result) {
  if (!result) {
    return std::unexpected(casework::StoreError::kUnavailable);
  }
  return *std::move(result);
}

}  // namespace

class SqliteStore::Parts {
 public:
  Parts(std::unique_ptr<SqliteConnection> connection, const std::filesystem::path& file,
        const SqliteOptions& options)
      : connection_(std::move(connection)),
        readers_([file, settings = ReaderSettings(options)]() -> std::unique_ptr<Connection> {
          return SqliteConnection::Open(file, settings).value_or(nullptr);
        }),
        commits_(options.max_waiting,
                 [this](std::vector<PendingTransaction>& batch) { Write(batch); }) {}

  ReaderPool& readers() { return readers_; }
  GroupCommit<PendingTransaction>& commits() { return commits_; }

 private:
  void Write(std::vector<PendingTransaction>& batch) {
    writer_.Write(batch);
    for (PendingTransaction& pending : batch) {
      pending.done(std::move(pending.outcome));
    }
    // After the answers: nobody waits for it, and the next batch forms meanwhile.
    connection_->Checkpoint(kCheckpointPages);
  }

  std::unique_ptr<SqliteConnection> connection_;
  BatchWriter writer_{*connection_};
  ReaderPool readers_;
  GroupCommit<PendingTransaction> commits_;  ///< last: its thread uses the others, and ends first
};

std::expected<std::unique_ptr<SqliteStore>, std::string> SqliteStore::Open(const DataFolder& folder,
                                                                           SqliteOptions options) {
  const std::filesystem::path file = folder.path() / kDatabaseFile;
  auto connection = SqliteConnection::Open(file, {.access = SqliteSettings::Access::kWrite,
                                                  .busy_timeout = options.busy_timeout,
                                                  .cache_kibibytes = kWriterCacheKibibytes,
                                                  .max_pages = options.max_pages});
  if (!connection) {
    return std::unexpected(std::move(connection).error().reason);
  }
  if (auto migrated = Migrate(**connection, SqliteMigrations()); !migrated) {
    return std::unexpected(file.string() + " cannot be used: " + migrated.error());
  }
  if (auto synced = folder.Sync(); !synced) {
    return std::unexpected(std::move(synced).error());
  }
  return std::unique_ptr<SqliteStore>(
      new SqliteStore(std::make_unique<Parts>(*std::move(connection), file, options)));
}

SqliteStore::SqliteStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

SqliteStore::~SqliteStore() = default;

void SqliteStore::Commit(casework::Transaction transaction, Done done) {
  base::Check(MakesOneCaseAtMost(transaction), "a transaction makes one case at most");
  PendingTransaction pending{.transaction = std::move(transaction), .done = std::move(done)};
  if (!parts_->commits().TryPush(pending)) {
    pending.done(std::unexpected(casework::StoreError::kBusy));
  }
}

casework::Store::Read<std::optional<casework::Receipt>> SqliteStore::FindSubmission(
    base::ByteView submission) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::FindSubmission(database, submission); }));
}

casework::Store::Read<casework::QueueRows> SqliteStore::ListQueue(
    const casework::QueueQuery& query) {
  return OrUnavailable(parts_->readers().With([&](Connection& database) {
    database.Run(kBeginRead);
    auto rows = queries::ListQueue(database, query);
    database.Run(kEndRead);
    return rows;
  }));
}

casework::Store::Read<std::optional<casework::CaseRow>> SqliteStore::FindCase(base::CaseId id) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::FindCase(database, id); }));
}

casework::Store::Read<std::optional<casework::CaseRow>> SqliteStore::FindCase(
    const base::Reference& reference) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::FindCase(database, reference); }));
}

casework::Store::Read<std::vector<casework::Entry>> SqliteStore::ListEntries(base::CaseId id) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::ListEntries(database, id); }));
}

casework::Store::Read<std::optional<casework::Account>> SqliteStore::FindAccount(
    std::string_view name) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::FindAccount(database, name); }));
}

casework::Store::Read<std::optional<casework::Account>> SqliteStore::FindAccount(
    base::AccountId id) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::FindAccount(database, id); }));
}

casework::Store::Read<std::vector<casework::Account>> SqliteStore::ListAccounts() {
  return OrUnavailable(parts_->readers().With(queries::ListAccounts));
}

casework::Store::Read<std::optional<casework::Invitation>> SqliteStore::FindInvitation(
    base::ByteView id) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::FindInvitation(database, id); }));
}

casework::Store::Read<std::vector<casework::Invitation>> SqliteStore::ListInvitations(
    base::UtcTime now) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::ListInvitations(database, now); }));
}

casework::Store::Read<std::optional<casework::Session>> SqliteStore::FindSession(
    base::ByteView id) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::FindSession(database, id); }));
}

casework::Store::Read<std::vector<casework::KeyGrant>> SqliteStore::ListGrants(
    base::AccountId account) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::ListGrants(database, account); }));
}

casework::Store::Read<std::vector<base::AccountId>> SqliteStore::ListKeyHolders(
    std::uint32_t epoch) {
  return OrUnavailable(parts_->readers().With(
      [&](Connection& database) { return queries::ListKeyHolders(database, epoch); }));
}

casework::Store::Read<std::optional<casework::TeamKey>> SqliteStore::CurrentTeamKey() {
  return OrUnavailable(parts_->readers().With(queries::CurrentTeamKey));
}

Statistics SqliteStore::statistics() const { return parts_->commits().statistics(); }

}  // namespace safety::store
