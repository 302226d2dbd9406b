#include "base/reference.h"

#include <array>

#include "base/check.h"

namespace safety::base {
namespace {

constexpr std::string_view kAlphabet = "23456789BCDFGHJKLMNPQRSTVWXYZ";
constexpr unsigned kModulus = 29;
constexpr std::size_t kLength = 10;
constexpr std::size_t kGroup = 5;
static_assert(kAlphabet.size() == kModulus);

// Powers of 2, a primitive root of 29: ten different weights, none of them zero. The last is 1, so
// the check character is simply what is missing to a multiple of 29.
constexpr std::array<unsigned, kLength> kWeights = [] {
  std::array<unsigned, kLength> weights{};
  unsigned power = 1;
  for (std::size_t i = kLength; i-- > 0;) {
    weights[i] = power;
    power = power * 2 % kModulus;
  }
  return weights;
}();

using Digits = std::array<unsigned, kLength>;

unsigned WeightedSum(const Digits& digits) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < kLength; ++i) {
    sum += digits[i] * kWeights[i];
  }
  return sum % kModulus;
}

std::string Spell(const Digits& digits) {
  std::string text;
  for (std::size_t i = 0; i < kLength; ++i) {
    if (i == kGroup) {
      text.push_back('-');
    }
    text.push_back(kAlphabet[digits[i]]);
  }
  return text;
}

}  // namespace

Reference Reference::FromSeed(ByteView seed) {
  Check(seed.size() >= kLength - 1, "a reference's seed has at least nine bytes");
  // Long division of the whole seed by 29: the bias of a 16-byte seed is below 2^-84.
  Bytes number(seed.begin(), seed.end());
  Digits digits{};
  for (std::size_t i = 0; i + 1 < kLength; ++i) {
    unsigned remainder = 0;
    for (std::uint8_t& byte : number) {
      const unsigned value = remainder * 256 + byte;
      byte = static_cast<std::uint8_t>(value / kModulus);
      remainder = value % kModulus;
    }
    digits[i] = remainder;
  }
  digits[kLength - 1] = (kModulus - WeightedSum(digits)) % kModulus;
  return Reference(Spell(digits));
}

std::expected<Reference, Reference::ParseError> Reference::Parse(std::string_view typed) {
  Digits digits{};
  std::size_t count = 0;
  for (char c : typed) {
    if (c == ' ' || c == '-') {
      continue;
    }
    if (c >= 'a' && c <= 'z') {
      c = static_cast<char>(c - 'a' + 'A');
    }
    const std::size_t digit = kAlphabet.find(c);
    if (digit == std::string_view::npos) {
      return std::unexpected(ParseError::kWrongCharacter);
    }
    if (count == kLength) {
      return std::unexpected(ParseError::kWrongLength);
    }
    digits[count++] = static_cast<unsigned>(digit);
  }
  if (count != kLength) {
    return std::unexpected(ParseError::kWrongLength);
  }
  if (WeightedSum(digits) != 0) {
    return std::unexpected(ParseError::kWrongCheck);
  }
  return Reference(Spell(digits));
}

}  // namespace safety::base
