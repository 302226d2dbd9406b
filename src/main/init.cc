#include "main/init.h"

#include <cstdio>
#include <utility>

#include "base/clock.h"
#include "main/centre_folder.h"
#include "main/founding.h"
#include "main/secret_input.h"
#include "store/data_folder.h"
#include "store/sqlite_store.h"
#include "vault/passphrase.h"

namespace safety::main {
namespace {

int Fail(const std::string& reason) {
  std::fprintf(stderr, "init: %s\n", reason.c_str());
  return 1;
}

void PrintFounded(const Founded& founded) {
  for (const FounderReady& account : founded.accounts) {
    std::printf(
        "\nAccount %s (%s). Put this into an authenticator app, then clear the screen:\n  %s\n",
        account.name.c_str(), std::string(IdOf(account.role)).c_str(),
        account.second_factor.address.c_str());
  }
  const base::SecretBytes spelled = SpellRecoveryKey(founded.recovery_key);
  std::printf(
      "\nRecovery key. It is shown this once and stored nowhere. Write it on paper and lock it "
      "away:\n"
      "it opens every report when all passphrases are forgotten.\n  ");
  std::fwrite(spelled.Expose().data(), 1, spelled.size(), stdout);
  std::printf("\n");
}

}  // namespace

int Init(const InitRequest& request) {
  const CentreFolder folder(request.data);
  std::vector<Founder> founders;
  for (const auto& [name, role] :
       {std::pair{request.administrator, safeguarding::Role::kAdministrator},
        std::pair{request.duty_lead, safeguarding::Role::kDutyLead}}) {
    auto passphrase = ReadSecretLine(("Passphrase for " + name).c_str());
    if (!passphrase) {
      return Fail(passphrase.error());
    }
    founders.push_back({.name = name, .role = role, .passphrase = std::move(*passphrase)});
  }
  if (const auto made = folder.Create(); !made) {
    return Fail(made.error());
  }
  auto data = store::DataFolder::Open(folder.path());
  if (!data) {
    return Fail(data.error());
  }
  auto store = store::SqliteStore::Open(*data);
  if (!store) {
    return Fail(store.error());
  }
  const vault::KeyFile keys = vault::KeyFile::Generate();
  const base::SystemClock clock;
  auto founded =
      FoundCentre(**store, clock, keys, std::move(founders), vault::PassphraseCost::Moderate());
  if (!founded) {
    return Fail(founded.error());
  }
  // Last: a folder with a key file is a finished centre.
  if (const auto written = folder.WriteKeys(keys); !written) {
    return Fail(written.error());
  }
  std::printf("The centre is ready in %s. Start it with: safety-centre serve --data %s\n",
              request.data.c_str(), request.data.c_str());
  PrintFounded(*founded);
  return 0;
}

}  // namespace safety::main
