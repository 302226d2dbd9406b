#include "datafile/near_miss.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace safety::datafile {
namespace {

constexpr std::size_t kLongestWord = 64;

/// Levenshtein's distance: a character put in, left out or replaced counts one.
std::size_t Distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0U);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, diagonal + 1, row[j] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string NearMiss(std::string_view typed, const std::set<std::string, std::less<>>& known) {
  std::string best;
  std::size_t best_distance = typed.size() <= 4 ? 2 : 3;
  if (typed.size() > kLongestWord) {
    return best;
  }
  for (const std::string& word : known) {
    const std::size_t distance = word.size() > kLongestWord ? best_distance : Distance(typed, word);
    if (distance < best_distance && distance < word.size()) {
      best = word;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace safety::datafile
