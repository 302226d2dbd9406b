#pragma once

#include <compare>
#include <expected>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace safety::base {

/// A case's reference as people read it out on the telephone: `7KXQ4-MZTPB`.
///
/// Nine random characters and a check character, from 29 that are hard to mistake for one another
/// and hold no vowel, so that no word appears by chance. 29 is prime and each place has its own
/// weight, so any one wrong character and any two exchanged ones are always noticed. Never
/// sequential: it says nothing about how many reports there are.
class Reference {
 public:
  /// The reference that `seed` leads to, evenly over all of them. The same seed always gives the
  /// same reference. Needs at least 9 bytes.
  static Reference FromSeed(ByteView seed);

  enum class ParseError { kWrongLength, kWrongCharacter, kWrongCheck };

  /// Reads what a person typed: any case; spaces and hyphens anywhere.
  [[nodiscard]] static std::expected<Reference, ParseError> Parse(std::string_view typed);

  /// The one spelling that is stored and shown.
  [[nodiscard]] const std::string& text() const { return text_; }
  auto operator<=>(const Reference&) const = default;

 private:
  explicit Reference(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

}  // namespace safety::base
