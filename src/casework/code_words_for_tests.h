#pragma once

#include <string>

#include "base/check.h"
#include "vault/return_code.h"

namespace safety::casework {

/// A list of the right length, of words of three letters that mean nothing: "aaa", "aab", …
inline const vault::WordList& CodeWordsForTests() {
  static const vault::WordList words = [] {
    std::string text;
    for (std::size_t i = 0; i < vault::WordList::kSize; ++i) {
      for (const std::size_t power : {26UZ * 26UZ, 26UZ, 1UZ}) {
        text.push_back(static_cast<char>('a' + i / power % 26));
      }
      text.push_back('\n');
    }
    auto parsed = vault::WordList::Parse(text);
    base::Check(parsed.has_value(), "the words of the tests are a word list");
    return *std::move(parsed);
  }();
  return words;
}

}  // namespace safety::casework
