#include "casework/visitor.h"

#include "casework/cookie_key.h"
#include "vault/keys.h"

namespace safety::casework {

Visitor Visitor::New() { return Visitor(NewCookieKey()); }

std::optional<Visitor> Visitor::FromCookie(std::string_view value) {
  auto key = ParseCookieKey(value);
  return key ? std::optional(Visitor(*std::move(key))) : std::nullopt;
}

std::string Visitor::ToCookie() const { return SpellCookieKey(key_); }

base::Bytes Visitor::DraftId() const { return PublicPart(key_, "visitor draft id"); }

base::SecretBytes Visitor::DraftKey() const { return vault::Derive(key_, "visitor draft key"); }

base::Bytes Visitor::SubmissionId() const { return PublicPart(key_, "visitor submission id"); }

base::Bytes Visitor::ReferenceSeed() const { return PublicPart(key_, "visitor reference seed"); }

vault::ReturnCode Visitor::Code() const {
  return vault::ReturnCode::FromSeed(vault::Derive(key_, "visitor return code"));
}

std::string Visitor::CsrfToken() const { return CsrfTokenOf(key_); }

bool Visitor::IsCsrfToken(std::string_view token) const {
  return base::SameSecret(base::AsBytes(CsrfTokenOf(key_)), base::AsBytes(token));
}

}  // namespace safety::casework
