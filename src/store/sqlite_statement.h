#pragma once

#include <memory>

#include "store/connection.h"

struct sqlite3;
struct sqlite3_stmt;

namespace safety::store {

/// A prepared SQLite statement. Belongs to one connection and dies before it.
class SqliteStatement final : public Statement {
 public:
  /// Null when SQLite refuses the text: the connection's message says why.
  [[nodiscard]] static std::unique_ptr<SqliteStatement> Prepare(sqlite3& database, const Sql& sql);

  void Bind(int parameter, const Value& value, Lifetime lifetime) override;
  Step Next() override;
  void Reset() override;
  [[nodiscard]] std::int64_t changed() const override;
  [[nodiscard]] bool IsNull(int column) const override;
  [[nodiscard]] std::int64_t Integer(int column) const override;
  [[nodiscard]] std::string_view Text(int column) const override;
  [[nodiscard]] base::ByteView Blob(int column) const override;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}

  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace safety::store
