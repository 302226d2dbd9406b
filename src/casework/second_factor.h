#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/secret_bytes.h"

namespace safety::casework {

/// Time-based one-time codes (RFC 6238: SHA-1, 30 seconds, 6 digits), as every authenticator app
/// makes them.
inline constexpr std::size_t kSecondFactorBytes = 20;

/// The counter that `code` belongs to, if it is right now, one step ago or one step ahead. The
/// caller spends the counter, so that a code works once.
[[nodiscard]] std::optional<std::uint64_t> MatchCode(const base::SecretBytes& secret,
                                                     std::string_view code, base::UtcTime now);

/// The code at `now`.
[[nodiscard]] std::string CodeAt(const base::SecretBytes& secret, base::UtcTime now);

/// The secret as people type it into an app: eight groups of four letters and digits.
[[nodiscard]] std::string SpellForTyping(const base::SecretBytes& secret);

/// otpauth://totp/Service:name?secret=…&issuer=…
[[nodiscard]] std::string ProvisioningAddress(const base::SecretBytes& secret,
                                              std::string_view service, std::string_view account);

}  // namespace safety::casework
