#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "casework/store.h"

namespace safety::casework {

/// A Store in memory that keeps every promise of the port, for tests of the use cases. Safe from
/// any thread. `done` is called on the committing thread, before Commit returns.
class MemoryStore final : public Store {
 public:
  void Commit(Transaction transaction, Done done) override;

  Read<std::optional<Receipt>> FindSubmission(base::ByteView submission) override;
  Read<QueueRows> ListQueue(const QueueQuery& query) override;
  Read<std::optional<CaseRow>> FindCase(base::CaseId id) override;
  Read<std::optional<CaseRow>> FindCase(const base::Reference& reference) override;
  Read<std::vector<Entry>> ListEntries(base::CaseId id) override;
  Read<std::optional<Account>> FindAccount(std::string_view name) override;
  Read<std::optional<Account>> FindAccount(base::AccountId id) override;
  Read<std::vector<Account>> ListAccounts() override;
  Read<std::optional<Invitation>> FindInvitation(base::ByteView id) override;
  Read<std::vector<Invitation>> ListInvitations(base::UtcTime now) override;
  Read<std::optional<Session>> FindSession(base::ByteView id) override;
  Read<std::vector<KeyGrant>> ListGrants(base::AccountId account) override;
  Read<std::vector<base::AccountId>> ListKeyHolders(std::uint32_t epoch) override;
  Read<std::optional<TeamKey>> CurrentTeamKey() override;

  // What a test needs beyond the port.

  /// Until it is set to nothing again, every commit (or every read) fails with this.
  void SetCommitError(std::optional<StoreError> error);
  void SetReadError(std::optional<StoreError> error);
  /// Runs `rival` once, just before the next commit: somebody else was first.
  void SetRival(std::move_only_function<void()> rival);
  void DisableAccount(base::AccountId id);
  /// The whole journal, oldest first.
  [[nodiscard]] std::vector<NewEntry> entries() const;
  /// How many commits have written something.
  [[nodiscard]] std::size_t commits() const;
  struct Mailbox {
    base::CaseId case_id;
    vault::PublicKey key;
  };
  [[nodiscard]] std::optional<Mailbox> FindMailbox(const base::Bytes& id) const;
  [[nodiscard]] std::vector<NewTeamKey> team_keys() const;

 private:
  /// A value, so that a transaction works on a copy and a refused one leaves nothing.
  struct State {
    std::vector<NewEntry> entries;
    std::map<base::CaseId, CaseRow> cases;
    std::map<base::Bytes, Receipt> submissions;
    std::map<base::Bytes, Mailbox> mailboxes;
    std::map<std::uint32_t, NewTeamKey> team_keys;
    std::map<base::AccountId, Account> accounts;
    std::map<std::pair<base::AccountId, std::uint32_t>, KeyGrant> grants;
    std::map<base::Bytes, Invitation> invitations;
    std::map<base::Bytes, Session> sessions;

    /// False is a conflict.
    [[nodiscard]] bool Append(NewEntry entry);
    [[nodiscard]] bool Apply(const NewCase& change);
    [[nodiscard]] bool Apply(const CaseChange& change);
    [[nodiscard]] bool Apply(const NewTeamKey& change);
    [[nodiscard]] bool Apply(const KeyGrant& change);
    [[nodiscard]] bool Apply(const NewAccount& change);
    [[nodiscard]] bool Apply(const NewInvitation& change);
    [[nodiscard]] bool Apply(const SpendInvitation& change);
    [[nodiscard]] bool Apply(const NewSession& change);
    [[nodiscard]] bool Apply(const TouchSession& change);
    [[nodiscard]] bool Apply(const EndSession& change);
    [[nodiscard]] base::Reference FreeReference(const base::Bytes& seed) const;
    [[nodiscard]] const Account* FindAccount(std::string_view name) const;
    [[nodiscard]] CaseRow Named(const CaseRow& row) const;
  };

  std::move_only_function<void()> TakeRival();
  std::expected<Committed, StoreError> Write(Transaction transaction);
  template <class F>
  auto ReadWith(F read) const -> Read<decltype(read(std::declval<const State&>()))>;

  mutable std::mutex mutex_;
  State state_;
  std::size_t commits_ = 0;
  std::move_only_function<void()> rival_;
  std::optional<StoreError> commit_error_;
  std::optional<StoreError> read_error_;
};

/// The same for drafts.
class MemoryDraftStore final : public DraftStore {
 public:
  std::expected<std::optional<StoredDraft>, StoreError> Load(base::ByteView id,
                                                             base::UtcTime now) override;
  void Save(base::Bytes id, std::uint64_t expected_version, base::Bytes sealed, base::UtcTime now,
            Done done) override;
  void Erase(base::Bytes id, Done done) override;
  void EraseIdle(base::UtcTime before, Done done) override;

  /// Until it is set to nothing again, everything fails with this.
  void SetError(std::optional<StoreError> error);
  [[nodiscard]] std::size_t size() const;

 private:
  struct Row {
    StoredDraft draft;
    base::UtcTime saved;
  };
  std::expected<void, StoreError> Write(base::Bytes id, std::uint64_t expected_version,
                                        base::Bytes sealed, base::UtcTime now);
  template <class F>
  std::expected<void, StoreError> EraseWhere(F holds);

  mutable std::mutex mutex_;
  std::map<base::Bytes, Row> rows_;
  std::optional<StoreError> error_;
};

}  // namespace safety::casework
