#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"
#include "base/secret_bytes.h"

namespace safety::casework {

// What Visitor and SessionKey have in common: 32 random bytes that live in a cookie, and what is
// derived from them. Internal to this room.

[[nodiscard]] base::SecretBytes NewCookieKey();

/// URL-safe base64 of exactly 32 bytes; nothing for anything else.
[[nodiscard]] std::optional<base::SecretBytes> ParseCookieKey(std::string_view value);
[[nodiscard]] std::string SpellCookieKey(const base::SecretBytes& key);

/// 32 bytes derived for a purpose that makes them no secret, such as an id in the database.
[[nodiscard]] base::Bytes PublicPart(const base::SecretBytes& key, std::string_view purpose);

/// What a form must send back to show that it came from our own page.
[[nodiscard]] std::string CsrfTokenOf(const base::SecretBytes& key);

}  // namespace safety::casework
