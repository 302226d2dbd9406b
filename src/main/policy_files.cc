#include "main/policy_files.h"

#include <string>
#include <utility>

#include "datafile/file.h"

namespace safety::main {

std::expected<safeguarding::Policy, datafile::Fault> LoadPolicy(
    const std::filesystem::path& share) {
  safeguarding::PolicyFiles files;
  for (const auto& [name, file] :
       {std::pair{"policy/remit.toml", &files.remit}, std::pair{"policy/risk.toml", &files.risk},
        std::pair{"policy/service-levels.toml", &files.service_levels},
        std::pair{"policy/bank-holidays.toml", &files.bank_holidays}}) {
    auto read = datafile::ReadFile(share, name);
    if (!read) {
      return std::unexpected(std::move(read.error()));
    }
    *file = std::move(*read);
  }
  return safeguarding::Policy::Load(files);
}

}  // namespace safety::main
