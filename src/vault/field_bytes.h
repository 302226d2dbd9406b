#pragma once

#include <cstdint>

#include "base/bytes.h"

namespace safety::vault {

/// The one encoding of several fields as bytes: each is preceded by its length, so that no two
/// different lists of fields are the same bytes. Internal to this room.
class FieldBytes {
 public:
  FieldBytes& Add(base::ByteView field);
  /// Eight bytes, little end first.
  FieldBytes& Add(std::uint64_t number);
  [[nodiscard]] const base::Bytes& bytes() const { return bytes_; }

 private:
  base::Bytes bytes_;
};

}  // namespace safety::vault
