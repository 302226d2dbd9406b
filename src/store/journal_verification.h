#pragma once

#include <cstdint>
#include <expected>
#include <filesystem>
#include <string>

#include "base/bytes.h"

namespace safety::store {

struct VerifiedJournal {
  std::uint64_t entries;
  base::Bytes head;  ///< the last entry's digest; the genesis of an empty journal
};

struct FirstBadEntry {
  std::uint64_t sequence;  ///< 0: the journal could not be read at all
  std::string reason;      ///< a sentence for the operator; quotes nothing of an entry
};

/// Recomputes the whole chain of the journal in the data folder `path`, and the hash of every
/// payload that has not been erased. Reads only, entry by entry, and may run beside a server.
[[nodiscard]] std::expected<VerifiedJournal, FirstBadEntry> VerifyJournal(
    const std::filesystem::path& path);

}  // namespace safety::store
