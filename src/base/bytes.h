#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safety::base {

/// Bytes that are no secret: ciphertext, digests, public keys.
using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

[[nodiscard]] ByteView AsBytes(std::string_view text);
[[nodiscard]] std::string_view AsText(ByteView bytes);

/// Fills `out` from the kernel's random source (getrandom). Aborts if the kernel has none.
void FillRandom(std::span<std::uint8_t> out);

/// Lower-case hexadecimal, two characters a byte.
[[nodiscard]] std::string ToHex(ByteView bytes);

/// URL-safe base64 without padding (RFC 4648, section 5).
[[nodiscard]] std::string ToBase64Url(ByteView bytes);

enum class DecodeError { kBadCharacter, kBadLength };

/// The reverse of ToHex, upper case allowed.
[[nodiscard]] std::expected<Bytes, DecodeError> FromHex(std::string_view text);

/// The reverse of ToBase64Url. Strict: refuses padding and stray bits, so that every value has one
/// spelling only.
[[nodiscard]] std::expected<Bytes, DecodeError> FromBase64Url(std::string_view text);

}  // namespace safety::base
