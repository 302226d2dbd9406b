#include "store/sqlite_statement.h"

#include <sqlite3.h>

#include <string>

#include "base/check.h"

namespace safety::store {
namespace {

/// Passes the alternative that a Value holds to SQLite.
struct Binder {
  sqlite3_stmt* statement;
  int parameter;
  sqlite3_destructor_type destructor;

  int operator()(std::nullptr_t) const { return sqlite3_bind_null(statement, parameter); }
  int operator()(std::int64_t value) const {
    return sqlite3_bind_int64(statement, parameter, value);
  }
  // SQLite takes a null pointer for NULL, and an empty view may hold one.
  int operator()(std::string_view text) const {
    return sqlite3_bind_text64(statement, parameter, text.empty() ? "" : text.data(), text.size(),
                               destructor, SQLITE_UTF8);
  }
  int operator()(base::ByteView bytes) const {
    return bytes.empty()
               ? sqlite3_bind_zeroblob(statement, parameter, 0)
               : sqlite3_bind_blob64(statement, parameter, bytes.data(), bytes.size(), destructor);
  }
};

bool ParametersAreInOrder(sqlite3_stmt* statement) {
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
    const char* const name = sqlite3_bind_parameter_name(statement, i);
    if (name == nullptr || name != "$" + std::to_string(i)) {
      return false;
    }
  }
  return true;
}

}  // namespace

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

std::unique_ptr<SqliteStatement> SqliteStatement::Prepare(sqlite3& database, const Sql& sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(&database, sql.text, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) !=
      SQLITE_OK) {
    return nullptr;
  }
  base::Check(ParametersAreInOrder(statement), "a statement's parameters appear as $1, $2, $3");
  return std::unique_ptr<SqliteStatement>(new SqliteStatement(statement));
}

void SqliteStatement::Bind(int parameter, const Value& value, Lifetime lifetime) {
  const auto destructor = lifetime == Lifetime::kMustCopy ? SQLITE_TRANSIENT : SQLITE_STATIC;
  const int result = std::visit(Binder{statement_.get(), parameter, destructor}, value);
  base::Check(result != SQLITE_RANGE && result != SQLITE_MISUSE,
              "a statement is given the parameters that it has");
}

Statement::Step SqliteStatement::Next() {
  switch (sqlite3_step(statement_.get()) & 0xff) {
    case SQLITE_ROW:
      return Step::kRow;
    case SQLITE_DONE:
      return Step::kDone;
    case SQLITE_CONSTRAINT:
      return Step::kConstraint;
    default:
      return Step::kUnavailable;
  }
}

void SqliteStatement::Reset() {
  sqlite3_reset(statement_.get());
  // Bound views end with the call that gave them.
  sqlite3_clear_bindings(statement_.get());
}

std::int64_t SqliteStatement::changed() const {
  return sqlite3_changes64(sqlite3_db_handle(statement_.get()));
}

bool SqliteStatement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::int64_t SqliteStatement::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view SqliteStatement::Text(int column) const { return base::AsText(Blob(column)); }

base::ByteView SqliteStatement::Blob(int column) const {
  const auto* const data =
      static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return {data, data == nullptr ? 0 : static_cast<std::size_t>(size)};
}

}  // namespace safety::store
