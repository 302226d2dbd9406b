#include "store/batch_writer.h"

#include "store/statements.h"

namespace safety::store {

void BatchWriter::Write(std::span<PendingTransaction> batch) {
  // Savepoints cost copies of pages. They are needed only when a transaction is refused after it
  // has changed something, which is rare: then the batch is written again with them.
  if (TryWrite(batch, Isolation::kNone) == Attempt::kNeedsSavepoints) {
    TryWrite(batch, Isolation::kSavepoints);
  }
}

BatchWriter::Attempt BatchWriter::TryWrite(std::span<PendingTransaction> batch,
                                           Isolation isolation) {
  database_.Begin();
  Progress progress{.chain = JournalChain(database_)};
  for (PendingTransaction& pending : batch) {
    if (database_.error()) {
      break;
    }
    const Progress before = progress;
    progress.wrote = false;
    if (isolation == Isolation::kSavepoints) {
      database_.Run(sql::kSavepoint);
    }
    casework::Committed committed;
    const Step step = ApplyAll(pending.transaction, progress, committed);
    if (step != Step::kApplied && progress.wrote) {
      if (isolation == Isolation::kNone) {
        database_.Rollback();
        return Attempt::kNeedsSavepoints;
      }
      database_.Run(sql::kUndoSavepoint);
    }
    if (isolation == Isolation::kSavepoints) {
      database_.Run(sql::kKeepSavepoint);
    }
    if (step != Step::kApplied) {
      progress = before;
    }
    if (step == Step::kConflict) {
      pending.outcome = std::unexpected(casework::StoreError::kConflict);
    } else {
      pending.outcome = std::move(committed);
    }
  }
  if (progress.open_cases != 0) {
    database_.Run(sql::kAddToTally, {progress.open_cases, sql::kOpenCases});
  }
  if (!database_.error()) {
    database_.Commit();
  }
  if (database_.error()) {
    database_.Rollback();
    for (PendingTransaction& pending : batch) {
      pending.outcome = std::unexpected(casework::StoreError::kUnavailable);
    }
  }
  return Attempt::kDone;
}

BatchWriter::Step BatchWriter::ApplyAll(const casework::Transaction& transaction,
                                        Progress& progress, casework::Committed& committed) {
  Step step = Step::kApplied;
  for (const casework::Change& change : transaction.changes) {
    step = std::visit([&](const auto& one) { return Apply(one, progress, committed); }, change);
    if (step != Step::kApplied) {
      break;
    }
  }
  if (step == Step::kApplied) {
    for (const casework::NewEntry& entry : transaction.entries) {
      progress.chain.Append(database_, entry);
    }
    progress.wrote = progress.wrote || !transaction.entries.empty();
  }
  if (database_.error() == DatabaseError::kConstraint) {
    // Some databases refuse the rest of a transaction after this: undone as if it had written.
    database_.ClearError();
    progress.wrote = true;
    return Step::kConflict;
  }
  return step;
}

bool BatchWriter::ChangesRow(Progress& progress, const Sql& sql,
                             std::initializer_list<Value> values) {
  const bool changed = database_.Run(sql, values) == 1;
  progress.wrote = progress.wrote || changed;
  return changed;
}

}  // namespace safety::store
