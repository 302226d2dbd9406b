#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <variant>

#include "base/bytes.h"

namespace safety::store {

/// One statement, in the SQL that every database here understands: `$1`, `$2` … first appear in
/// that order. A constant with an address of its own, by which a connection knows that it has
/// prepared it.
struct Sql {
  const char* text;
};

/// What a parameter is bound to. Only looked at until the call that takes it returns.
using Value = std::variant<std::nullptr_t, std::int64_t, std::string_view, base::ByteView>;

enum class DatabaseError {
  kConstraint,   ///< a key that exists, or a check: this statement alone did nothing
  kUnavailable,  ///< disk full, locked, damaged: nothing more can be done in this transaction
};

/// A prepared statement, as a driver gives it. Used through Connection and Cursor only.
class Statement {
 public:
  enum class Step { kRow, kDone, kConstraint, kUnavailable };
  enum class Lifetime { kOutlivesReset, kMustCopy };

  Statement() = default;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  virtual ~Statement() = default;

  virtual void Bind(int parameter, const Value& value, Lifetime lifetime) = 0;
  virtual Step Next() = 0;
  virtual void Reset() = 0;
  /// Rows that the last completed insert, update or delete changed.
  [[nodiscard]] virtual std::int64_t changed() const = 0;

  // Columns of the present row, counted from 0. Views hold until Next or Reset.
  [[nodiscard]] virtual bool IsNull(int column) const = 0;
  [[nodiscard]] virtual std::int64_t Integer(int column) const = 0;
  [[nodiscard]] virtual std::string_view Text(int column) const = 0;
  [[nodiscard]] virtual base::ByteView Blob(int column) const = 0;
};

class Connection;

/// The rows of one query; frees the statement when it dies. At most one per statement at a time.
class Cursor {
 public:
  Cursor(Connection& connection, Statement* statement)
      : connection_(connection), statement_(statement) {}
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  ~Cursor();

  /// False at the end, and when it failed: ask the connection which.
  bool Next();
  [[nodiscard]] const Statement& row() const { return *statement_; }
  [[nodiscard]] Connection& connection() const { return connection_; }

 private:
  Connection& connection_;
  Statement* statement_;  ///< null when the connection had failed before
};

/// One connection to a database: what each driver implements, and no more. One thread at a time.
///
/// The first error sticks: later calls do nothing until it is cleared, so that callers run what
/// they have to run and ask once.
class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  /// Starts a transaction that writes; waits its turn.
  virtual void Begin() = 0;
  /// Durable when it returns without an error.
  virtual void Commit() = 0;
  /// Undoes the open transaction, if there is one. Clears the error.
  void Rollback();

  /// Runs `sql` to its end; gives how many rows it changed, 0 when it failed.
  std::int64_t Run(const Sql& sql, std::initializer_list<Value> values = {});
  /// Starts `sql`; rows come from the cursor.
  [[nodiscard]] Cursor Query(const Sql& sql, std::initializer_list<Value> values = {});

  [[nodiscard]] std::optional<DatabaseError> error() const { return error_; }
  void Fail(DatabaseError error);
  void ClearError() { error_.reset(); }

 protected:
  /// The statement, prepared and reset; null when it cannot be prepared.
  virtual Statement* Prepare(const Sql& sql) = 0;
  virtual void Undo() = 0;

 private:
  Statement* Start(const Sql& sql, std::initializer_list<Value> values,
                   Statement::Lifetime lifetime);

  std::optional<DatabaseError> error_;
};

}  // namespace safety::store
