#include "store/migration.h"

namespace safety::store {
namespace {

constexpr Sql kMakeVersions{R"sql(
  CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL PRIMARY KEY,
                                             name TEXT NOT NULL)
)sql"};
constexpr Sql kReadVersion{"SELECT coalesce(max(version), 0) FROM schema_version"};
constexpr Sql kNoteVersion{"INSERT INTO schema_version (version, name) VALUES ($1, $2)"};

std::int64_t ReadVersion(SqliteConnection& database) {
  Cursor cursor = database.Query(kReadVersion);
  return cursor.Next() ? cursor.row().Integer(0) : 0;
}

/// Nothing when it went well.
std::expected<void, std::string> Failure(SqliteConnection& database) {
  if (!database.error()) {
    return {};
  }
  std::string reason = database.message();
  database.Rollback();
  return std::unexpected(std::move(reason));
}

std::expected<void, std::string> Apply(SqliteConnection& database, const Migration& migration) {
  database.Begin();
  if (!database.error() && !database.Execute(migration.script)) {
    database.Fail(DatabaseError::kUnavailable);
  }
  database.Run(kNoteVersion, {migration.version, migration.name});
  if (!database.error()) {
    database.Commit();
  }
  return Failure(database);
}

}  // namespace

std::expected<void, std::string> Migrate(SqliteConnection& database,
                                         std::span<const Migration> migrations) {
  database.Run(kMakeVersions);
  const std::int64_t version = ReadVersion(database);
  if (auto read = Failure(database); !read) {
    return read;
  }
  const std::int64_t newest = migrations.empty() ? 0 : migrations.back().version;
  if (version > newest) {
    return std::unexpected("its schema is version " + std::to_string(version) +
                           ", and this program knows only up to " + std::to_string(newest) +
                           ": use the newer program that made it");
  }
  for (const Migration& migration : migrations) {
    if (migration.version <= version) {
      continue;
    }
    if (auto applied = Apply(database, migration); !applied) {
      return std::unexpected("migration " + std::string(migration.name) +
                             " failed: " + applied.error());
    }
  }
  return {};
}

}  // namespace safety::store
