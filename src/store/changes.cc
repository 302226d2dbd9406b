
#include "base/check.h"
#include "safeguarding/vocabulary.h"
#include "store/batch_writer.h"
#include "store/queries.h"
#include "store/row_reader.h"
#include "store/statements.h"

// What each kind of change does to the tables. A guard comes before what it guards, so that a
// conflict is mostly found before anything of the transaction is written.
namespace safety::store {
namespace {

using safeguarding::CaseStatus;
using safeguarding::IdOf;

// 29^9 references: not even two in a row are taken in a centre's lifetime.
constexpr std::uint8_t kReferenceTries = 100;

base::Reference ReferenceFor(const casework::NewCase& change, std::uint8_t attempt) {
  if (attempt == 0) {
    return base::Reference::FromSeed(change.reference_seed);
  }
  base::Bytes seed = change.reference_seed;
  seed.push_back(attempt);
  return base::Reference::FromSeed(vault::Fingerprint(seed));
}

bool IsOpen(CaseStatus status) {
  return status != CaseStatus::kClosed && status != CaseStatus::kMerged &&
         status != CaseStatus::kTransferred;
}

Value OrNull(const std::optional<base::AccountId>& account) {
  return account ? Value(account->bytes()) : Value(nullptr);
}

}  // namespace

BatchWriter::Step BatchWriter::Apply(const casework::NewCase& change, Progress& progress,
                                     casework::Committed& committed) {
  for (std::uint8_t attempt = 0; attempt < kReferenceTries && !database_.error(); ++attempt) {
    const base::Reference reference = ReferenceFor(change, attempt);
    if (ChangesRow(progress, sql::kInsertCase,
                   {change.id.bytes(), change.submission, reference.text(), IdOf(CaseStatus::kNew),
                    IdOf(change.remit), IdOf(change.priority), IdOf(change.priority),
                    IdOf(change.audience), IdOf(change.nation), change.language,
                    base::ToMicroseconds(change.received), base::ToMicroseconds(change.answer_by),
                    change.sealed_summary})) {
      progress.open_cases += 1;
      committed.receipt = casework::Receipt{.case_id = change.id,
                                            .reference = reference,
                                            .received = change.received,
                                            .answer_by = change.answer_by,
                                            .priority = change.priority,
                                            .audience = change.audience};
      return ChangesRow(progress, sql::kInsertMailbox,
                        {change.mailbox_id, change.id.bytes(), change.mailbox_key.bytes()})
                 ? Step::kApplied
                 : Step::kConflict;
    }
    committed.receipt = queries::FindSubmission(database_, change.submission);
    if (committed.receipt) {
      committed.receipt->repeated = true;
      return Step::kRepeated;
    }
    if (!database_.Query(sql::kIsReferenceTaken, {reference.text()}).Next()) {
      break;
    }
  }
  return Step::kConflict;
}

BatchWriter::Step BatchWriter::Apply(const casework::CaseChange& change, Progress& progress,
                                     casework::Committed&) {
  std::int64_t open_before = 0;
  {
    Cursor current = database_.Query(
        sql::kCaseStatus, {change.id.bytes(), static_cast<std::int64_t>(change.expected_version)});
    if (!current.Next()) {
      return Step::kConflict;
    }
    open_before = IsOpen(RowReader(current).Word<CaseStatus>()) ? 1 : 0;
  }
  progress.open_cases += (IsOpen(change.status) ? 1 : 0) - open_before;
  return ChangesRow(progress, sql::kChangeCase,
                    {IdOf(change.status), OrNull(change.assignee), change.id.bytes()})
             ? Step::kApplied
             : Step::kConflict;
}

BatchWriter::Step BatchWriter::Apply(const casework::NewTeamKey& change, Progress& progress,
                                     casework::Committed&) {
  return ChangesRow(progress, sql::kInsertTeamKey,
                    {std::int64_t{change.epoch}, change.key.bytes(), change.sealed_to_recovery})
             ? Step::kApplied
             : Step::kConflict;
}

BatchWriter::Step BatchWriter::Apply(const casework::KeyGrant& change, Progress& progress,
                                     casework::Committed&) {
  return ChangesRow(progress, sql::kGrantKey,
                    {change.account.bytes(), std::int64_t{change.epoch}, change.sealed})
             ? Step::kApplied
             : Step::kConflict;
}

BatchWriter::Step BatchWriter::Apply(const casework::NewAccount& change, Progress& progress,
                                     casework::Committed&) {
  return ChangesRow(
             progress, sql::kInsertAccount,
             {change.id.bytes(), change.name, queries::FoldName(change.name), IdOf(change.role),
              change.key.bytes(), change.wrapped_key, change.second_factor,
              static_cast<std::int64_t>(change.last_counter), OrNull(change.invited_by)})
             ? Step::kApplied
             : Step::kConflict;
}

BatchWriter::Step BatchWriter::Apply(const casework::NewInvitation& change, Progress& progress,
                                     casework::Committed&) {
  const std::string folded = queries::FoldName(change.name);
  if (database_.Query(sql::kIsAccountName, {folded}).Next()) {
    return Step::kConflict;
  }
  ChangesRow(progress, sql::kForgetExpiredInvitation, {folded, base::ToMicroseconds(change.at)});
  return ChangesRow(progress, sql::kInsertInvitation,
                    {change.id, change.name, folded, IdOf(change.role), change.invited_by.bytes(),
                     base::ToMicroseconds(change.expires)})
             ? Step::kApplied
             : Step::kConflict;
}

BatchWriter::Step BatchWriter::Apply(const casework::SpendInvitation& change, Progress& progress,
                                     casework::Committed&) {
  return ChangesRow(progress, sql::kSpendInvitation, {change.id, base::ToMicroseconds(change.at)})
             ? Step::kApplied
             : Step::kConflict;
}

BatchWriter::Step BatchWriter::Apply(const casework::NewSession& change, Progress& progress,
                                     casework::Committed&) {
  const bool spent =
      ChangesRow(progress, sql::kSpendCounter,
                 {static_cast<std::int64_t>(change.second_factor_counter), change.account.bytes()});
  return spent && ChangesRow(progress, sql::kInsertSession,
                             {change.id, change.account.bytes(), change.wrapped_key,
                              base::ToMicroseconds(change.created)})
             ? Step::kApplied
             : Step::kConflict;
}

BatchWriter::Step BatchWriter::Apply(const casework::TouchSession& change, Progress& progress,
                                     casework::Committed&) {
  ChangesRow(progress, sql::kTouchSession, {base::ToMicroseconds(change.seen), change.id});
  return Step::kApplied;
}

BatchWriter::Step BatchWriter::Apply(const casework::EndSession& change, Progress& progress,
                                     casework::Committed&) {
  ChangesRow(progress, sql::kEndSession, {change.id});
  return Step::kApplied;
}

}  // namespace safety::store
