#include "store/sqlite_draft_store.h"

#include <chrono>
#include <filesystem>
#include <utility>
#include <variant>
#include <vector>

#include "store/group_commit.h"
#include "store/reader_pool.h"
#include "store/row_reader.h"
#include "store/sqlite_connection.h"

namespace safety::store {
namespace {

using casework::StoreError;
using Outcome = std::expected<void, StoreError>;

constexpr std::chrono::hours kIdleLimit{1};
constexpr int kCheckpointPages = 1000;
constexpr SqliteSettings kWriterSettings{.access = SqliteSettings::Access::kWrite,
                                         .durability = SqliteSettings::Durability::kUnsynced,
                                         .cache_kibibytes = 4 * 1024};
constexpr SqliteSettings kReaderSettings{.access = SqliteSettings::Access::kRead,
                                         .cache_kibibytes = 512};

constexpr const char* kSchema = R"sql(
  CREATE TABLE IF NOT EXISTS draft (
    number  INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    saved   INTEGER NOT NULL,
    sealed  BLOB NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS draft_saved ON draft (saved);
)sql";

constexpr Sql kLoad{R"sql(
  SELECT sealed, version FROM draft WHERE id = $1 AND saved >= $2
)sql"};

// One that was left idle and not erased yet is none: a new one takes its place.
constexpr Sql kInsert{R"sql(
  INSERT INTO draft (id, version, saved, sealed) VALUES ($1, 1, $2, $3)
  ON CONFLICT (id) DO UPDATE SET version = 1, saved = excluded.saved, sealed = excluded.sealed
  WHERE draft.saved < $4
)sql"};

constexpr Sql kUpdate{R"sql(
  UPDATE draft SET version = version + 1, saved = $1, sealed = $2
  WHERE id = $3 AND version = $4 AND saved >= $5
)sql"};

constexpr Sql kErase{"DELETE FROM draft WHERE id = $1"};
constexpr Sql kEraseIdle{"DELETE FROM draft WHERE saved < $1"};

struct SaveDraft {
  base::Bytes id;
  std::uint64_t expected_version;
  base::Bytes sealed;
  base::UtcTime now;
};
struct EraseDraft {
  base::Bytes id;
};
struct EraseIdleDrafts {
  base::UtcTime before;
};

struct PendingWrite {
  std::variant<SaveDraft, EraseDraft, EraseIdleDrafts> write;
  casework::DraftStore::Done done;
  Outcome outcome{};
};

std::int64_t OldestOf(base::UtcTime now) { return base::ToMicroseconds(now - kIdleLimit); }

Outcome Write(Connection& database, const SaveDraft& save) {
  const std::int64_t now = base::ToMicroseconds(save.now);
  const std::int64_t changed =
      save.expected_version == 0
          ? database.Run(kInsert, {save.id, now, save.sealed, OldestOf(save.now)})
          : database.Run(kUpdate,
                         {now, save.sealed, save.id,
                          static_cast<std::int64_t>(save.expected_version), OldestOf(save.now)});
  return changed == 1 ? Outcome() : std::unexpected(StoreError::kConflict);
}

Outcome Write(Connection& database, const EraseDraft& erase) {
  database.Run(kErase, {erase.id});
  return {};
}

Outcome Write(Connection& database, const EraseIdleDrafts& erase) {
  database.Run(kEraseIdle, {base::ToMicroseconds(erase.before)});
  return {};
}

/// The file, with its table.
std::expected<std::unique_ptr<SqliteConnection>, OpenFault> OpenWriter(
    const std::filesystem::path& file) {
  auto connection = SqliteConnection::Open(file, kWriterSettings);
  if (connection && !(*connection)->IsSound()) {
    return std::unexpected(OpenFault{file.string() + " is damaged", true});
  }
  if (connection && !(*connection)->Execute(kSchema)) {
    return std::unexpected(OpenFault{file.string() + ": " + (*connection)->message(), false});
  }
  return connection;
}

void RemoveFiles(const std::filesystem::path& file) {
  std::error_code ignored;  // opening it again tells what is wrong
  for (const char* suffix : {"", "-wal", "-shm"}) {
    std::filesystem::remove(file.string() + suffix, ignored);
  }
}

}  // namespace

class SqliteDraftStore::Parts {
 public:
  Parts(std::unique_ptr<SqliteConnection> connection, const std::filesystem::path& file,
        std::size_t max_waiting)
      : connection_(std::move(connection)),
        readers_([file]() -> std::unique_ptr<Connection> {
          return SqliteConnection::Open(file, kReaderSettings).value_or(nullptr);
        }),
        commits_(max_waiting, [this](std::vector<PendingWrite>& batch) { WriteBatch(batch); }) {}

  ReaderPool& readers() { return readers_; }
  GroupCommit<PendingWrite>& commits() { return commits_; }

  void Push(PendingWrite pending) {
    if (!commits_.TryPush(pending)) {
      pending.done(std::unexpected(StoreError::kBusy));
    }
  }

 private:
  void WriteBatch(std::vector<PendingWrite>& batch) {
    bool cleans_up = false;
    connection_->Begin();
    for (PendingWrite& pending : batch) {
      pending.outcome =
          std::visit([&](const auto& one) { return Write(*connection_, one); }, pending.write);
      cleans_up = cleans_up || std::holds_alternative<EraseIdleDrafts>(pending.write);
    }
    if (!connection_->error()) {
      connection_->Commit();
    }
    const bool failed = connection_->error().has_value();
    connection_->Rollback();
    if (cleans_up) {
      // Erased is erased: no older page of the log keeps what the tables have lost.
      connection_->CheckpointAndTruncate();
    }
    for (PendingWrite& pending : batch) {
      pending.done(failed ? std::unexpected(StoreError::kUnavailable) : pending.outcome);
    }
    connection_->Checkpoint(kCheckpointPages);
  }

  std::unique_ptr<SqliteConnection> connection_;
  ReaderPool readers_;
  GroupCommit<PendingWrite> commits_;  ///< last: its thread uses the others, and ends first
};

std::expected<std::unique_ptr<SqliteDraftStore>, std::string> SqliteDraftStore::Open(
    const DataFolder& folder, std::size_t max_waiting) {
  const std::filesystem::path file = folder.path() / kDraftsFile;
  auto connection = OpenWriter(file);
  if (!connection && connection.error().damaged) {
    // A power cut may leave it so, as it is never synced.
    RemoveFiles(file);
    connection = OpenWriter(file);
  }
  if (!connection) {
    return std::unexpected(std::move(connection).error().reason);
  }
  return std::unique_ptr<SqliteDraftStore>(
      new SqliteDraftStore(std::make_unique<Parts>(*std::move(connection), file, max_waiting)));
}

SqliteDraftStore::SqliteDraftStore(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

SqliteDraftStore::~SqliteDraftStore() = default;

std::expected<std::optional<casework::StoredDraft>, StoreError> SqliteDraftStore::Load(
    base::ByteView id, base::UtcTime now) {
  auto found = parts_->readers().With([&](Connection& database) {
    std::optional<casework::StoredDraft> draft;
    Cursor cursor = database.Query(kLoad, {id, OldestOf(now)});
    if (cursor.Next()) {
      RowReader row(cursor);
      draft = casework::StoredDraft{.sealed = row.Bytes(), .version = row.Count()};
    }
    return draft;
  });
  if (!found) {
    return std::unexpected(StoreError::kUnavailable);
  }
  return *std::move(found);
}

void SqliteDraftStore::Save(base::Bytes id, std::uint64_t expected_version, base::Bytes sealed,
                            base::UtcTime now, Done done) {
  parts_->Push({.write = SaveDraft{std::move(id), expected_version, std::move(sealed), now},
                .done = std::move(done)});
}

void SqliteDraftStore::Erase(base::Bytes id, Done done) {
  parts_->Push({.write = EraseDraft{std::move(id)}, .done = std::move(done)});
}

void SqliteDraftStore::EraseIdle(base::UtcTime before, Done done) {
  parts_->Push({.write = EraseIdleDrafts{before}, .done = std::move(done)});
}

Statistics SqliteDraftStore::statistics() const { return parts_->commits().statistics(); }

}  // namespace safety::store
