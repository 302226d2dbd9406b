#pragma once

#include <optional>
#include <string>
#include <utility>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/reference.h"
#include "safeguarding/vocabulary.h"
#include "store/connection.h"
#include "vault/keys.h"

namespace safety::store {

/// Takes the columns of a cursor's present row from left to right as what they mean. A value that
/// cannot be one (a damaged file) fails the connection with kUnavailable.
class RowReader {
 public:
  explicit RowReader(const Cursor& cursor) : cursor_(cursor) {}

  std::int64_t Integer() { return cursor_.row().Integer(next_++); }
  std::uint64_t Count() { return Whole<std::uint64_t>(); }
  std::uint32_t Epoch() { return Whole<std::uint32_t>(); }
  bool Flag() { return Integer() != 0; }
  base::UtcTime Time() { return base::FromMicroseconds(Integer()); }
  /// Views hold until the cursor moves.
  std::string_view TextView() { return cursor_.row().Text(next_++); }
  std::string Text() { return std::string(TextView()); }
  base::ByteView View() { return cursor_.row().Blob(next_++); }
  base::Bytes Bytes() {
    const base::ByteView view = View();
    return {view.begin(), view.end()};
  }

  template <class Id>
  Id Name() {
    return OrFail(Id::FromBytes(View()), Id());
  }

  template <class Id>
  std::optional<Id> OptionalName() {
    return SkipNull() ? std::nullopt : std::optional(Name<Id>());
  }

  std::optional<base::ByteView> OptionalView() {
    return SkipNull() ? std::nullopt : std::optional(View());
  }

  /// An id of the vocabulary.
  template <class Enum>
  Enum Word() {
    return OrFail(safeguarding::Parse<Enum>(TextView()), Enum());
  }

  base::Reference Reference() {
    return OrFail(base::Reference::Parse(TextView()), base::Reference::FromSeed(base::Bytes(16)));
  }

  vault::PublicKey Key() { return OrFail(vault::PublicKey::FromBytes(View()), vault::PublicKey()); }

 private:
  bool SkipNull() {
    const bool null = cursor_.row().IsNull(next_);
    next_ += null ? 1 : 0;
    return null;
  }

  template <class Number>
  Number Whole() {
    const std::int64_t value = Integer();
    return OrFail(
        std::in_range<Number>(value) ? std::optional(static_cast<Number>(value)) : std::nullopt,
        Number());
  }

  template <class Result, class T>
  T OrFail(Result result, T otherwise) {
    if (!result) {
      cursor_.connection().Fail(DatabaseError::kUnavailable);
      return otherwise;
    }
    return *std::move(result);
  }

  const Cursor& cursor_;
  int next_ = 0;
};

}  // namespace safety::store
