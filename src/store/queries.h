#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "casework/store.h"
#include "store/connection.h"

/// What the Store reads, over any connection. A result means something only while the connection
/// has no error afterwards.
namespace safety::store::queries {

[[nodiscard]] std::optional<casework::Receipt> FindSubmission(Connection& database,
                                                              base::ByteView submission);
/// Call it within a read transaction: the page and the total then agree.
[[nodiscard]] casework::QueueRows ListQueue(Connection& database,
                                            const casework::QueueQuery& query);
[[nodiscard]] std::optional<casework::CaseRow> FindCase(Connection& database, base::CaseId id);
[[nodiscard]] std::optional<casework::CaseRow> FindCase(Connection& database,
                                                        const base::Reference& reference);
[[nodiscard]] std::vector<casework::Entry> ListEntries(Connection& database, base::CaseId id);
[[nodiscard]] std::optional<casework::Account> FindAccount(Connection& database,
                                                           std::string_view name);
[[nodiscard]] std::optional<casework::Account> FindAccount(Connection& database,
                                                           base::AccountId id);
[[nodiscard]] std::vector<casework::Account> ListAccounts(Connection& database);
[[nodiscard]] std::optional<casework::Invitation> FindInvitation(Connection& database,
                                                                 base::ByteView id);
[[nodiscard]] std::vector<casework::Invitation> ListInvitations(Connection& database,
                                                                base::UtcTime now);
[[nodiscard]] std::optional<casework::Session> FindSession(Connection& database, base::ByteView id);
[[nodiscard]] std::vector<casework::KeyGrant> ListGrants(Connection& database,
                                                         base::AccountId account);
[[nodiscard]] std::vector<base::AccountId> ListKeyHolders(Connection& database,
                                                          std::uint32_t epoch);
[[nodiscard]] std::optional<casework::TeamKey> CurrentTeamKey(Connection& database);

/// Account names compare without case; they are ASCII.
[[nodiscard]] std::string FoldName(std::string_view name);

}  // namespace safety::store::queries
