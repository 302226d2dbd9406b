#pragma once

#include <cstdint>
#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"
#include "base/clock.h"
#include "base/id.h"
#include "base/reference.h"
#include "safeguarding/vocabulary.h"
#include "vault/keys.h"

namespace safety::casework {

// ---- What is written ---------------------------------------------------------------------------

/// One journal entry to append. The store gives it its sequence and chains its digest.
struct NewEntry {
  base::EntryId id;
  base::UtcTime at;
  std::string actor;    ///< "reporter", "account:<hex id>" or "system"
  std::string action;   ///< snake case: "report_received", "viewed", "taken", "signed_in"
  base::Bytes subject;  ///< the case's or account's 16-byte id
  std::string header;   ///< small plain JSON without any content of a report
  base::Bytes sealed;   ///< sealed to the team key for row {"journal", id}; may be empty
};

/// A case made by one report.
struct NewCase {
  base::CaseId id;
  base::Bytes submission;  ///< 32 bytes; sending the same one twice makes one case
  base::Bytes
      reference_seed;  ///< 32 bytes; the store tries references made from it until one is free
  safeguarding::Remit remit;
  safeguarding::Priority priority;
  safeguarding::Audience audience;
  safeguarding::Nation nation;
  std::string language;
  base::UtcTime received;
  base::UtcTime answer_by;
  base::Bytes sealed_summary;  ///< for row {"case_file", id}
  base::Bytes mailbox_id;      ///< 32 bytes
  vault::PublicKey mailbox_key;
};

/// A change of a case's state. Refused with kConflict when its version is no longer `expected`.
struct CaseChange {
  base::CaseId id;
  std::uint64_t expected_version;
  safeguarding::CaseStatus status;
  std::optional<base::AccountId> assignee;
};

struct NewTeamKey {
  std::uint32_t epoch;  ///< 1, 2, …; the highest seals
  vault::PublicKey key;
  base::Bytes sealed_to_recovery;  ///< the private half, for row {"team_key", 16 zero bytes, epoch}
};

/// The team's private key sealed to one advisor, for row {"key_grant", account, epoch}.
struct KeyGrant {
  base::AccountId account;
  std::uint32_t epoch;
  base::Bytes sealed;
};

/// Refused with kConflict when the name is taken (names compare without case).
struct NewAccount {
  base::AccountId id;
  std::string name;
  safeguarding::Role role;
  vault::PublicKey key;
  base::Bytes wrapped_key;  ///< private half under the passphrase, for row {"account", id}
  base::Bytes
      second_factor;  ///< TOTP secret under the second-factor key, for row {"second_factor", id}
  std::uint64_t last_counter = 0;                  ///< codes up to this one are spent
  std::optional<base::AccountId> invited_by = {};  ///< nobody for the accounts of `init`
};

/// Lets whoever has the code make an account of this name and role, until it expires. Refused with
/// kConflict when the id is taken, and when the name is an account's or that of an invitation that
/// has not expired at `at`; one that has gives way.
struct NewInvitation {
  base::Bytes id;  ///< 32 bytes: fingerprint of the code
  std::string name;
  safeguarding::Role role;
  base::AccountId invited_by;
  base::UtcTime at;
  base::UtcTime expires;
};

/// Takes an invitation away: it has been accepted, in one transaction with its NewAccount, or
/// withdrawn. Refused with kConflict when it is unknown, spent, or has expired at `at`.
struct SpendInvitation {
  base::Bytes id;
  base::UtcTime at;
};

/// A sign-in: spends the code's counter and opens the session. Refused with kConflict when the
/// counter, or a later one, has been spent.
struct NewSession {
  base::Bytes id;  ///< fingerprint of the cookie's key
  base::AccountId account;
  std::uint64_t second_factor_counter;
  base::Bytes wrapped_key;  ///< the advisor's private half under the session key
  base::UtcTime created;
};

/// Moves a session's idle clock; writes no entry.
struct TouchSession {
  base::Bytes id;
  base::UtcTime seen;
};

struct EndSession {
  base::Bytes id;
};

using Change = std::variant<NewCase, CaseChange, NewTeamKey, KeyGrant, NewAccount, NewInvitation,
                            SpendInvitation, NewSession, TouchSession, EndSession>;

/// All of it is written in one database transaction, or nothing.
struct Transaction {
  std::vector<NewEntry> entries;
  std::vector<Change> changes;
};

/// What a committed transaction that made a case gives back.
struct Receipt {
  base::CaseId case_id;
  base::Reference reference;
  base::UtcTime received;
  base::UtcTime answer_by;
  safeguarding::Priority priority;
  safeguarding::Audience audience =
      safeguarding::Audience::kConcernedAdult;  ///< whose report it is
  bool repeated = false;  ///< this submission was already here: nothing new was written
};

struct Committed {
  std::optional<Receipt> receipt;  ///< when the transaction holds a NewCase
};

enum class StoreError {
  kBusy,         ///< too much is waiting: nothing was taken; try again in some seconds
  kConflict,     ///< somebody else was first: read again and decide anew
  kUnavailable,  ///< disk full, database locked or damaged: nothing of it is stored
};

// ---- What is read ------------------------------------------------------------------------------

struct CaseRow {
  base::CaseId id;
  base::Reference reference;
  safeguarding::CaseStatus status;
  safeguarding::Remit remit;
  safeguarding::Priority priority;
  safeguarding::Priority computed_priority;
  safeguarding::Audience audience;
  safeguarding::Nation nation;
  std::string language;
  base::UtcTime received;
  base::UtcTime answer_by;
  std::optional<base::AccountId> assignee;
  std::string assignee_name;  ///< empty when nobody has it
  base::Bytes sealed_summary;
  std::uint64_t version;
};

struct QueueQuery {
  std::size_t offset = 0;
  std::size_t limit = 50;
  std::optional<base::AccountId> assignee;  ///< only this account's
};

/// Open cases, by priority, then answer-by, then reference.
struct QueueRows {
  std::vector<CaseRow> rows;
  std::size_t total = 0;  ///< how many there are on all pages
};

struct Entry {
  std::uint64_t sequence;
  base::EntryId id;
  base::UtcTime at;
  std::string actor;
  std::string action;
  std::string header;
  base::Bytes sealed;
};

struct Account {
  base::AccountId id;
  std::string name;
  safeguarding::Role role;
  vault::PublicKey key;
  base::Bytes wrapped_key;
  base::Bytes second_factor;
  std::uint64_t last_counter;
  bool disabled;
  std::optional<base::AccountId> invited_by;
};

struct Invitation {
  base::Bytes id;
  std::string name;
  safeguarding::Role role;
  base::AccountId invited_by;
  base::UtcTime expires;
};

struct Session {
  base::AccountId account;
  base::Bytes wrapped_key;
  base::UtcTime created;
  base::UtcTime seen;
};

struct TeamKey {
  std::uint32_t epoch;
  vault::PublicKey key;
};

/// Where everything but drafts is kept: one journal, and the state that follows from it.
///
/// Safe from any thread. Reads are immediate and see every commit whose `done` has been called.
/// `done` is called exactly once, on a thread of the store's own (with kBusy: on the caller's,
/// before Commit returns): it must be quick and not call back into a read that waits. kUnavailable
/// from a read means the same as from a write.
class Store {
 public:
  using Done = std::move_only_function<void(std::expected<Committed, StoreError>)>;

  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// Durable when `done` is called with a value; on an error nothing of `transaction` is stored.
  virtual void Commit(Transaction transaction, Done done) = 0;

  template <class T>
  using Read = std::expected<T, StoreError>;

  [[nodiscard]] virtual Read<std::optional<Receipt>> FindSubmission(base::ByteView submission) = 0;
  [[nodiscard]] virtual Read<QueueRows> ListQueue(const QueueQuery& query) = 0;
  [[nodiscard]] virtual Read<std::optional<CaseRow>> FindCase(base::CaseId id) = 0;
  [[nodiscard]] virtual Read<std::optional<CaseRow>> FindCase(const base::Reference& reference) = 0;
  /// Oldest first.
  [[nodiscard]] virtual Read<std::vector<Entry>> ListEntries(base::CaseId id) = 0;
  [[nodiscard]] virtual Read<std::optional<Account>> FindAccount(std::string_view name) = 0;
  [[nodiscard]] virtual Read<std::optional<Account>> FindAccount(base::AccountId id) = 0;
  [[nodiscard]] virtual Read<std::vector<Account>> ListAccounts() = 0;
  /// Expired or not, until it is spent or another takes its name.
  [[nodiscard]] virtual Read<std::optional<Invitation>> FindInvitation(base::ByteView id) = 0;
  /// Those that have not expired at `now`, by name.
  [[nodiscard]] virtual Read<std::vector<Invitation>> ListInvitations(base::UtcTime now) = 0;
  [[nodiscard]] virtual Read<std::optional<Session>> FindSession(base::ByteView id) = 0;
  [[nodiscard]] virtual Read<std::vector<KeyGrant>> ListGrants(base::AccountId account) = 0;
  /// The accounts that have a grant of this epoch, in no order.
  [[nodiscard]] virtual Read<std::vector<base::AccountId>> ListKeyHolders(std::uint32_t epoch) = 0;
  /// The newest; nothing before `init`.
  [[nodiscard]] virtual Read<std::optional<TeamKey>> CurrentTeamKey() = 0;
};

/// Commits and waits. For the command line and tests; never on an io thread.
[[nodiscard]] std::expected<Committed, StoreError> CommitAndWait(Store& store,
                                                                 Transaction transaction);

// ---- Drafts ------------------------------------------------------------------------------------

struct StoredDraft {
  base::Bytes sealed;
  std::uint64_t version;
};

/// Unfinished reports, apart from everything else: not synced, not backed up. Same threads as
/// Store.
class DraftStore {
 public:
  using Done = std::move_only_function<void(std::expected<void, StoreError>)>;

  DraftStore() = default;
  DraftStore(const DraftStore&) = delete;
  DraftStore& operator=(const DraftStore&) = delete;
  virtual ~DraftStore() = default;

  /// Nothing when there is none, or when it was last saved more than an hour before `now`.
  [[nodiscard]] virtual std::expected<std::optional<StoredDraft>, StoreError> Load(
      base::ByteView id, base::UtcTime now) = 0;
  /// Writes version `expected_version` + 1; 0 makes a new one. kConflict when the stored version is
  /// another, so that two tabs do not lose each other's answers.
  virtual void Save(base::Bytes id, std::uint64_t expected_version, base::Bytes sealed,
                    base::UtcTime now, Done done) = 0;
  virtual void Erase(base::Bytes id, Done done) = 0;
  /// Erases every draft last saved before `before`.
  virtual void EraseIdle(base::UtcTime before, Done done) = 0;
};

}  // namespace safety::casework
