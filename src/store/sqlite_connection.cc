#include "store/sqlite_connection.h"

#include <sqlite3.h>

namespace safety::store {
namespace {

constexpr Sql kBegin{"BEGIN IMMEDIATE"};
constexpr Sql kCommit{"COMMIT"};
constexpr Sql kQuickCheck{"PRAGMA quick_check(1)"};

// The log is cut back to this after a burst has let it grow.
constexpr std::int64_t kLogBytes = std::int64_t{64} << 20;

std::string PragmasFor(const SqliteSettings& settings) {
  const auto number = [](auto value) { return std::to_string(value); };
  std::string pragmas = "PRAGMA busy_timeout = " + number(settings.busy_timeout.count()) +
                        "; PRAGMA cache_size = -" + number(settings.cache_kibibytes) +
                        "; PRAGMA wal_autocheckpoint = 0; PRAGMA temp_store = MEMORY;";
  if (settings.access == SqliteSettings::Access::kRead) {
    return pragmas + "PRAGMA query_only = ON;";
  }
  const bool synced = settings.durability == SqliteSettings::Durability::kSynced;
  pragmas += "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON;";
  pragmas += "PRAGMA foreign_keys = ON; PRAGMA journal_size_limit = " + number(kLogBytes) + ";";
  pragmas += synced ? "PRAGMA synchronous = FULL;" : "PRAGMA synchronous = OFF;";
  if (settings.max_pages > 0) {
    pragmas += "PRAGMA max_page_count = " + number(settings.max_pages) + ";";
  }
  return pragmas;
}

bool IsDamage(int result) {
  return (result & 0xff) == SQLITE_NOTADB || (result & 0xff) == SQLITE_CORRUPT;
}

std::string ReasonOf(int result, const std::string& message) {
  if (IsDamage(result)) {
    return "it is damaged or is no SQLite database (" + message + "): restore it from a backup";
  }
  if ((result & 0xff) == SQLITE_BUSY) {
    return "another program holds it locked: end that program first";
  }
  return message;
}

}  // namespace

void SqliteConnection::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

std::expected<std::unique_ptr<SqliteConnection>, OpenFault> SqliteConnection::Open(
    const std::filesystem::path& file, const SqliteSettings& settings) {
  const bool writes = settings.access == SqliteSettings::Access::kWrite;
  const int flags = SQLITE_OPEN_NOMUTEX |
                    (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
  sqlite3* database = nullptr;
  int result = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
  std::unique_ptr<SqliteConnection> connection(new SqliteConnection(database));
  if (result == SQLITE_OK) {
    sqlite3_extended_result_codes(database, 1);
    // A reader that is last to leave must not checkpoint either.
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, writes ? 0 : 1, nullptr);
    result = sqlite3_exec(database, PragmasFor(settings).c_str(), nullptr, nullptr, nullptr);
  }
  if (result == SQLITE_OK) {
    // The pragmas do not look into the file; this does.
    result =
        sqlite3_exec(database, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
  }
  if (result != SQLITE_OK) {
    return std::unexpected(OpenFault{
        file.string() + " cannot be opened: " + ReasonOf(result, sqlite3_errmsg(database)),
        IsDamage(result)});
  }
  sqlite3_wal_hook(
      database,
      [](void* self, sqlite3*, const char*, int pages) {
        static_cast<SqliteConnection*>(self)->log_pages_ = pages;
        return SQLITE_OK;
      },
      connection.get());
  return connection;
}

SqliteConnection::~SqliteConnection() = default;

void SqliteConnection::Begin() { Run(kBegin); }

void SqliteConnection::Commit() { Run(kCommit); }

void SqliteConnection::Undo() {
  // Some failures, a full disk among them, have ended the transaction already.
  if (sqlite3_get_autocommit(database_.get()) == 0) {
    sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

bool SqliteConnection::Execute(const char* script) {
  return sqlite3_exec(database_.get(), script, nullptr, nullptr, nullptr) == SQLITE_OK;
}

bool SqliteConnection::IsSound() {
  Cursor cursor = Query(kQuickCheck);
  return cursor.Next() && cursor.row().Text(0) == "ok" && !error();
}

std::string SqliteConnection::message() const { return sqlite3_errmsg(database_.get()); }

void SqliteConnection::Checkpoint(int min_log_pages) {
  if (log_pages_ < pages_checkpointed_) {
    pages_checkpointed_ = 0;  // everything had been copied: the log began anew
  }
  if (log_pages_ - pages_checkpointed_ < min_log_pages) {
    return;
  }
  sqlite3_wal_checkpoint_v2(database_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  pages_checkpointed_ = log_pages_;
}

void SqliteConnection::CheckpointAndTruncate() {
  sqlite3_wal_checkpoint_v2(database_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

Statement* SqliteConnection::Prepare(const Sql& sql) {
  auto& statement = statements_[&sql];
  if (statement == nullptr) {
    statement = SqliteStatement::Prepare(*database_, sql);
  }
  return statement.get();
}

}  // namespace safety::store
