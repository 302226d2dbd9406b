#pragma once

#include <cstdint>
#include <string_view>

#include "base/bytes.h"

namespace safety::vault {

/// One journal row as its digest sees it. The payload counts by its own hash, so that retention may
/// erase it and the chain still verifies.
struct JournalRow {
  std::uint64_t sequence;
  std::int64_t at_microseconds;
  base::ByteView entry_id;
  std::string_view actor;
  std::string_view action;
  base::ByteView subject;
  std::string_view header;
  base::ByteView sealed_hash;  ///< Fingerprint of the payload
};

/// What the first row's digest is chained to: 32 zero bytes.
[[nodiscard]] base::Bytes JournalGenesis();

/// BLAKE2b-256 over the previous digest and this row. Every field is preceded by its length, so no
/// two different rows are the same bytes.
[[nodiscard]] base::Bytes JournalDigest(base::ByteView previous, const JournalRow& row);

}  // namespace safety::vault
