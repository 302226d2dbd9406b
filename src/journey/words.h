#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>

#include "datafile/file.h"
#include "journey/journey.h"

namespace safety::journey {

struct QuestionWords {
  std::string label;
  std::string hint;     ///< may be empty
  std::string missing;  ///< "Enter…", "Select…"
  std::string name;     ///< for errors: "Your email address"
  std::map<std::string, std::string, std::less<>> options;
  std::map<std::string, std::string, std::less<>> option_hints;
};

struct PageWords {
  std::string title;    ///< the h1; empty when the page's only question is its heading
  std::string caption;  ///< "Child {item}" on pages of a group; may be empty
  std::string body;     ///< Markdown before the questions; may be empty
  std::string button;   ///< empty means the site's "Continue"
  std::map<std::string, QuestionWords, std::less<>> questions;
};

/// One language's words for one journey. Complete or refused: a page, question or option without
/// words, and words without a page, question or option, are faults. Immutable once loaded.
class Words {
 public:
  [[nodiscard]] static std::expected<Words, datafile::Fault> Load(const datafile::File& file,
                                                                  const Journey& journey);
  [[nodiscard]] const PageWords& page(std::string_view id) const;
  [[nodiscard]] const QuestionWords& question(std::string_view id) const;

 private:
  std::map<std::string, PageWords, std::less<>> pages_;
  std::map<std::string, std::string, std::less<>> page_of_question_;
};

}  // namespace safety::journey
