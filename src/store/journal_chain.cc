#include "store/journal_chain.h"

#include "store/row_reader.h"
#include "store/statements.h"
#include "vault/journal_digest.h"
#include "vault/keys.h"

namespace safety::store {

JournalChain::JournalChain(Connection& database) : digest_(vault::JournalGenesis()) {
  Cursor head = database.Query(sql::kJournalHead);
  if (head.Next()) {
    RowReader row(head);
    sequence_ = row.Count();
    digest_ = row.Bytes();
  }
}

void JournalChain::Append(Connection& database, const casework::NewEntry& entry) {
  const base::Bytes sealed_hash = vault::Fingerprint(entry.sealed);
  const vault::JournalRow row{.sequence = sequence_ + 1,
                              .at_microseconds = base::ToMicroseconds(entry.at),
                              .entry_id = entry.id.bytes(),
                              .actor = entry.actor,
                              .action = entry.action,
                              .subject = entry.subject,
                              .header = entry.header,
                              .sealed_hash = sealed_hash};
  digest_ = vault::JournalDigest(digest_, row);
  sequence_ = row.sequence;
  database.Run(sql::kAppendEntry, {static_cast<std::int64_t>(row.sequence), row.entry_id,
                                   row.at_microseconds, row.actor, row.action, row.subject,
                                   row.header, row.sealed_hash, digest_, entry.sealed});
}

}  // namespace safety::store
