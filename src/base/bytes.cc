#include "base/bytes.h"

#include <sys/random.h>

#include <array>
#include <cerrno>

#include "base/check.h"

namespace safety::base {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::uint8_t kNotADigit = 0xff;

constexpr std::array<std::uint8_t, 256> Reverse(std::string_view digits) {
  std::array<std::uint8_t, 256> table{};
  table.fill(kNotADigit);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    table[static_cast<std::uint8_t>(digits[i])] = static_cast<std::uint8_t>(i);
  }
  return table;
}

constexpr auto kHexValues = [] {
  auto table = Reverse(kHexDigits);
  for (std::uint8_t i = 0; i < 6; ++i) {
    table[static_cast<std::size_t>('A' + i)] = static_cast<std::uint8_t>(10 + i);
  }
  return table;
}();
constexpr auto kBase64Values = Reverse(kBase64Digits);

std::uint8_t ValueOf(const std::array<std::uint8_t, 256>& table, char digit) {
  return table[static_cast<std::uint8_t>(digit)];
}

}  // namespace

ByteView AsBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

std::string_view AsText(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void FillRandom(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const ssize_t got = getrandom(out.data(), out.size(), 0);
    if (got < 0 && errno == EINTR) {
      continue;
    }
    Check(got > 0, "the kernel gives random bytes");
    out = out.subspan(static_cast<std::size_t>(got));
  }
}

std::string ToHex(ByteView bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    text.push_back(kHexDigits[byte >> 4]);
    text.push_back(kHexDigits[byte & 0xf]);
  }
  return text;
}

std::expected<Bytes, DecodeError> FromHex(std::string_view text) {
  if (text.size() % 2 != 0) {
    return std::unexpected(DecodeError::kBadLength);
  }
  Bytes bytes;
  bytes.reserve(text.size() / 2);
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const std::uint8_t high = ValueOf(kHexValues, text[i]);
    const std::uint8_t low = ValueOf(kHexValues, text[i + 1]);
    if (high == kNotADigit || low == kNotADigit) {
      return std::unexpected(DecodeError::kBadCharacter);
    }
    bytes.push_back(static_cast<std::uint8_t>(high << 4 | low));
  }
  return bytes;
}

std::string ToBase64Url(ByteView bytes) {
  std::string text;
  text.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t pending = 0;
  int bits = 0;
  for (const std::uint8_t byte : bytes) {
    pending = pending << 8 | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text.push_back(kBase64Digits[pending >> bits & 0x3f]);
    }
  }
  if (bits > 0) {
    text.push_back(kBase64Digits[pending << (6 - bits) & 0x3f]);
  }
  return text;
}

std::expected<Bytes, DecodeError> FromBase64Url(std::string_view text) {
  if (text.size() % 4 == 1) {
    return std::unexpected(DecodeError::kBadLength);
  }
  Bytes bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t pending = 0;
  int bits = 0;
  for (const char digit : text) {
    const std::uint8_t value = ValueOf(kBase64Values, digit);
    if (value == kNotADigit) {
      return std::unexpected(DecodeError::kBadCharacter);
    }
    pending = pending << 6 | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push_back(static_cast<std::uint8_t>(pending >> bits));
    }
  }
  const std::uint32_t stray = pending & ((1U << bits) - 1);
  if (stray != 0) {
    return std::unexpected(DecodeError::kBadCharacter);
  }
  return bytes;
}

}  // namespace safety::base
