#pragma once

#include <expected>
#include <optional>
#include <span>

#include "casework/store.h"
#include "store/connection.h"
#include "store/journal_chain.h"

namespace safety::store {

/// A transaction that waits for its commit, and what became of it.
struct PendingTransaction {
  casework::Transaction transaction;
  casework::Store::Done done;
  std::expected<casework::Committed, casework::StoreError> outcome{};
};

/// Writes many of the Store's transactions in one database transaction, on any database. Each of
/// them is written whole or not at all, whatever becomes of its neighbours; when the commit fails,
/// none of them is. Used by the one thread that writes.
class BatchWriter {
 public:
  explicit BatchWriter(Connection& database) : database_(database) {}

  /// Sets every `outcome`; leaves `done` to the caller. What it says is durable.
  void Write(std::span<PendingTransaction> batch);

 private:
  enum class Isolation { kNone, kSavepoints };
  enum class Attempt { kDone, kNeedsSavepoints };

  /// What has to go back when one transaction is undone within the batch.
  struct Progress {
    JournalChain chain;
    std::int64_t open_cases = 0;  ///< how many more, or fewer, than before the batch
    bool wrote = false;           ///< the present transaction has changed something
  };
  enum class Step { kApplied, kRepeated, kConflict };

  Attempt TryWrite(std::span<PendingTransaction> batch, Isolation isolation);
  Step ApplyAll(const casework::Transaction& transaction, Progress& progress,
                casework::Committed& committed);
  Step Apply(const casework::NewCase& change, Progress& progress, casework::Committed& committed);
  Step Apply(const casework::CaseChange& change, Progress& progress,
             casework::Committed& committed);
  Step Apply(const casework::NewTeamKey& change, Progress& progress,
             casework::Committed& committed);
  Step Apply(const casework::KeyGrant& change, Progress& progress, casework::Committed& committed);
  Step Apply(const casework::NewAccount& change, Progress& progress,
             casework::Committed& committed);
  Step Apply(const casework::NewInvitation& change, Progress& progress,
             casework::Committed& committed);
  Step Apply(const casework::SpendInvitation& change, Progress& progress,
             casework::Committed& committed);
  Step Apply(const casework::NewSession& change, Progress& progress,
             casework::Committed& committed);
  Step Apply(const casework::TouchSession& change, Progress& progress,
             casework::Committed& committed);
  Step Apply(const casework::EndSession& change, Progress& progress,
             casework::Committed& committed);

  /// Runs what changes one row; false when it changed none.
  bool ChangesRow(Progress& progress, const Sql& sql, std::initializer_list<Value> values);

  Connection& database_;
};

}  // namespace safety::store
