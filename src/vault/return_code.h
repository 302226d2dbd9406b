#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/bytes.h"
#include "base/secret_bytes.h"
#include "vault/keys.h"

namespace safety::vault {

/// The 7,776 words that return codes are made of. Immutable; safe from any thread.
class WordList {
 public:
  static constexpr std::size_t kSize = 7776;
  enum class Error { kWrongCount, kRepeatedWord, kBadWord };
  /// One word of 2 to 12 lower-case letters a line. No hyphens: people type them between words.
  [[nodiscard]] static std::expected<WordList, Error> Parse(std::string_view text);
  [[nodiscard]] const std::string& word(std::size_t index) const { return words_[index]; }
  /// The index of `word`, or kSize.
  [[nodiscard]] std::size_t Find(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::vector<std::string> words_;
  std::unordered_map<std::string, std::uint16_t, Hash, std::equal_to<>> index_;
};

/// Seven words, 90 bits: what brings a reporter back to their mailbox. Shown once, never stored,
/// never in an address or a log.
class ReturnCode {
 public:
  static constexpr std::size_t kWords = 7;
  enum class ParseError { kWrongCount, kUnknownWord };

  ReturnCode(const ReturnCode&) = default;
  ReturnCode& operator=(const ReturnCode&) = default;
  ~ReturnCode();  ///< wipes it

  /// The code that `seed` (32 bytes) leads to, evenly over all of them.
  static ReturnCode FromSeed(const base::SecretBytes& seed);
  /// Reads what a person typed: any case, and between the words anything that is not a letter, such
  /// as spaces, commas, hyphens, numbers of a list or line ends.
  [[nodiscard]] static std::expected<ReturnCode, ParseError> Parse(std::string_view typed,
                                                                   const WordList& words);
  /// The words with single spaces.
  [[nodiscard]] std::string Spell(const WordList& words) const;

  bool operator==(const ReturnCode&) const = default;

 private:
  friend struct MailboxKeys;
  ReturnCode() = default;
  std::array<std::uint16_t, kWords> words_{};
};

/// What a return code opens. Derived by keyed BLAKE2b under `mailbox_key`, which lives in the key
/// file and never in the database: who holds the database alone cannot try codes.
struct MailboxKeys {
  base::Bytes lookup_id;  ///< 32 bytes; the store finds the mailbox by it
  KeyPair keys;           ///< replies are sealed to the public half

  static MailboxKeys From(const ReturnCode& code, const base::SecretBytes& mailbox_key);
};

}  // namespace safety::vault
