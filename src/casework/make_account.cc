#include "casework/make_account.h"

#include "casework/sealed_rows.h"
#include "vault/sealing.h"

namespace safety::casework {

NewAccount MakeAccount(const AccountParts& parts, const base::SecretBytes& second_factor_key) {
  const vault::KeyPair keys = vault::KeyPair::Generate();
  return {.id = parts.id,
          .name = parts.name,
          .role = parts.role,
          .key = keys.public_key(),
          .wrapped_key = vault::WrapWithPassphrase(keys.secret(), parts.passphrase,
                                                   AccountRow(parts.id), parts.cost),
          .second_factor = vault::SealUnder(second_factor_key, SecondFactorRow(parts.id),
                                            parts.second_factor.Expose())};
}

KeyGrant GrantTo(base::AccountId account, const vault::PublicKey& key, std::uint32_t epoch,
                 const vault::KeyPair& team) {
  return {.account = account,
          .epoch = epoch,
          .sealed = vault::Seal(key, KeyGrantRow(account, epoch), team.secret().Expose())};
}

std::string AccountHeader(std::string_view name, safeguarding::Role role) {
  return R"({"name":")" + std::string(name) + R"(","role":")" +
         std::string(safeguarding::IdOf(role)) + R"("})";
}

}  // namespace safety::casework
