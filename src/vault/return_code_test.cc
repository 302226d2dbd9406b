#include "vault/return_code.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>
#include <string>

namespace safety::vault {
namespace {

const std::string& ListText() {
  static const std::string text = [] {
    std::ifstream file(SAFETY_SOURCE_DIR "/content/return-code-words.txt");
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return text;
}

const WordList& Words() {
  static const WordList words = WordList::Parse(ListText()).value();
  return words;
}

base::SecretBytes CountedSeed() {
  base::SecretBytes seed(32);
  std::iota(seed.Expose().begin(), seed.Expose().end(), std::uint8_t{0});
  return seed;
}

ReturnCode AnyCode() {
  const auto seed = *rc::gen::container<base::Bytes>(32, rc::gen::arbitrary<std::uint8_t>());
  return ReturnCode::FromSeed(base::SecretBytes::CopyOf(seed));
}

// Worked out with another implementation of long division.
TEST(ReturnCode, KnownAnswer) {
  EXPECT_EQ(ReturnCode::FromSeed(CountedSeed()).Spell(Words()),
            "muster mumbo crucial heroism multitude foe attention");
}

TEST(ReturnCode, ReadsWhatPeopleType) {
  const ReturnCode code = ReturnCode::FromSeed(CountedSeed());
  for (const char* typed : {
           "muster mumbo crucial heroism multitude foe attention",
           "Muster Mumbo Crucial HEROISM multitude foe attention",
           "  muster   mumbo,crucial, heroism\tmultitude\r\nfoe\nattention. ",
           "muster-mumbo-crucial-heroism-multitude-foe-attention",
           "muster - mumbo - crucial - heroism - multitude - foe - attention",
           "muster\u2013mumbo\u00a0crucial\u2014heroism multitude foe attention",
           "1. muster 2. mumbo 3. crucial 4. heroism 5. multitude 6. foe 7. attention",
       }) {
    EXPECT_EQ(ReturnCode::Parse(typed, Words()), code) << typed;
  }
}

TEST(ReturnCode, NamesWhatIsWrong) {
  using enum ReturnCode::ParseError;
  const std::string six = "muster mumbo crucial heroism multitude foe";
  EXPECT_EQ(ReturnCode::Parse("", Words()).error(), kWrongCount);
  EXPECT_EQ(ReturnCode::Parse(" -,\n", Words()).error(), kWrongCount);
  EXPECT_EQ(ReturnCode::Parse(six, Words()).error(), kWrongCount);
  EXPECT_EQ(ReturnCode::Parse(six + " attention attention", Words()).error(), kWrongCount);
  EXPECT_EQ(ReturnCode::Parse(std::string(1'000'000, 'a'), Words()).error(), kWrongCount);
  EXPECT_EQ(ReturnCode::Parse(six + " atention", Words()).error(), kUnknownWord);
  EXPECT_EQ(ReturnCode::Parse(six + " caf\u00e9", Words()).error(), kUnknownWord);
}

RC_GTEST_PROP(ReturnCode, WhatIsSpelledReadsBack, ()) {
  const ReturnCode code = AnyCode();
  std::string typed = code.Spell(Words());
  RC_ASSERT(ReturnCode::Parse(typed, Words()).value() == code);
  std::ranges::replace(typed, ' ', *rc::gen::elementOf(std::string("-,\n.;_")));
  std::ranges::transform(typed, typed.begin(), [](unsigned char c) { return toupper(c); });
  RC_ASSERT(ReturnCode::Parse(typed, Words()).value() == code);
}

RC_GTEST_PROP(ReturnCode, AnySeedsFirstBytesAndLastCount, ()) {
  base::SecretBytes seed = CountedSeed();
  const auto at = *rc::gen::inRange<std::size_t>(0, 32);
  seed.Expose()[at] = static_cast<std::uint8_t>(seed.Expose()[at] ^ *rc::gen::inRange(1, 256));
  RC_ASSERT(!(ReturnCode::FromSeed(seed) == ReturnCode::FromSeed(CountedSeed())));
}

TEST(MailboxKeys, KnownAnswer) {
  const auto keys = MailboxKeys::From(ReturnCode::FromSeed(CountedSeed()),
                                      base::SecretBytes::CopyOf(base::Bytes(32, 9)));
  EXPECT_EQ(base::ToHex(keys.lookup_id),
            "e47037962360df854b2681994e82218bb5b02ed5d4742ea2b433023772c80291");
}

RC_GTEST_PROP(MailboxKeys, DependOnTheCodeAndTheKeyFile, ()) {
  const ReturnCode code = AnyCode();
  const ReturnCode other_code = AnyCode();
  RC_PRE(!(code == other_code));
  const auto key = base::SecretBytes::CopyOf(base::Bytes(32, 9));
  const auto other_key = base::SecretBytes::CopyOf(base::Bytes(32, 10));
  const MailboxKeys keys = MailboxKeys::From(code, key);
  RC_ASSERT(keys.lookup_id == MailboxKeys::From(code, key).lookup_id);
  RC_ASSERT(keys.keys.public_key() == MailboxKeys::From(code, key).keys.public_key());
  for (const MailboxKeys& other :
       {MailboxKeys::From(other_code, key), MailboxKeys::From(code, other_key)}) {
    RC_ASSERT(keys.lookup_id != other.lookup_id);
    RC_ASSERT(keys.keys.public_key() != other.keys.public_key());
  }
}

TEST(WordList, KnowsItsWords) {
  EXPECT_EQ(Words().word(0), "abacus");
  EXPECT_EQ(Words().word(WordList::kSize - 1), "zoom");
  for (std::size_t i = 0; i < WordList::kSize; ++i) {
    EXPECT_EQ(Words().Find(Words().word(i)), i);
  }
  EXPECT_EQ(Words().Find("xyzzy"), WordList::kSize);
  EXPECT_EQ(Words().Find(""), WordList::kSize);
}

TEST(WordList, RefusesAnotherList) {
  using enum WordList::Error;
  const std::string rest = ListText().substr(ListText().find('\n') + 1);
  ASSERT_TRUE(WordList::Parse("abaculus\n" + rest).has_value());
  EXPECT_EQ(WordList::Parse("").error(), kWrongCount);
  EXPECT_EQ(WordList::Parse(rest).error(), kWrongCount);
  EXPECT_EQ(WordList::Parse(ListText() + "another\n").error(), kWrongCount);
  EXPECT_EQ(WordList::Parse("zoom\n" + rest).error(), kRepeatedWord);
  for (const char* word :
       {"", "a", "Abacus", "abacus ", "abacus\r", "aba-cus", "ab1", "abcdefghijklm", "caf\u00e9"}) {
    EXPECT_EQ(WordList::Parse(std::string(word) + "\n" + rest).error(), kBadWord) << word;
  }
}

}  // namespace
}  // namespace safety::vault
