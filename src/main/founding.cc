#include "main/founding.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "casework/accounts.h"
#include "vault/keys.h"

namespace safety::main {
namespace {

std::string Describe(casework::AccountError error, const std::string& name) {
  switch (error) {
    case casework::AccountError::kBadName:
      return name + ": a name has 3 to 60 letters, digits, dots, hyphens or underscores";
    case casework::AccountError::kWeakPassphrase:
      return name + ": a passphrase has at least 15 characters. Several random words are best";
    case casework::AccountError::kNameTaken:
      return name + ": this name is taken";
    case casework::AccountError::kMayNotReadReports:
    case casework::AccountError::kUnavailable:
      break;
  }
  return name + ": the account cannot be stored. Check that the disk has room";
}

}  // namespace

std::expected<Founded, std::string> FoundCentre(casework::Store& store, const base::Clock& clock,
                                                const vault::KeyFile& keys,
                                                std::vector<Founder> founders,
                                                vault::PassphraseCost cost) {
  Founded founded{.recovery_key = base::SecretBytes::Random(32), .accounts = {}};
  const vault::KeyPair recovery = vault::KeyPair::FromSecret(founded.recovery_key.Clone());
  auto team = casework::CreateTeamKey(store, clock, recovery.public_key());
  if (!team) {
    return std::unexpected("the team key cannot be stored. Check that the disk has room");
  }
  std::map<std::uint32_t, vault::KeyPair> team_keys;
  team_keys.emplace(team->epoch, std::move(team->team));
  for (Founder& founder : founders) {
    auto created =
        casework::CreateAccount(store, clock, keys.second_factor_key, team_keys, "system",
                                {.name = founder.name,
                                 .role = founder.role,
                                 .passphrase = std::move(founder.passphrase),
                                 .cost = cost,
                                 .service_name = std::string(kServiceName)});
    if (!created) {
      return std::unexpected(Describe(created.error(), founder.name));
    }
    founded.accounts.push_back(
        {.name = founder.name, .role = founder.role, .second_factor = std::move(*created)});
  }
  return founded;
}

base::SecretBytes SpellRecoveryKey(const base::SecretBytes& key) {
  std::string text = base::ToHex(key.Expose());
  base::SecretBytes spelled(text.size() + text.size() / 4 - 1);
  std::size_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && i % 4 == 0) {
      spelled.Expose()[at++] = ' ';
    }
    spelled.Expose()[at++] = static_cast<std::uint8_t>(text[i]);
  }
  base::Wipe(text);
  return spelled;
}

}  // namespace safety::main
