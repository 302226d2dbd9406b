#include "store/journal_verification.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "store/data_folder.h"
#include "store/row_reader.h"
#include "store/sqlite_connection.h"
#include "store/statements.h"
#include "vault/journal_digest.h"
#include "vault/keys.h"

namespace safety::store {
namespace {

// Each page is a short read of its own, so that a server beside it can start its log anew.
constexpr std::int64_t kPage = 500;

/// Adds the cursor's row to the chain, or says why it does not continue it.
std::optional<std::string> Continue(VerifiedJournal& journal, const Cursor& cursor) {
  RowReader reader(cursor);
  const std::uint64_t next = journal.entries + 1;
  if (reader.Integer() != static_cast<std::int64_t>(next)) {
    return "it is missing, or another has been put in its place";
  }
  const vault::JournalRow row{.sequence = next,
                              .at_microseconds = reader.Integer(),
                              .entry_id = reader.View(),
                              .actor = reader.TextView(),
                              .action = reader.TextView(),
                              .subject = reader.View(),
                              .header = reader.TextView(),
                              .sealed_hash = reader.View()};
  const base::ByteView digest = reader.View();
  const std::optional<base::ByteView> sealed = reader.OptionalView();
  base::Bytes expected = vault::JournalDigest(journal.head, row);
  if (!std::ranges::equal(expected, digest)) {
    return "its digest does not follow from the entry before it and its own fields";
  }
  if (sealed && !std::ranges::equal(vault::Fingerprint(*sealed), row.sealed_hash)) {
    return "its payload is not the one that was written";
  }
  journal.entries = next;
  journal.head = std::move(expected);
  return std::nullopt;
}

}  // namespace

std::expected<VerifiedJournal, FirstBadEntry> VerifyJournal(const std::filesystem::path& path) {
  auto database =
      SqliteConnection::Open(path / kDatabaseFile, {.access = SqliteSettings::Access::kRead});
  if (!database) {
    return std::unexpected(FirstBadEntry{0, std::move(database).error().reason});
  }
  VerifiedJournal journal{.entries = 0, .head = vault::JournalGenesis()};
  // The first page starts below 1, where nothing may hide either.
  std::int64_t after = std::numeric_limits<std::int64_t>::min();
  for (;;) {
    const std::uint64_t before = journal.entries;
    {
      Cursor page = (*database)->Query(sql::kJournalPage, {after, kPage});
      while (page.Next()) {
        if (auto reason = Continue(journal, page)) {
          return std::unexpected(FirstBadEntry{journal.entries + 1, *std::move(reason)});
        }
      }
    }
    if ((*database)->error()) {
      return std::unexpected(FirstBadEntry{
          journal.entries + 1, "the journal cannot be read on: " + (*database)->message()});
    }
    if (journal.entries == before) {
      return journal;
    }
    after = static_cast<std::int64_t>(journal.entries);
  }
}

}  // namespace safety::store
