#include "casework/queue.h"

#include <algorithm>
#include <map>
#include <utility>

#include "casework/case_error.h"
#include "casework/make_entry.h"
#include "casework/refusal.h"
#include "vault/sealing.h"

namespace safety::casework {
namespace {

using safeguarding::CaseStatus;

constexpr std::string_view kReportReceived = "report_received";

/// Opens with the key of whichever epoch sealed it, the newest first.
std::optional<base::SecretBytes> OpenWithAny(const Advisor& advisor, const vault::RowIdentity& row,
                                             base::ByteView sealed) {
  for (auto key = advisor.team_keys.rbegin(); key != advisor.team_keys.rend(); ++key) {
    if (auto plain = vault::Open(key->second, row, sealed)) {
      return std::move(*plain);
    }
  }
  return std::nullopt;
}

std::string SummaryOfRow(const Advisor& advisor, const CaseRow& row) {
  const auto plain =
      OpenWithAny(advisor, {.table = "case_file", .id = row.id.bytes()}, row.sealed_summary);
  return plain ? std::string(base::AsText(plain->Expose())) : "";
}

std::optional<ReportDocument> OpenDocument(const Advisor& advisor, const Entry& entry) {
  const auto plain =
      OpenWithAny(advisor, {.table = "journal", .id = entry.id.bytes()}, entry.sealed);
  if (!plain) {
    return std::nullopt;
  }
  auto document = ParseReportDocument(base::AsText(plain->Expose()));
  return document ? std::optional(std::move(*document)) : std::nullopt;
}

/// Actors as people know them.
class Names {
 public:
  explicit Names(Store& store) : store_(store) {}

  [[nodiscard]] std::expected<std::string, StoreError> Of(const std::string& actor) {
    constexpr std::string_view kAccount = "account:";
    if (actor == "reporter") {
      return "Reporter";
    }
    const auto id = actor.starts_with(kAccount)
                        ? base::AccountId::FromHex(actor.substr(kAccount.size()))
                        : std::nullopt;
    if (!id) {
      return "Safety Centre";
    }
    if (const auto known = names_.find(*id); known != names_.end()) {
      return known->second;
    }
    const auto account = store_.FindAccount(*id);
    if (!account) {
      return std::unexpected(account.error());
    }
    return names_[*id] = *account ? (*account)->name : "An account that is gone";
  }

 private:
  Store& store_;
  std::map<base::AccountId, std::string> names_;
};

Transaction OneEntry(const base::Clock& clock, const Advisor& advisor, std::string action,
                     base::CaseId id, std::string header) {
  Transaction transaction;
  transaction.entries.push_back(
      MakeEntry(clock, advisor.actor(), std::move(action), id.bytes(), std::move(header)));
  return transaction;
}

/// Says no, and says so in the journal first. Whether the case exists is not told.
template <class Done>
void RefuseCase(Store& store, const base::Clock& clock, const Advisor& advisor,
                std::string_view what, base::CaseId id, Done done) {
  Refuse(store, clock, advisor, what, id.bytes(),
         [done = std::move(done)]() mutable { done(std::unexpected(CaseError::kForbidden)); });
}

/// What is read before the view is in the journal: all of it still sealed.
struct SealedCase {
  CaseRow row;
  std::vector<Entry> entries;
  std::vector<TimelineLine> timeline;
};

std::expected<SealedCase, CaseError> ReadCase(Store& store, base::CaseId id) {
  auto row = store.FindCase(id);
  if (!row) {
    return std::unexpected(Translate(row.error()));
  }
  if (!*row) {
    return std::unexpected(CaseError::kNotFound);
  }
  auto entries = store.ListEntries(id);
  if (!entries) {
    return std::unexpected(Translate(entries.error()));
  }
  SealedCase sealed{std::move(**row), std::move(*entries), {}};
  Names names(store);
  for (const Entry& entry : sealed.entries) {
    auto who = names.Of(entry.actor);
    if (!who) {
      return std::unexpected(Translate(who.error()));
    }
    sealed.timeline.push_back({entry.at, std::move(*who), entry.action});
  }
  return sealed;
}

OpenedCase Open(const Advisor& advisor, SealedCase sealed) {
  OpenedCase opened{std::move(sealed.row), {}, 0, std::move(sealed.timeline)};
  for (const Entry& entry : sealed.entries) {
    if (entry.action != kReportReceived) {
      continue;
    }
    if (auto document = OpenDocument(advisor, entry)) {
      opened.reports.push_back(std::move(*document));
    } else {
      ++opened.unreadable;
    }
  }
  return opened;
}

}  // namespace

std::expected<QueuePage, CaseError> ListQueue(Store& store, const Advisor& advisor,
                                              const QueueQuery& query) {
  if (!advisor.MayReadReports()) {
    return std::unexpected(CaseError::kForbidden);
  }
  auto rows = store.ListQueue(query);
  if (!rows) {
    return std::unexpected(Translate(rows.error()));
  }
  QueuePage page{{}, rows->total, query.offset};
  page.lines.reserve(rows->rows.size());
  for (CaseRow& row : rows->rows) {
    std::string summary = SummaryOfRow(advisor, row);
    page.lines.push_back({std::move(row), std::move(summary)});
  }
  return page;
}

void OpenCase(Store& store, const base::Clock& clock, Advisor advisor, base::CaseId id,
              OpenDone done) {
  if (!advisor.MayReadReports()) {
    RefuseCase(store, clock, advisor, "open", id, std::move(done));
    return;
  }
  auto sealed = ReadCase(store, id);
  if (!sealed) {
    done(std::unexpected(sealed.error()));
    return;
  }
  Transaction viewed = OneEntry(clock, advisor, "viewed", id, "{}");
  sealed->timeline.push_back({viewed.entries.front().at, advisor.name, "viewed"});
  store.Commit(std::move(viewed),
               [advisor = std::move(advisor), sealed = std::move(*sealed), done = std::move(done)](
                   const std::expected<Committed, StoreError>& committed) mutable {
                 if (!committed) {
                   done(std::unexpected(Translate(committed.error())));
                   return;
                 }
                 done(Open(advisor, std::move(sealed)));
               });
}

void TakeCase(Store& store, const base::Clock& clock, const Advisor& advisor, base::CaseId id,
              std::uint64_t expected_version, TakeDone done) {
  if (!advisor.MayReadReports()) {
    RefuseCase(store, clock, advisor, "take", id, std::move(done));
    return;
  }
  const auto row = store.FindCase(id);
  const auto refuse = [&](CaseError error) { done(std::unexpected(error)); };
  if (!row) {
    return refuse(Translate(row.error()));
  }
  if (!*row) {
    return refuse(CaseError::kNotFound);
  }
  if ((*row)->version != expected_version) {
    return refuse(CaseError::kConflict);
  }
  if ((*row)->status != CaseStatus::kNew) {
    return refuse(CaseError::kNotAllowed);
  }
  Transaction taken = OneEntry(clock, advisor, "taken", id, R"({"status":"allocated"})");
  taken.changes.emplace_back(CaseChange{.id = id,
                                        .expected_version = expected_version,
                                        .status = CaseStatus::kAllocated,
                                        .assignee = advisor.account});
  store.Commit(
      std::move(taken),
      [done = std::move(done)](const std::expected<Committed, StoreError>& committed) mutable {
        if (!committed) {
          done(std::unexpected(Translate(committed.error())));
          return;
        }
        done({});
      });
}

}  // namespace safety::casework
