#include <utility>

#include "casework/cookie_key.h"
#include "casework/sign_in.h"
#include "vault/keys.h"

namespace safety::casework {

SessionKey SessionKey::New() { return SessionKey(NewCookieKey()); }

std::optional<SessionKey> SessionKey::FromCookie(std::string_view value) {
  auto key = ParseCookieKey(value);
  return key ? std::optional(SessionKey(*std::move(key))) : std::nullopt;
}

std::string SessionKey::ToCookie() const { return SpellCookieKey(key_); }

base::Bytes SessionKey::Id() const { return vault::Fingerprint(key_.Expose()); }

base::SecretBytes SessionKey::WrappingKey() const {
  return vault::Derive(key_, "session wrapping key");
}

std::string SessionKey::CsrfToken() const { return CsrfTokenOf(key_); }

bool SessionKey::IsCsrfToken(std::string_view token) const {
  return base::SameSecret(base::AsBytes(CsrfTokenOf(key_)), base::AsBytes(token));
}

base::SecretBytes SessionKey::SeedFor(std::string_view purpose) const {
  return vault::Derive(vault::Derive(key_, "session seed"), purpose);
}

}  // namespace safety::casework
