#include "main/demo_accounts.h"

#include <algorithm>

#include "base/bytes.h"

namespace safety::main {

std::vector<Founder> DemoFounders() {
  std::vector<Founder> founders;
  for (const DemoAccount& account : kDemoAccounts) {
    founders.push_back({.name = std::string(account.name),
                        .role = account.role,
                        .passphrase = base::SecretBytes::CopyOf(base::AsBytes(kDemoPassphrase))});
  }
  return founders;
}

std::string DemoMarker(const std::vector<FounderReady>& accounts) {
  std::string text = "Every case and account in this folder is invented.\n";
  for (const FounderReady& account : accounts) {
    text += account.name + ' ' + base::ToHex(account.second_factor.secret.Expose()) + '\n';
  }
  return text;
}

std::optional<base::SecretBytes> FindSecret(std::string_view marker, std::string_view name) {
  while (!marker.empty()) {
    const std::string_view line = marker.substr(0, marker.find('\n'));
    marker.remove_prefix(std::min(line.size() + 1, marker.size()));
    if (!name.empty() && line.size() > name.size() && line.starts_with(name) &&
        line[name.size()] == ' ') {
      const auto secret = base::FromHex(line.substr(name.size() + 1));
      return secret ? std::optional(base::SecretBytes::CopyOf(*secret)) : std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace safety::main
