#include "vault/return_code.h"

#include <algorithm>

#include "base/check.h"

namespace safety::vault {
namespace {

constexpr std::size_t kLongestWord = 12;
// Seven of the longest words, numbered and one a line, fit well; a page of text does not.
constexpr std::size_t kLongestTyped = 400;

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

bool IsWord(std::string_view text) {
  return text.size() >= 2 && text.size() <= kLongestWord && std::ranges::all_of(text, IsLetter);
}

/// Takes the next run of letters off the front of `rest`; empty at its end.
std::string_view TakeRun(std::string_view& rest) {
  const auto* const begin = std::ranges::find_if(rest, IsLetter);
  const auto* const end = std::find_if_not(begin, rest.end(), IsLetter);
  rest.remove_prefix(static_cast<std::size_t>(end - rest.begin()));
  return {begin, end};
}

base::SecretBytes InLowerCase(std::string_view typed) {
  auto lower = base::SecretBytes::CopyOf(base::AsBytes(typed));
  for (std::uint8_t& c : lower.Expose()) {
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<std::uint8_t>(c - 'A' + 'a');
    }
  }
  return lower;
}

}  // namespace

std::expected<WordList, WordList::Error> WordList::Parse(std::string_view text) {
  WordList list;
  list.words_.reserve(kSize);
  list.index_.reserve(kSize);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!IsWord(word)) {
      return std::unexpected(Error::kBadWord);
    }
    if (list.words_.size() == kSize) {
      return std::unexpected(Error::kWrongCount);
    }
    const auto index = static_cast<std::uint16_t>(list.words_.size());
    if (!list.index_.emplace(word, index).second) {
      return std::unexpected(Error::kRepeatedWord);
    }
    list.words_.emplace_back(word);
  }
  if (list.words_.size() != kSize) {
    return std::unexpected(Error::kWrongCount);
  }
  return list;
}

std::size_t WordList::Find(std::string_view word) const {
  const auto found = index_.find(word);
  return found == index_.end() ? kSize : found->second;
}

ReturnCode::~ReturnCode() {
  base::Wipe({reinterpret_cast<std::uint8_t*>(words_.data()), sizeof words_});
}

ReturnCode ReturnCode::FromSeed(const base::SecretBytes& seed) {
  base::Check(seed.size() >= 32, "a return code's seed has at least 32 bytes");
  // Long division of the whole seed by 7,776: it has 165 bits more than a code, so that the bias is
  // below 2^-165.
  base::SecretBytes number = seed.Clone();
  ReturnCode code;
  for (std::uint16_t& word : code.words_) {
    std::uint32_t remainder = 0;
    for (std::uint8_t& byte : number.Expose()) {
      const std::uint32_t value = remainder << 8 | byte;
      byte = static_cast<std::uint8_t>(value / WordList::kSize);
      remainder = static_cast<std::uint32_t>(value % WordList::kSize);
    }
    word = static_cast<std::uint16_t>(remainder);
  }
  return code;
}

std::expected<ReturnCode, ReturnCode::ParseError> ReturnCode::Parse(std::string_view typed,
                                                                    const WordList& words) {
  if (typed.size() > kLongestTyped) {
    return std::unexpected(ParseError::kWrongCount);
  }
  const base::SecretBytes lower = InLowerCase(typed);
  std::string_view rest = base::AsText(lower.Expose());
  ReturnCode code;
  std::size_t count = 0;
  for (std::string_view run = TakeRun(rest); !run.empty(); run = TakeRun(rest)) {
    const std::size_t index = words.Find(run);
    if (index == WordList::kSize) {
      return std::unexpected(ParseError::kUnknownWord);
    }
    if (count == kWords) {
      return std::unexpected(ParseError::kWrongCount);
    }
    code.words_[count++] = static_cast<std::uint16_t>(index);
  }
  if (count != kWords) {
    return std::unexpected(ParseError::kWrongCount);
  }
  return code;
}

std::string ReturnCode::Spell(const WordList& words) const {
  std::string text;
  text.reserve(kWords * (kLongestWord + 1));  // one allocation: no copies are left behind
  for (const std::uint16_t word : words_) {
    if (!text.empty()) {
      text.push_back(' ');
    }
    text += words.word(word);
  }
  return text;
}

MailboxKeys MailboxKeys::From(const ReturnCode& code, const base::SecretBytes& mailbox_key) {
  base::SecretBytes spelled(2 * ReturnCode::kWords);
  for (std::size_t i = 0; i < ReturnCode::kWords; ++i) {
    spelled.Expose()[2 * i] = static_cast<std::uint8_t>(code.words_[i]);
    spelled.Expose()[2 * i + 1] = static_cast<std::uint8_t>(code.words_[i] >> 8);
  }
  const base::SecretBytes codes_key = Derive(mailbox_key, "return code");
  const base::SecretBytes own = Derive(codes_key, base::AsText(spelled.Expose()));
  const base::SecretBytes lookup_id = Derive(own, "mailbox lookup id");
  return {.lookup_id = base::Bytes(lookup_id.Expose().begin(), lookup_id.Expose().end()),
          .keys = KeyPair::FromSecret(Derive(own, "mailbox key pair"))};
}

}  // namespace safety::vault
