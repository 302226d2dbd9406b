#pragma once

#include <cstddef>
#include <filesystem>

#include "casework/store.h"
#include "vault/keys.h"

namespace safety::bench {

/// How many payloads of `bytes` the vault seals in a second on `threads` threads, each under a data
/// key of its own: what no submission can go past.
[[nodiscard]] double SealsPerSecond(const vault::PublicKey& key, std::size_t bytes,
                                    std::size_t threads);

/// How many rows of `bytes` a plain SQLite file takes in a second (WAL, synchronous=FULL, 8 kB
/// pages) in transactions of `batch` rows: the raw limit of group commit.
[[nodiscard]] double RawRowsPerSecond(const std::filesystem::path& folder, std::size_t bytes,
                                      std::size_t batch);

/// Puts `count` reports into the store, as SubmitReport seals them, in groups.
void Fill(casework::Store& store, const vault::PublicKey& key, std::size_t count);

}  // namespace safety::bench
