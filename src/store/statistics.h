#pragma once

#include <cstdint>

namespace safety::store {

/// What a group commit has done since it was opened.
struct Statistics {
  std::uint64_t transactions = 0;   ///< handed to the database, whatever came of them
  std::uint64_t batches = 0;        ///< database transactions that carried them
  std::uint64_t largest_batch = 0;  ///< the most that one of them carried
};

}  // namespace safety::store
