#include "casework/activation_key.h"

#include <utility>

#include "base/check.h"
#include "casework/cookie_key.h"
#include "casework/second_factor.h"
#include "vault/keys.h"

namespace safety::casework {
namespace {

base::ByteView Front(const base::SecretBytes& bytes, std::size_t size) {
  return bytes.Expose().first(size);
}

}  // namespace

ActivationKey ActivationKey::New() { return ActivationKey(NewCookieKey()); }

std::optional<ActivationKey> ActivationKey::FromCookie(std::string_view value) {
  auto key = ParseCookieKey(value);
  return key ? std::optional(ActivationKey(*std::move(key))) : std::nullopt;
}

std::string ActivationKey::ToCookie() const { return SpellCookieKey(key_); }

base::AccountId ActivationKey::AccountFor(base::ByteView invitation) const {
  const base::SecretBytes own =
      vault::Derive(vault::Derive(key_, "activation account"), base::AsText(invitation));
  const auto id = base::AccountId::FromBytes(Front(own, base::AccountId::kSize));
  base::Check(id.has_value(), "an account's id has its size");
  return *id;
}

base::SecretBytes ActivationKey::SecondFactorFor(base::ByteView invitation) const {
  const base::SecretBytes own =
      vault::Derive(vault::Derive(key_, "activation second factor"), base::AsText(invitation));
  return base::SecretBytes::CopyOf(Front(own, kSecondFactorBytes));
}

std::string ActivationKey::CsrfToken() const { return CsrfTokenOf(key_); }

bool ActivationKey::IsCsrfToken(std::string_view token) const {
  return base::SameSecret(base::AsBytes(CsrfTokenOf(key_)), base::AsBytes(token));
}

}  // namespace safety::casework
