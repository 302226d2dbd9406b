#include "content/readability.h"

#include <algorithm>
#include <cctype>

namespace safety::content {
namespace {

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool IsWordCharacter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'';
}
bool IsVowel(char c) { return std::string_view("aeiouy").contains(c); }

std::string LowerLetters(std::string_view word) {
  std::string letters;
  for (const char c : word) {
    if (IsLetter(c)) {
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return letters;
}

void EndSentence(std::size_t& words, Reading& reading) {
  if (words > 0) {
    ++reading.sentences;
    reading.longest_sentence = std::max(reading.longest_sentence, words);
    words = 0;
  }
}

void MeasureLine(std::string_view line, Reading& reading) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (!IsWordCharacter(line[at])) {
      const bool last = at + 1 == line.size() || line[at + 1] == ' ';
      if (last && std::string_view(".?:").contains(line[at])) {
        EndSentence(words, reading);
      }
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < line.size() && IsWordCharacter(line[end])) {
      ++end;
    }
    ++words;
    ++reading.words;
    reading.syllables += CountSyllables(line.substr(at, end - at));
    at = end;
  }
  EndSentence(words, reading);
}

/// "[words](address)" becomes "words".
std::string WithoutAddresses(std::string_view line) {
  std::string plain;
  bool in_address = false;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line.substr(at).starts_with("](")) {
      in_address = true;
      ++at;
    } else if (in_address) {
      in_address = line[at] != ')';
    } else if (line[at] != '[' && line[at] != '*' && line[at] != '#' && line[at] != '`') {
      plain += line[at];
    }
  }
  return plain;
}

}  // namespace

double Reading::Grade() const {
  if (words == 0) {
    return 0;
  }
  const auto count = static_cast<double>(words);
  return 0.39 * count / static_cast<double>(sentences) +
         11.8 * static_cast<double>(syllables) / count - 15.59;
}

Reading Measure(const std::vector<std::string>& lines) {
  Reading reading;
  for (const std::string& line : lines) {
    MeasureLine(line, reading);
  }
  return reading;
}

std::size_t CountSyllables(std::string_view word) {
  std::string letters = LowerLetters(word);
  const auto ends = [&letters](std::string_view end) { return letters.ends_with(end); };
  const auto before = [&letters](std::size_t from_end) {
    return letters.size() > from_end ? letters[letters.size() - 1 - from_end] : ' ';
  };
  if (letters.size() > 3) {
    const bool sounded_ed = before(2) == 't' || before(2) == 'd';
    const bool sounded_es = std::string_view("sxzhcg").contains(before(2));
    const bool sounded_le = ends("le") && !IsVowel(before(2));
    if ((ends("ed") && !sounded_ed) || (ends("es") && !sounded_es)) {
      letters.resize(letters.size() - 2);
    } else if (ends("e") && !sounded_le) {
      letters.pop_back();
    }
  }
  std::size_t syllables = 0;
  bool in_vowels = false;
  for (const char c : letters) {
    const bool vowel = IsVowel(c);
    syllables += vowel && !in_vowels ? 1 : 0;
    in_vowels = vowel;
  }
  return std::max<std::size_t>(syllables, 1);
}

std::vector<std::string> LinesOfMarkdown(std::string_view markdown) {
  std::vector<std::string> lines;
  while (!markdown.empty()) {
    const std::size_t end = std::min(markdown.find('\n'), markdown.size());
    std::string line = WithoutAddresses(markdown.substr(0, end));
    line.erase(0, std::min(line.find_first_not_of(" -"), line.size()));
    if (!line.empty()) {
      lines.push_back(std::move(line));
    }
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
  return lines;
}

}  // namespace safety::content
