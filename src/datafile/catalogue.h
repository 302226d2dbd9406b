#pragma once

#include <expected>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "datafile/file.h"

namespace safety::datafile {

/// The words of one part of the product in one language: texts by dotted name, "queue.title" being
/// `title` in the table [queue]. Complete or refused: a name that the code asks for and the file
/// lacks, and one that the file has and nobody asks for, are faults. Immutable; safe from any
/// thread.
class Catalogue {
 public:
  /// `names` are all the names that the code asks for.
  [[nodiscard]] static std::expected<Catalogue, Fault> Load(
      const File& file, std::span<const std::string_view> names);

  /// Aborts on a name that was not given to Load: that is our own mistake.
  [[nodiscard]] const std::string& operator[](std::string_view name) const;

  /// nullptr for a name that was not given to Load: for names that come from stored data.
  [[nodiscard]] const std::string* Find(std::string_view name) const;

  using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;
  /// The text with each {placeholder} replaced by its value; others stay as they are.
  [[nodiscard]] std::string Fill(std::string_view name, Values values) const;

 private:
  std::map<std::string, std::string, std::less<>> texts_;
};

}  // namespace safety::datafile
