#include "casework/second_factor.h"

#include <liboath/oath.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <memory>

#include "base/bytes.h"
#include "base/check.h"

namespace safety::casework {
namespace {

constexpr std::int64_t kStepSeconds = 30;
constexpr unsigned kDigits = 6;
using Code = std::array<char, kDigits + 1>;  // liboath ends it with a NUL

std::int64_t CounterAt(base::UtcTime now) {
  return std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count() / kStepSeconds;
}

Code CodeOf(const base::SecretBytes& secret, std::uint64_t counter) {
  Code code{};
  const std::string_view bytes = base::AsText(secret.Expose());
  base::Check(oath_hotp_generate(bytes.data(), bytes.size(), counter, kDigits,
                                 /*add_checksum=*/false, OATH_HOTP_DYNAMIC_TRUNCATION,
                                 code.data()) == OATH_OK,
              "a second factor's secret makes codes");
  return code;
}

std::string_view Text(const Code& code) { return {code.data(), kDigits}; }

std::string ToBase32(const base::SecretBytes& secret) {
  const std::string_view bytes = base::AsText(secret.Expose());
  char* text = nullptr;
  std::size_t size = 0;
  base::Check(oath_base32_encode(bytes.data(), bytes.size(), &text, &size) == OATH_OK,
              "there is memory to spell a second factor");
  const std::unique_ptr<char, decltype(&std::free)> owner(text, &std::free);
  std::string spelled(text, size);
  base::Wipe({reinterpret_cast<std::uint8_t*>(text), size});
  std::erase(spelled, '=');
  return spelled;
}

/// RFC 3986: everything but the unreserved characters becomes %XX.
std::string PercentEncode(std::string_view text) {
  constexpr std::string_view kUnreserved =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (kUnreserved.contains(c)) {
      encoded.push_back(c);
    } else {
      const auto byte = static_cast<std::uint8_t>(c);
      encoded += {'%', kHex[byte >> 4], kHex[byte & 0xf]};
    }
  }
  return encoded;
}

}  // namespace

std::optional<std::uint64_t> MatchCode(const base::SecretBytes& secret, std::string_view code,
                                       base::UtcTime now) {
  std::string digits(code);
  std::erase(digits, ' ');  // apps show "123 456"
  // All three are compared, and each whole, so that time says nothing about how near a guess was.
  std::optional<std::uint64_t> matched;
  const std::int64_t current = CounterAt(now);
  for (std::int64_t counter = std::max<std::int64_t>(0, current - 1); counter <= current + 1;
       ++counter) {
    const auto step = static_cast<std::uint64_t>(counter);
    if (base::SameSecret(base::AsBytes(Text(CodeOf(secret, step))), base::AsBytes(digits))) {
      matched = step;
    }
  }
  return matched;
}

std::string CodeAt(const base::SecretBytes& secret, base::UtcTime now) {
  return std::string(Text(CodeOf(secret, static_cast<std::uint64_t>(CounterAt(now)))));
}

std::string SpellForTyping(const base::SecretBytes& secret) {
  constexpr std::size_t kGroup = 4;
  std::string spelled = ToBase32(secret);
  // From the back, so that earlier places stay where they are.
  for (std::size_t end = (spelled.size() - 1) / kGroup * kGroup; end > 0; end -= kGroup) {
    spelled.insert(end, 1, ' ');
  }
  return spelled;
}

std::string ProvisioningAddress(const base::SecretBytes& secret, std::string_view service,
                                std::string_view account) {
  const std::string issuer = PercentEncode(service);
  return "otpauth://totp/" + issuer + ":" + PercentEncode(account) + "?secret=" + ToBase32(secret) +
         "&issuer=" + issuer;
}

}  // namespace safety::casework
