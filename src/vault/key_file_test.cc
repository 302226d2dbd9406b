#include "vault/key_file.h"

#include <gtest/gtest.h>

namespace safety::vault {
namespace {

const std::string kKey =
    "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";  // any case is read

std::string Good() {
  return "safety-centre key file 1\n"
         "mailbox_key = " +
         kKey + "\nsecond_factor_key=" + kKey + "\n\nlinkage_key = " + kKey +
         "\r\njournal_signing_key = " + kKey;
}

TEST(KeyFile, WhatIsWrittenReadsBack) {
  const KeyFile file = KeyFile::Generate();
  const base::SecretBytes text = file.Serialise();
  const auto read = KeyFile::Parse(base::AsText(text.Expose()));
  ASSERT_TRUE(read.has_value()) << read.error();
  EXPECT_TRUE(base::SameSecret(read->mailbox_key.Expose(), file.mailbox_key.Expose()));
  EXPECT_TRUE(base::SameSecret(read->second_factor_key.Expose(), file.second_factor_key.Expose()));
  EXPECT_TRUE(base::SameSecret(read->linkage_key.Expose(), file.linkage_key.Expose()));
  EXPECT_TRUE(
      base::SameSecret(read->journal_signing_key.Expose(), file.journal_signing_key.Expose()));
  EXPECT_FALSE(base::SameSecret(file.mailbox_key.Expose(), file.linkage_key.Expose()));
  EXPECT_EQ(base::AsText(text.Expose()).back(), '\n');
}

TEST(KeyFile, SmallDifferencesInSpellingAreRead) {
  const auto read = KeyFile::Parse(Good());
  ASSERT_TRUE(read.has_value()) << read.error();
  EXPECT_EQ(read->linkage_key.Expose().front(), 0x00);
  EXPECT_EQ(read->linkage_key.Expose().back(), 0xff);
}

TEST(KeyFile, NamesTheLineThatIsWrong) {
  const struct {
    std::string text;
    std::string reason;
  } table[] = {
      {"", "it ends without mailbox_key"},
      {"safety-centre key file 2\n", "line 1: this is not a key file, or of a later version"},
      {"safety-centre key file 1\nmailbox_key\n", "line 2: this is not \"name = key\""},
      {Good() + "\nspare_key = " + kKey, "line 7: there is no key of this name"},
      {Good() + "\nlinkage_key = " + kKey, "line 7: this key is here twice"},
      {Good() + "0", "line 6: a key is 64 hexadecimal digits"},
      {Good().substr(0, Good().size() - 1), "line 6: a key is 64 hexadecimal digits"},
      {Good().substr(0, Good().size() - 1) + "g", "line 6: a key is 64 hexadecimal digits"},
      {Good().substr(0, Good().rfind('\n')), "it ends without journal_signing_key"},
  };
  for (const auto& [text, reason] : table) {
    const auto read = KeyFile::Parse(text);
    ASSERT_FALSE(read.has_value()) << reason;
    EXPECT_EQ(read.error(), reason);
  }
}

}  // namespace
}  // namespace safety::vault
