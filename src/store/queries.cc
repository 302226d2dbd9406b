#include "store/queries.h"

#include <limits>
#include <utility>

#include "store/row_reader.h"
#include "store/statements.h"

namespace safety::store::queries {
namespace {

// Members of an aggregate are read in the order they are written, which is that of the columns.

casework::CaseRow ReadCase(const Cursor& cursor) {
  RowReader row(cursor);
  return {.id = row.Name<base::CaseId>(),
          .reference = row.Reference(),
          .status = row.Word<safeguarding::CaseStatus>(),
          .remit = row.Word<safeguarding::Remit>(),
          .priority = row.Word<safeguarding::Priority>(),
          .computed_priority = row.Word<safeguarding::Priority>(),
          .audience = row.Word<safeguarding::Audience>(),
          .nation = row.Word<safeguarding::Nation>(),
          .language = row.Text(),
          .received = row.Time(),
          .answer_by = row.Time(),
          .assignee = row.OptionalName<base::AccountId>(),
          .assignee_name = row.Text(),
          .sealed_summary = row.Bytes(),
          .version = row.Count()};
}

casework::Account ReadAccount(const Cursor& cursor) {
  RowReader row(cursor);
  return {.id = row.Name<base::AccountId>(),
          .name = row.Text(),
          .role = row.Word<safeguarding::Role>(),
          .key = row.Key(),
          .wrapped_key = row.Bytes(),
          .second_factor = row.Bytes(),
          .last_counter = row.Count(),
          .disabled = row.Flag(),
          .invited_by = row.OptionalName<base::AccountId>()};
}

casework::Invitation ReadInvitation(const Cursor& cursor) {
  RowReader row(cursor);
  return {.id = row.Bytes(),
          .name = row.Text(),
          .role = row.Word<safeguarding::Role>(),
          .invited_by = row.Name<base::AccountId>(),
          .expires = row.Time()};
}

/// The first row of `cursor`, if there is one.
template <class Read>
auto First(Cursor&& cursor, Read read) -> std::optional<decltype(read(cursor))> {
  if (!cursor.Next()) {
    return std::nullopt;
  }
  return read(cursor);
}

template <class Read>
auto All(Cursor&& cursor, Read read) -> std::vector<decltype(read(cursor))> {
  std::vector<decltype(read(cursor))> rows;
  while (cursor.Next()) {
    rows.push_back(read(cursor));
  }
  return rows;
}

/// As a database counts. More rows than it can hold are no rows more.
std::int64_t Bounded(std::size_t count) {
  constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
  return std::in_range<std::int64_t>(count) ? static_cast<std::int64_t>(count) : kMost;
}

std::size_t ReadCount(const Cursor& cursor) {
  return static_cast<std::size_t>(RowReader(cursor).Count());
}

}  // namespace

std::optional<casework::Receipt> FindSubmission(Connection& database, base::ByteView submission) {
  return First(database.Query(sql::kFindSubmission, {submission}), [](const Cursor& cursor) {
    RowReader row(cursor);
    return casework::Receipt{.case_id = row.Name<base::CaseId>(),
                             .reference = row.Reference(),
                             .received = row.Time(),
                             .answer_by = row.Time(),
                             .priority = row.Word<safeguarding::Priority>(),
                             .audience = row.Word<safeguarding::Audience>(),
                             .repeated = true};
  });
}

casework::QueueRows ListQueue(Connection& database, const casework::QueueQuery& query) {
  const std::int64_t limit = Bounded(query.limit);
  const std::int64_t offset = Bounded(query.offset);
  if (!query.assignee) {
    return {
        .rows = All(database.Query(sql::kQueuePage, {limit, offset}), ReadCase),
        .total = First(database.Query(sql::kReadTally, {sql::kOpenCases}), ReadCount).value_or(0)};
  }
  const base::ByteView assignee = query.assignee->bytes();
  return {.rows = All(database.Query(sql::kAssignedPage, {assignee, limit, offset}), ReadCase),
          .total = First(database.Query(sql::kCountAssigned, {assignee}), ReadCount).value_or(0)};
}

std::optional<casework::CaseRow> FindCase(Connection& database, base::CaseId id) {
  return First(database.Query(sql::kFindCaseById, {id.bytes()}), ReadCase);
}

std::optional<casework::CaseRow> FindCase(Connection& database, const base::Reference& reference) {
  return First(database.Query(sql::kFindCaseByReference, {reference.text()}), ReadCase);
}

std::vector<casework::Entry> ListEntries(Connection& database, base::CaseId id) {
  return All(database.Query(sql::kListEntries, {id.bytes()}), [](const Cursor& cursor) {
    RowReader row(cursor);
    return casework::Entry{.sequence = row.Count(),
                           .id = row.Name<base::EntryId>(),
                           .at = row.Time(),
                           .actor = row.Text(),
                           .action = row.Text(),
                           .header = row.Text(),
                           .sealed = row.Bytes()};
  });
}

std::optional<casework::Account> FindAccount(Connection& database, std::string_view name) {
  return First(database.Query(sql::kFindAccountByName, {FoldName(name)}), ReadAccount);
}

std::optional<casework::Account> FindAccount(Connection& database, base::AccountId id) {
  return First(database.Query(sql::kFindAccountById, {id.bytes()}), ReadAccount);
}

std::vector<casework::Account> ListAccounts(Connection& database) {
  return All(database.Query(sql::kListAccounts), ReadAccount);
}

std::optional<casework::Invitation> FindInvitation(Connection& database, base::ByteView id) {
  return First(database.Query(sql::kFindInvitation, {id}), ReadInvitation);
}

std::vector<casework::Invitation> ListInvitations(Connection& database, base::UtcTime now) {
  return All(database.Query(sql::kListInvitations, {base::ToMicroseconds(now)}), ReadInvitation);
}

std::optional<casework::Session> FindSession(Connection& database, base::ByteView id) {
  return First(database.Query(sql::kFindSession, {id}), [](const Cursor& cursor) {
    RowReader row(cursor);
    return casework::Session{.account = row.Name<base::AccountId>(),
                             .wrapped_key = row.Bytes(),
                             .created = row.Time(),
                             .seen = row.Time()};
  });
}

std::vector<casework::KeyGrant> ListGrants(Connection& database, base::AccountId account) {
  return All(database.Query(sql::kListGrants, {account.bytes()}), [](const Cursor& cursor) {
    RowReader row(cursor);
    return casework::KeyGrant{
        .account = row.Name<base::AccountId>(), .epoch = row.Epoch(), .sealed = row.Bytes()};
  });
}

std::vector<base::AccountId> ListKeyHolders(Connection& database, std::uint32_t epoch) {
  return All(database.Query(sql::kListKeyHolders, {std::int64_t{epoch}}),
             [](const Cursor& cursor) { return RowReader(cursor).Name<base::AccountId>(); });
}

std::optional<casework::TeamKey> CurrentTeamKey(Connection& database) {
  return First(database.Query(sql::kCurrentTeamKey), [](const Cursor& cursor) {
    RowReader row(cursor);
    return casework::TeamKey{.epoch = row.Epoch(), .key = row.Key()};
  });
}

std::string FoldName(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<char>(c - 'A' + 'a');
    }
  }
  return folded;
}

}  // namespace safety::store::queries
