#include "casework/memory_store_for_tests.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace safety::casework {
namespace {

std::string Folded(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) {
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return folded;
}

bool SameName(std::string_view a, std::string_view b) { return Folded(a) == Folded(b); }

bool IsOpen(const CaseRow& row) {
  using enum safeguarding::CaseStatus;
  return row.status != kClosed && row.status != kMerged && row.status != kTransferred;
}

template <class Map, class Key>
auto Find(const Map& map, const Key& key) {
  const auto found = map.find(key);
  return found == map.end() ? std::nullopt : std::optional(found->second);
}

base::Bytes Owned(base::ByteView bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

// ---- Writing -----------------------------------------------------------------------------------

void MemoryStore::Commit(Transaction transaction, Done done) {
  if (auto rival = TakeRival()) {
    rival();
  }
  auto committed = Write(std::move(transaction));
  done(std::move(committed));
}

std::move_only_function<void()> MemoryStore::TakeRival() {
  const std::lock_guard lock(mutex_);
  return std::exchange(rival_, nullptr);
}

std::expected<Committed, StoreError> MemoryStore::Write(Transaction transaction) {
  const std::lock_guard lock(mutex_);
  if (commit_error_) {
    return std::unexpected(*commit_error_);
  }
  const NewCase* made = nullptr;
  for (const Change& change : transaction.changes) {
    if (const auto* new_case = std::get_if<NewCase>(&change)) {
      made = new_case;
      if (auto receipt = Find(state_.submissions, new_case->submission)) {
        receipt->repeated = true;
        return Committed{.receipt = std::move(receipt)};
      }
    }
  }
  State next = state_;
  bool ok = true;
  for (NewEntry& entry : transaction.entries) {
    ok = ok && next.Append(std::move(entry));
  }
  for (const Change& change : transaction.changes) {
    ok = ok && std::visit([&next](const auto& each) { return next.Apply(each); }, change);
  }
  if (!ok) {
    return std::unexpected(StoreError::kConflict);
  }
  state_ = std::move(next);
  ++commits_;
  return Committed{.receipt = made ? Find(state_.submissions, made->submission) : std::nullopt};
}

bool MemoryStore::State::Append(NewEntry entry) {
  if (std::ranges::find(entries, entry.id, &NewEntry::id) != entries.end()) {
    return false;
  }
  entries.push_back(std::move(entry));
  return true;
}

bool MemoryStore::State::Apply(const NewCase& change) {
  const base::Reference reference = FreeReference(change.reference_seed);
  const CaseRow row{.id = change.id,
                    .reference = reference,
                    .status = safeguarding::CaseStatus::kNew,
                    .remit = change.remit,
                    .priority = change.priority,
                    .computed_priority = change.priority,
                    .audience = change.audience,
                    .nation = change.nation,
                    .language = change.language,
                    .received = change.received,
                    .answer_by = change.answer_by,
                    .assignee = std::nullopt,
                    .assignee_name = "",
                    .sealed_summary = change.sealed_summary,
                    .version = 1};
  const Receipt receipt{.case_id = change.id,
                        .reference = reference,
                        .received = change.received,
                        .answer_by = change.answer_by,
                        .priority = change.priority,
                        .audience = change.audience};
  return cases.emplace(change.id, row).second &&
         submissions.emplace(change.submission, receipt).second &&
         mailboxes.emplace(change.mailbox_id, Mailbox{change.id, change.mailbox_key}).second;
}

bool MemoryStore::State::Apply(const CaseChange& change) {
  const auto found = cases.find(change.id);
  if (found == cases.end() || found->second.version != change.expected_version ||
      (change.assignee && !accounts.contains(*change.assignee))) {
    return false;
  }
  found->second.status = change.status;
  found->second.assignee = change.assignee;
  ++found->second.version;
  return true;
}

bool MemoryStore::State::Apply(const NewTeamKey& change) {
  return team_keys.emplace(change.epoch, change).second;
}

bool MemoryStore::State::Apply(const KeyGrant& change) {
  return accounts.contains(change.account) && team_keys.contains(change.epoch) &&
         grants.emplace(std::pair(change.account, change.epoch), change).second;
}

bool MemoryStore::State::Apply(const NewAccount& change) {
  if (FindAccount(change.name) != nullptr ||
      (change.invited_by && !accounts.contains(*change.invited_by))) {
    return false;
  }
  return accounts
      .emplace(change.id, Account{.id = change.id,
                                  .name = change.name,
                                  .role = change.role,
                                  .key = change.key,
                                  .wrapped_key = change.wrapped_key,
                                  .second_factor = change.second_factor,
                                  .last_counter = change.last_counter,
                                  .disabled = false,
                                  .invited_by = change.invited_by})
      .second;
}

bool MemoryStore::State::Apply(const NewInvitation& change) {
  std::erase_if(invitations, [&change](const auto& each) {
    return SameName(each.second.name, change.name) && each.second.expires <= change.at;
  });
  const auto has_name = [&change](const auto& each) {
    return SameName(each.second.name, change.name);
  };
  return FindAccount(change.name) == nullptr && accounts.contains(change.invited_by) &&
         std::ranges::none_of(invitations, has_name) &&
         invitations
             .emplace(change.id, Invitation{.id = change.id,
                                            .name = change.name,
                                            .role = change.role,
                                            .invited_by = change.invited_by,
                                            .expires = change.expires})
             .second;
}

bool MemoryStore::State::Apply(const SpendInvitation& change) {
  const auto found = invitations.find(change.id);
  if (found == invitations.end() || found->second.expires <= change.at) {
    return false;
  }
  invitations.erase(found);
  return true;
}

bool MemoryStore::State::Apply(const NewSession& change) {
  const auto account = accounts.find(change.account);
  if (account == accounts.end() || account->second.disabled ||
      account->second.last_counter >= change.second_factor_counter) {
    return false;
  }
  account->second.last_counter = change.second_factor_counter;
  return sessions
      .emplace(change.id, Session{.account = change.account,
                                  .wrapped_key = change.wrapped_key,
                                  .created = change.created,
                                  .seen = change.created})
      .second;
}

bool MemoryStore::State::Apply(const TouchSession& change) {
  if (const auto found = sessions.find(change.id); found != sessions.end()) {
    found->second.seen = std::max(found->second.seen, change.seen);
  }
  return true;
}

bool MemoryStore::State::Apply(const EndSession& change) {
  sessions.erase(change.id);
  return true;
}

base::Reference MemoryStore::State::FreeReference(const base::Bytes& seed) const {
  base::Bytes tried = seed;
  base::Reference reference = base::Reference::FromSeed(tried);
  const auto taken = [&](const auto& each) { return each.second.reference == reference; };
  while (std::ranges::any_of(cases, taken)) {
    tried = vault::Fingerprint(tried);
    reference = base::Reference::FromSeed(tried);
  }
  return reference;
}

const Account* MemoryStore::State::FindAccount(std::string_view name) const {
  const auto found = std::ranges::find_if(
      accounts, [name](const auto& each) { return SameName(each.second.name, name); });
  return found == accounts.end() ? nullptr : &found->second;
}

CaseRow MemoryStore::State::Named(const CaseRow& row) const {
  CaseRow named = row;
  if (row.assignee) {
    named.assignee_name = accounts.at(*row.assignee).name;
  }
  return named;
}

// ---- Reading -----------------------------------------------------------------------------------

template <class F>
auto MemoryStore::ReadWith(F read) const -> Read<decltype(read(std::declval<const State&>()))> {
  const std::lock_guard lock(mutex_);
  if (read_error_) {
    return std::unexpected(*read_error_);
  }
  return read(state_);
}

Store::Read<std::optional<Receipt>> MemoryStore::FindSubmission(base::ByteView submission) {
  return ReadWith([&](const State& state) { return Find(state.submissions, Owned(submission)); });
}

Store::Read<QueueRows> MemoryStore::ListQueue(const QueueQuery& query) {
  return ReadWith([&](const State& state) {
    std::vector<CaseRow> open;
    for (const auto& [id, row] : state.cases) {
      if (IsOpen(row) && (!query.assignee || row.assignee == query.assignee)) {
        open.push_back(state.Named(row));
      }
    }
    std::ranges::sort(open, {}, [](const CaseRow& row) {
      return std::tuple(row.priority, row.answer_by, row.reference.text());
    });
    QueueRows page{.rows = {}, .total = open.size()};
    const std::size_t begin = std::min(query.offset, open.size());
    const std::size_t count = std::min(query.limit, open.size() - begin);
    const auto first = open.begin() + static_cast<std::ptrdiff_t>(begin);
    page.rows.assign(first, first + static_cast<std::ptrdiff_t>(count));
    return page;
  });
}

Store::Read<std::optional<CaseRow>> MemoryStore::FindCase(base::CaseId id) {
  return ReadWith([&](const State& state) {
    const auto row = Find(state.cases, id);
    return row ? std::optional(state.Named(*row)) : std::nullopt;
  });
}

Store::Read<std::optional<CaseRow>> MemoryStore::FindCase(const base::Reference& reference) {
  return ReadWith([&](const State& state) {
    const auto found = std::ranges::find_if(
        state.cases, [&](const auto& each) { return each.second.reference == reference; });
    return found == state.cases.end() ? std::nullopt : std::optional(state.Named(found->second));
  });
}

Store::Read<std::vector<Entry>> MemoryStore::ListEntries(base::CaseId id) {
  return ReadWith([&](const State& state) {
    std::vector<Entry> found;
    std::uint64_t sequence = 0;
    for (const NewEntry& entry : state.entries) {
      ++sequence;
      if (std::ranges::equal(entry.subject, id.bytes())) {
        found.push_back({.sequence = sequence,
                         .id = entry.id,
                         .at = entry.at,
                         .actor = entry.actor,
                         .action = entry.action,
                         .header = entry.header,
                         .sealed = entry.sealed});
      }
    }
    return found;
  });
}

Store::Read<std::optional<Account>> MemoryStore::FindAccount(std::string_view name) {
  return ReadWith([&](const State& state) {
    const Account* found = state.FindAccount(name);
    return found == nullptr ? std::nullopt : std::optional(*found);
  });
}

Store::Read<std::optional<Account>> MemoryStore::FindAccount(base::AccountId id) {
  return ReadWith([&](const State& state) { return Find(state.accounts, id); });
}

Store::Read<std::vector<Account>> MemoryStore::ListAccounts() {
  return ReadWith([](const State& state) {
    std::vector<Account> accounts;
    for (const auto& [id, account] : state.accounts) {
      accounts.push_back(account);
    }
    std::ranges::sort(accounts, {}, [](const Account& each) { return Folded(each.name); });
    return accounts;
  });
}

Store::Read<std::optional<Invitation>> MemoryStore::FindInvitation(base::ByteView id) {
  return ReadWith([&](const State& state) { return Find(state.invitations, Owned(id)); });
}

Store::Read<std::vector<Invitation>> MemoryStore::ListInvitations(base::UtcTime now) {
  return ReadWith([&](const State& state) {
    std::vector<Invitation> open;
    for (const auto& [id, invitation] : state.invitations) {
      if (invitation.expires > now) {
        open.push_back(invitation);
      }
    }
    std::ranges::sort(open, {}, [](const Invitation& each) { return Folded(each.name); });
    return open;
  });
}

Store::Read<std::optional<Session>> MemoryStore::FindSession(base::ByteView id) {
  return ReadWith([&](const State& state) { return Find(state.sessions, Owned(id)); });
}

Store::Read<std::vector<KeyGrant>> MemoryStore::ListGrants(base::AccountId account) {
  return ReadWith([&](const State& state) {
    std::vector<KeyGrant> found;
    for (const auto& [key, grant] : state.grants) {
      if (grant.account == account) {
        found.push_back(grant);
      }
    }
    return found;
  });
}

Store::Read<std::vector<base::AccountId>> MemoryStore::ListKeyHolders(std::uint32_t epoch) {
  return ReadWith([&](const State& state) {
    std::vector<base::AccountId> holders;
    for (const auto& [key, grant] : state.grants) {
      if (grant.epoch == epoch) {
        holders.push_back(grant.account);
      }
    }
    return holders;
  });
}

Store::Read<std::optional<TeamKey>> MemoryStore::CurrentTeamKey() {
  return ReadWith([](const State& state) {
    return state.team_keys.empty()
               ? std::nullopt
               : std::optional(TeamKey{.epoch = state.team_keys.rbegin()->first,
                                       .key = state.team_keys.rbegin()->second.key});
  });
}

// ---- For tests ---------------------------------------------------------------------------------

void MemoryStore::SetCommitError(std::optional<StoreError> error) {
  const std::lock_guard lock(mutex_);
  commit_error_ = error;
}

void MemoryStore::SetReadError(std::optional<StoreError> error) {
  const std::lock_guard lock(mutex_);
  read_error_ = error;
}

void MemoryStore::SetRival(std::move_only_function<void()> rival) {
  const std::lock_guard lock(mutex_);
  rival_ = std::move(rival);
}

void MemoryStore::DisableAccount(base::AccountId id) {
  const std::lock_guard lock(mutex_);
  state_.accounts.at(id).disabled = true;
}

std::vector<NewEntry> MemoryStore::entries() const {
  const std::lock_guard lock(mutex_);
  return state_.entries;
}

std::size_t MemoryStore::commits() const {
  const std::lock_guard lock(mutex_);
  return commits_;
}

std::optional<MemoryStore::Mailbox> MemoryStore::FindMailbox(const base::Bytes& id) const {
  const std::lock_guard lock(mutex_);
  return Find(state_.mailboxes, id);
}

std::vector<NewTeamKey> MemoryStore::team_keys() const {
  const std::lock_guard lock(mutex_);
  std::vector<NewTeamKey> keys;
  for (const auto& [epoch, key] : state_.team_keys) {
    keys.push_back(key);
  }
  return keys;
}

}  // namespace safety::casework
