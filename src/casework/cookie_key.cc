#include "casework/cookie_key.h"

#include "vault/keys.h"

namespace safety::casework {
namespace {

constexpr std::size_t kKeySize = 32;
constexpr std::size_t kSpelledSize = 43;  // base64 of 32 bytes without padding

}  // namespace

base::SecretBytes NewCookieKey() { return base::SecretBytes::Random(kKeySize); }

std::optional<base::SecretBytes> ParseCookieKey(std::string_view value) {
  if (value.size() != kSpelledSize) {
    return std::nullopt;
  }
  auto bytes = base::FromBase64Url(value);
  if (!bytes) {
    return std::nullopt;
  }
  auto key = base::SecretBytes::CopyOf(*bytes);
  base::Wipe(*bytes);
  return key;
}

std::string SpellCookieKey(const base::SecretBytes& key) { return base::ToBase64Url(key.Expose()); }

base::Bytes PublicPart(const base::SecretBytes& key, std::string_view purpose) {
  const base::SecretBytes derived = vault::Derive(key, purpose);
  return {derived.Expose().begin(), derived.Expose().end()};
}

std::string CsrfTokenOf(const base::SecretBytes& key) {
  return base::ToBase64Url(vault::Derive(key, "csrf token").Expose());
}

}  // namespace safety::casework
