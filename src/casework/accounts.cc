#include "casework/accounts.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "casework/make_account.h"
#include "casework/make_entry.h"
#include "casework/sealed_rows.h"
#include "casework/second_factor.h"
#include "vault/sealing.h"

namespace safety::casework {
namespace {

constexpr std::size_t kFewestPassphraseCharacters = 15;
constexpr std::size_t kMostPassphraseBytes = 1000;
constexpr std::uint32_t kFirstEpoch = 1;

}  // namespace

bool IsAccountName(std::string_view name) {
  return name.size() >= 3 && name.size() <= 60 && std::ranges::all_of(name, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '-' || c == '_';
         });
}

bool IsStrongPassphrase(const base::SecretBytes& passphrase) {
  const std::string_view text = base::AsText(passphrase.Expose());
  return text.size() <= kMostPassphraseBytes && base::IsUtf8(text) &&
         base::CountCharacters(text) >= kFewestPassphraseCharacters;
}

std::expected<NewSecondFactor, AccountError> CreateAccount(
    Store& store, const base::Clock& clock, const base::SecretBytes& second_factor_key,
    const std::map<std::uint32_t, vault::KeyPair>& team_keys, const std::string& actor,
    AccountRequest request) {
  if (!IsAccountName(request.name)) {
    return std::unexpected(AccountError::kBadName);
  }
  if (!IsStrongPassphrase(request.passphrase)) {
    return std::unexpected(AccountError::kWeakPassphrase);
  }
  const bool reads = ReadsReports(request.role);
  if (reads && team_keys.empty()) {
    return std::unexpected(AccountError::kMayNotReadReports);
  }

  const AccountParts parts{.id = base::AccountId::Random(),
                           .name = request.name,
                           .role = request.role,
                           .passphrase = std::move(request.passphrase),
                           .cost = request.cost,
                           .second_factor = base::SecretBytes::Random(kSecondFactorBytes)};
  const NewAccount account = MakeAccount(parts, second_factor_key);
  Transaction transaction;
  transaction.entries.push_back(MakeEntry(clock, actor, "account_created", account.id.bytes(),
                                          AccountHeader(account.name, account.role)));
  transaction.changes.emplace_back(account);
  if (reads) {
    for (const auto& [epoch, team] : team_keys) {
      transaction.changes.emplace_back(GrantTo(account.id, account.key, epoch, team));
    }
  }
  const auto committed = CommitAndWait(store, std::move(transaction));
  if (!committed) {
    return std::unexpected(committed.error() == StoreError::kConflict ? AccountError::kNameTaken
                                                                      : AccountError::kUnavailable);
  }
  return NewSecondFactor{
      .secret = parts.second_factor.Clone(),
      .address = ProvisioningAddress(parts.second_factor, request.service_name, request.name)};
}

std::expected<TeamKeyCreated, StoreError> CreateTeamKey(Store& store, const base::Clock& clock,
                                                        const vault::PublicKey& recovery) {
  vault::KeyPair team = vault::KeyPair::Generate();
  const vault::RowIdentity row = TeamKeyRow(kFirstEpoch);
  Transaction transaction;
  transaction.entries.push_back(MakeEntry(clock, "system", "team_key_created", row.id,
                                          R"({"epoch":)" + std::to_string(kFirstEpoch) + "}"));
  transaction.changes.emplace_back(
      NewTeamKey{.epoch = kFirstEpoch,
                 .key = team.public_key(),
                 .sealed_to_recovery = vault::Seal(recovery, row, team.secret().Expose())});
  const auto committed = CommitAndWait(store, std::move(transaction));
  if (!committed) {
    return std::unexpected(committed.error());
  }
  return TeamKeyCreated{.epoch = kFirstEpoch, .team = std::move(team)};
}

}  // namespace safety::casework
