#include <algorithm>

#include "casework/report_from_answers.h"

namespace safety::casework {
namespace {

using journey::Answers;
using journey::AnswerType;

std::string Replace(std::string text, std::string_view placeholder, std::string_view value) {
  if (const auto at = text.find(placeholder); at != std::string::npos) {
    text.replace(at, placeholder.size(), value);
  }
  return text;
}

std::string Join(const std::vector<std::string>& parts, char separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) {
      text += text.empty() ? "" : std::string(1, separator);
      text += part;
    }
  }
  return text;
}

/// Chosen options in the order the page shows them, in its words.
std::string ChosenWords(const journey::Question& question, const journey::QuestionWords& words,
                        const Answers::Values& values) {
  std::vector<std::string> chosen;
  for (const journey::Option& option : question.options) {
    if (std::ranges::find(values, option.id) != values.end()) {
      const auto found = words.options.find(option.id);
      chosen.push_back(found == words.options.end() ? option.id : found->second);
    }
  }
  return Join(chosen, '\n');
}

std::string InWords(const journey::Question& question, const journey::QuestionWords& words,
                    const Answers::Values* values) {
  if (values == nullptr) {
    return "";
  }
  switch (question.type) {
    case AnswerType::kSingle:
    case AnswerType::kMany:
      return ChosenWords(question, words, *values);
    case AnswerType::kDate:
      return Join(*values, '/');
    default:
      return Join(*values, '\n');
  }
}

}  // namespace

std::vector<TranscriptLine> TranscriptOf(const journey::Journey& journey,
                                         const journey::Words& words, const Answers& answers,
                                         const journey::Path& path) {
  std::vector<TranscriptLine> lines;
  for (const journey::Stop& stop : path.stops) {
    const journey::PageWords& page = words.page(stop.page->id);
    const bool is_item = journey.FindGroup(stop.page->group) != nullptr;
    for (const journey::Question& question : stop.page->questions) {
      const journey::QuestionWords& asked = words.question(question.id);
      lines.push_back(
          {.heading = is_item ? Replace(page.caption, "{item}", std::to_string(stop.item + 1)) : "",
           .question_id = question.id,
           .question = asked.label.empty() ? page.title : asked.label,
           .answer = InWords(question, asked, answers.Find(question.id, stop.item))});
    }
  }
  return lines;
}

}  // namespace safety::casework
