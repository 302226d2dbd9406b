-- The ground floor: one journal, and the state that follows from it.
--
-- Times are UTC in microseconds since 1970. Ids, digests, keys and everything sealed are blobs.
-- Words such as a status are the ids of the shared vocabulary.

-- Append-only. `digest` is chained over the previous digest and this row; the payload counts by
-- `sealed_hash`, so that retention can set `sealed` to NULL and the chain still verifies.
CREATE TABLE journal (
  seq         INTEGER PRIMARY KEY,
  id          BLOB NOT NULL CHECK (length(id) = 16),
  at          INTEGER NOT NULL,
  actor       TEXT NOT NULL,
  action      TEXT NOT NULL,
  subject     BLOB NOT NULL,
  header      TEXT NOT NULL,
  sealed_hash BLOB NOT NULL CHECK (length(sealed_hash) = 32),
  digest      BLOB NOT NULL CHECK (length(digest) = 32),
  case_number INTEGER,  -- the case that `subject` names, when it names one; no part of the digest
  sealed      BLOB
) STRICT;

-- What happened to one case, in order. By number rather than by subject: numbers grow, so new entries
-- share the last page, where random ids would each write a page of their own.
CREATE INDEX journal_case ON journal (case_number, seq) WHERE case_number IS NOT NULL;

CREATE TABLE account (
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name          TEXT NOT NULL,
  folded_name   TEXT NOT NULL UNIQUE,  -- lower case: two names that differ in case only are one
  role          TEXT NOT NULL,
  public_key    BLOB NOT NULL CHECK (length(public_key) = 32),
  wrapped_key   BLOB NOT NULL,
  second_factor BLOB NOT NULL,
  last_counter  INTEGER NOT NULL DEFAULT 0,  -- codes up to this one are spent
  disabled      INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  invited_by    BLOB REFERENCES account (id)  -- who made it; nobody for those of `init`
) STRICT;

-- Accounts to be: gone when they are accepted or withdrawn. `id` is a fingerprint of the code.
CREATE TABLE invitation (
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  name        TEXT NOT NULL,
  folded_name TEXT NOT NULL UNIQUE,
  role        TEXT NOT NULL,
  invited_by  BLOB NOT NULL REFERENCES account (id),
  expires     INTEGER NOT NULL
) STRICT;

CREATE TABLE case_file (
  number            INTEGER PRIMARY KEY,
  id                BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  submission        BLOB NOT NULL UNIQUE CHECK (length(submission) = 32),
  reference         TEXT NOT NULL UNIQUE,
  status            TEXT NOT NULL,
  remit             TEXT NOT NULL,
  priority          TEXT NOT NULL,
  computed_priority TEXT NOT NULL,
  audience          TEXT NOT NULL,
  nation            TEXT NOT NULL,
  language          TEXT NOT NULL,
  received          INTEGER NOT NULL,
  answer_by         INTEGER NOT NULL,
  assignee          BLOB REFERENCES account (id),
  sealed_summary    BLOB NOT NULL,
  version           INTEGER NOT NULL
) STRICT;

-- The queue in the order it is worked through: everybody's open cases, and one advisor's.
CREATE INDEX case_file_queue ON case_file (priority, answer_by, reference)
  WHERE status NOT IN ('closed', 'merged', 'transferred');
CREATE INDEX case_file_assignee ON case_file (assignee, priority, answer_by, reference)
  WHERE assignee IS NOT NULL AND status NOT IN ('closed', 'merged', 'transferred');

-- Numbers that are too slow to count anew for every screen; kept in step in the same transaction.
CREATE TABLE tally (
  name  TEXT NOT NULL PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT;
INSERT INTO tally (name, value) VALUES ('open_cases', 0);

CREATE TABLE mailbox (
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  case_id    BLOB NOT NULL REFERENCES case_file (id),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32)
) STRICT;

CREATE TABLE team_key (
  epoch              INTEGER NOT NULL PRIMARY KEY,
  public_key         BLOB NOT NULL CHECK (length(public_key) = 32),
  sealed_to_recovery BLOB NOT NULL
) STRICT;

CREATE TABLE key_grant (
  account BLOB NOT NULL REFERENCES account (id),
  epoch   INTEGER NOT NULL REFERENCES team_key (epoch),
  sealed  BLOB NOT NULL,
  PRIMARY KEY (account, epoch)
) STRICT;

CREATE TABLE session (
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 32),
  account     BLOB NOT NULL REFERENCES account (id),
  wrapped_key BLOB NOT NULL,
  created     INTEGER NOT NULL,
  seen        INTEGER NOT NULL
) STRICT;
