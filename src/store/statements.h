#pragma once

#include "store/connection.h"

/// Every statement of the Store, once, in the SQL that SQLite and PostgreSQL share. An insert that
/// meets a key that exists changes nothing, so that the writer learns of it without an error.
namespace safety::store::sql {

// ---- One transaction among the others of its batch ---------------------------------------------

inline constexpr Sql kSavepoint{"SAVEPOINT one_transaction"};
inline constexpr Sql kKeepSavepoint{"RELEASE SAVEPOINT one_transaction"};
inline constexpr Sql kUndoSavepoint{"ROLLBACK TO SAVEPOINT one_transaction"};

// ---- The journal -------------------------------------------------------------------------------

inline constexpr Sql kJournalHead{R"sql(
  SELECT seq, digest FROM journal ORDER BY seq DESC LIMIT 1
)sql"};

inline constexpr Sql kAppendEntry{R"sql(
  INSERT INTO journal (seq, id, at, actor, action, subject, header, sealed_hash, digest, sealed,
                       case_number)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
          (SELECT number FROM case_file WHERE case_file.id = $6))
)sql"};

inline constexpr Sql kListEntries{R"sql(
  SELECT seq, id, at, actor, action, header, sealed
  FROM journal WHERE case_number = (SELECT number FROM case_file WHERE case_file.id = $1)
  ORDER BY seq
)sql"};

inline constexpr Sql kJournalPage{R"sql(
  SELECT seq, at, id, actor, action, subject, header, sealed_hash, digest, sealed
  FROM journal WHERE seq > $1 ORDER BY seq LIMIT $2
)sql"};

// ---- Cases -------------------------------------------------------------------------------------

inline constexpr Sql kInsertCase{R"sql(
  INSERT INTO case_file (id, submission, reference, status, remit, priority, computed_priority,
                         audience, nation, language, received, answer_by, sealed_summary, version)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1)
  ON CONFLICT DO NOTHING
)sql"};

inline constexpr Sql kInsertMailbox{R"sql(
  INSERT INTO mailbox (id, case_id, public_key) VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING
)sql"};

inline constexpr Sql kFindSubmission{R"sql(
  SELECT id, reference, received, answer_by, computed_priority, audience
  FROM case_file WHERE submission = $1
)sql"};

inline constexpr Sql kIsReferenceTaken{R"sql(
  SELECT 1 FROM case_file WHERE reference = $1
)sql"};

inline constexpr Sql kCaseStatus{R"sql(
  SELECT status FROM case_file WHERE id = $1 AND version = $2
)sql"};

inline constexpr Sql kChangeCase{R"sql(
  UPDATE case_file SET status = $1, assignee = $2, version = version + 1 WHERE id = $3
)sql"};

inline constexpr std::string_view kOpenCases = "open_cases";  // a tally's name

inline constexpr Sql kAddToTally{R"sql(
  UPDATE tally SET value = value + $1 WHERE name = $2
)sql"};

inline constexpr Sql kReadTally{R"sql(
  SELECT value FROM tally WHERE name = $1
)sql"};

inline constexpr Sql kCountAssigned{R"sql(
  SELECT count(*) FROM case_file
  WHERE assignee = $1 AND status NOT IN ('closed', 'merged', 'transferred')
)sql"};

// A page is found in the index alone; only its own rows are read in full.
inline constexpr Sql kQueuePage{R"sql(
  SELECT c.id, c.reference, c.status, c.remit, c.priority, c.computed_priority, c.audience, c.nation,
         c.language, c.received, c.answer_by, c.assignee, a.name, c.sealed_summary, c.version
  FROM (SELECT number FROM case_file
        WHERE status NOT IN ('closed', 'merged', 'transferred')
        ORDER BY priority, answer_by, reference LIMIT $1 OFFSET $2) AS page
  JOIN case_file AS c ON c.number = page.number
  LEFT JOIN account AS a ON a.id = c.assignee
  ORDER BY c.priority, c.answer_by, c.reference
)sql"};

inline constexpr Sql kAssignedPage{R"sql(
  SELECT c.id, c.reference, c.status, c.remit, c.priority, c.computed_priority, c.audience, c.nation,
         c.language, c.received, c.answer_by, c.assignee, a.name, c.sealed_summary, c.version
  FROM (SELECT number FROM case_file
        WHERE assignee = $1 AND status NOT IN ('closed', 'merged', 'transferred')
        ORDER BY priority, answer_by, reference LIMIT $2 OFFSET $3) AS page
  JOIN case_file AS c ON c.number = page.number
  LEFT JOIN account AS a ON a.id = c.assignee
  ORDER BY c.priority, c.answer_by, c.reference
)sql"};

inline constexpr Sql kFindCaseById{R"sql(
  SELECT c.id, c.reference, c.status, c.remit, c.priority, c.computed_priority, c.audience, c.nation,
         c.language, c.received, c.answer_by, c.assignee, a.name, c.sealed_summary, c.version
  FROM case_file AS c LEFT JOIN account AS a ON a.id = c.assignee
  WHERE c.id = $1
)sql"};

inline constexpr Sql kFindCaseByReference{R"sql(
  SELECT c.id, c.reference, c.status, c.remit, c.priority, c.computed_priority, c.audience, c.nation,
         c.language, c.received, c.answer_by, c.assignee, a.name, c.sealed_summary, c.version
  FROM case_file AS c LEFT JOIN account AS a ON a.id = c.assignee
  WHERE c.reference = $1
)sql"};

// ---- Accounts, keys and sessions ---------------------------------------------------------------

inline constexpr Sql kInsertAccount{R"sql(
  INSERT INTO account (id, name, folded_name, role, public_key, wrapped_key, second_factor,
                       last_counter, invited_by)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  ON CONFLICT DO NOTHING
)sql"};

inline constexpr Sql kFindAccountById{R"sql(
  SELECT id, name, role, public_key, wrapped_key, second_factor, last_counter, disabled,
         invited_by
  FROM account WHERE id = $1
)sql"};

inline constexpr Sql kFindAccountByName{R"sql(
  SELECT id, name, role, public_key, wrapped_key, second_factor, last_counter, disabled,
         invited_by
  FROM account WHERE folded_name = $1
)sql"};

inline constexpr Sql kListAccounts{R"sql(
  SELECT id, name, role, public_key, wrapped_key, second_factor, last_counter, disabled,
         invited_by
  FROM account ORDER BY folded_name
)sql"};

inline constexpr Sql kIsAccountName{R"sql(
  SELECT 1 FROM account WHERE folded_name = $1
)sql"};

inline constexpr Sql kForgetExpiredInvitation{R"sql(
  DELETE FROM invitation WHERE folded_name = $1 AND expires <= $2
)sql"};

inline constexpr Sql kInsertInvitation{R"sql(
  INSERT INTO invitation (id, name, folded_name, role, invited_by, expires)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING
)sql"};

inline constexpr Sql kSpendInvitation{R"sql(
  DELETE FROM invitation WHERE id = $1 AND expires > $2
)sql"};

inline constexpr Sql kFindInvitation{R"sql(
  SELECT id, name, role, invited_by, expires FROM invitation WHERE id = $1
)sql"};

inline constexpr Sql kListInvitations{R"sql(
  SELECT id, name, role, invited_by, expires FROM invitation WHERE expires > $1 ORDER BY folded_name
)sql"};

inline constexpr Sql kInsertTeamKey{R"sql(
  INSERT INTO team_key (epoch, public_key, sealed_to_recovery) VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING
)sql"};

inline constexpr Sql kCurrentTeamKey{R"sql(
  SELECT epoch, public_key FROM team_key ORDER BY epoch DESC LIMIT 1
)sql"};

inline constexpr Sql kGrantKey{R"sql(
  INSERT INTO key_grant (account, epoch, sealed) VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING
)sql"};

inline constexpr Sql kListGrants{R"sql(
  SELECT account, epoch, sealed FROM key_grant WHERE account = $1 ORDER BY epoch
)sql"};

inline constexpr Sql kListKeyHolders{R"sql(
  SELECT account FROM key_grant WHERE epoch = $1
)sql"};

// Changes nothing when this code, or a later one, has been spent.
inline constexpr Sql kSpendCounter{R"sql(
  UPDATE account SET last_counter = $1 WHERE id = $2 AND last_counter < $1 AND disabled = 0
)sql"};

inline constexpr Sql kInsertSession{R"sql(
  INSERT INTO session (id, account, wrapped_key, created, seen) VALUES ($1, $2, $3, $4, $4)
  ON CONFLICT DO NOTHING
)sql"};

inline constexpr Sql kFindSession{R"sql(
  SELECT account, wrapped_key, created, seen FROM session WHERE id = $1
)sql"};

inline constexpr Sql kTouchSession{R"sql(
  UPDATE session SET seen = $1 WHERE seen < $1 AND id = $2
)sql"};

inline constexpr Sql kEndSession{R"sql(
  DELETE FROM session WHERE id = $1
)sql"};

}  // namespace safety::store::sql
