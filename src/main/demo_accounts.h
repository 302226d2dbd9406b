#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret_bytes.h"
#include "main/founding.h"
#include "safeguarding/vocabulary.h"

namespace safety::main {

struct DemoAccount {
  std::string_view name;
  safeguarding::Role role;
};

inline constexpr std::array<DemoAccount, 7> kDemoAccounts = {{
    {"amira", safeguarding::Role::kAdvisor},
    {"tomasz", safeguarding::Role::kAdvisor},
    {"sian", safeguarding::Role::kAdvisor},
    {"dylan", safeguarding::Role::kDutyLead},
    {"grace", safeguarding::Role::kManager},
    {"owen", safeguarding::Role::kAuditor},
    {"admin", safeguarding::Role::kAdministrator},
}};
/// The first of them have cases in the demonstration.
inline constexpr std::size_t kDemoAdvisors = 3;
inline constexpr std::string_view kDemoPassphrase = "only for this demonstration";

[[nodiscard]] std::vector<Founder> DemoFounders();

/// The demo marker's text: one account's name and second factor a line.
[[nodiscard]] std::string DemoMarker(const std::vector<FounderReady>& accounts);
/// The second factor of `name` in a marker's text.
[[nodiscard]] std::optional<base::SecretBytes> FindSecret(std::string_view marker,
                                                          std::string_view name);

}  // namespace safety::main
