#include "store/connection.h"

namespace safety::store {

Cursor::~Cursor() {
  if (statement_ != nullptr) {
    statement_->Reset();
  }
}

bool Cursor::Next() {
  if (statement_ == nullptr || connection_.error()) {
    return false;
  }
  switch (statement_->Next()) {
    case Statement::Step::kRow:
      return true;
    case Statement::Step::kDone:
      return false;
    case Statement::Step::kConstraint:
      connection_.Fail(DatabaseError::kConstraint);
      return false;
    case Statement::Step::kUnavailable:
      connection_.Fail(DatabaseError::kUnavailable);
      return false;
  }
  return false;
}

void Connection::Rollback() {
  Undo();
  ClearError();
}

std::int64_t Connection::Run(const Sql& sql, std::initializer_list<Value> values) {
  Statement* const statement = Start(sql, values, Statement::Lifetime::kOutlivesReset);
  Cursor cursor(*this, statement);
  while (cursor.Next()) {
  }
  return statement == nullptr || error_ ? 0 : statement->changed();
}

Cursor Connection::Query(const Sql& sql, std::initializer_list<Value> values) {
  return {*this, Start(sql, values, Statement::Lifetime::kMustCopy)};
}

void Connection::Fail(DatabaseError error) {
  if (!error_) {
    error_ = error;
  }
}

Statement* Connection::Start(const Sql& sql, std::initializer_list<Value> values,
                             Statement::Lifetime lifetime) {
  if (error_) {
    return nullptr;
  }
  Statement* const statement = Prepare(sql);
  if (statement == nullptr) {
    Fail(DatabaseError::kUnavailable);
    return nullptr;
  }
  int parameter = 0;
  for (const Value& value : values) {
    statement->Bind(++parameter, value, lifetime);
  }
  return statement;
}

}  // namespace safety::store
