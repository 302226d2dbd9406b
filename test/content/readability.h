#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace safety::content {

/// How hard English is to read, as far as counting can tell.
struct Reading {
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t syllables = 0;
  std::size_t longest_sentence = 0;  ///< in words

  /// Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59. A United States school
  /// grade; the age is about five more. 0 for no words.
  [[nodiscard]] double Grade() const;
};

/// Each line is a sentence of its own, or several, ended by . ? or : followed by a space.
[[nodiscard]] Reading Measure(const std::vector<std::string>& lines);

/// How many syllables an English word has, by its letters: runs of vowels, without a silent e.
[[nodiscard]] std::size_t CountSyllables(std::string_view word);

/// Markdown as the lines that somebody reads: no marks, links as their words, no empty lines.
[[nodiscard]] std::vector<std::string> LinesOfMarkdown(std::string_view markdown);

}  // namespace safety::content
