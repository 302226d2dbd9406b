#pragma once

#include <cstdint>

#include "base/bytes.h"
#include "casework/store.h"
#include "store/connection.h"

namespace safety::store {

/// The end of the journal, within one open database transaction: appends entries and chains their
/// digests. A copy remembers where the chain ended, to go back there with the database.
class JournalChain {
 public:
  /// Reads where the journal ends now.
  explicit JournalChain(Connection& database);

  /// Gives `entry` the next sequence and writes it. An error is the connection's.
  void Append(Connection& database, const casework::NewEntry& entry);

 private:
  std::uint64_t sequence_ = 0;
  base::Bytes digest_;
};

}  // namespace safety::store
