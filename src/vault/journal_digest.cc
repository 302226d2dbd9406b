#include "vault/journal_digest.h"

#include "vault/field_bytes.h"
#include "vault/keys.h"

namespace safety::vault {

base::Bytes JournalGenesis() { return base::Bytes(32, 0); }

base::Bytes JournalDigest(base::ByteView previous, const JournalRow& row) {
  FieldBytes fields;
  fields.Add(previous)
      .Add(row.sequence)
      .Add(static_cast<std::uint64_t>(row.at_microseconds))
      .Add(row.entry_id)
      .Add(base::AsBytes(row.actor))
      .Add(base::AsBytes(row.action))
      .Add(row.subject)
      .Add(base::AsBytes(row.header))
      .Add(row.sealed_hash);
  return Fingerprint(fields.bytes());
}

}  // namespace safety::vault
