#pragma once

#include <expected>
#include <span>
#include <string>

#include "store/sqlite_connection.h"

namespace safety::store {

/// One step of the schema: the text of migrations/NNNN_name/sqlite.sql.
struct Migration {
  std::int64_t version;  ///< NNNN
  const char* name;
  const char* script;
};

/// All steps, in order, without gaps from 1. Built in, so that a binary always has its own.
[[nodiscard]] std::span<const Migration> SqliteMigrations();

/// Brings the database to the last of `migrations`, each step in a transaction of its own that also
/// notes it in `schema_version`. Refuses a database that a newer program has made. The reason is a
/// clause for the operator.
[[nodiscard]] std::expected<void, std::string> Migrate(SqliteConnection& database,
                                                       std::span<const Migration> migrations);

}  // namespace safety::store
