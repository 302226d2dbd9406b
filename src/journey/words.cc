#include "journey/words.h"

#include <utility>

#include "base/check.h"

namespace safety::journey {
namespace {

using datafile::Table;

constexpr std::size_t kMaxBodyBytes = 16'384;

QuestionWords ReadQuestion(Table words, const Question& question) {
  QuestionWords read;
  read.label = words.Text("label");
  read.hint = words.TextOr("hint", "");
  read.missing = question.required ? words.Text("missing") : words.TextOr("missing", "");
  read.name = words.Text("name");
  if (!question.options.empty()) {
    Table options = words.Sub("option");
    std::optional<Table> hints = words.OptionalSub("option_hint");
    for (const Option& option : question.options) {
      read.options.emplace(option.id, options.Text(option.id));
      if (hints) {
        read.option_hints.emplace(option.id, hints->TextOr(option.id, ""));
      }
    }
    std::erase_if(read.option_hints, [](const auto& hint) { return hint.second.empty(); });
  }
  return read;
}

PageWords ReadPage(Table words, const Page& page) {
  PageWords read;
  // A page's only question is its heading; any other page needs one of its own.
  read.title = page.questions.size() == 1 ? words.TextOr("title", "") : words.Text("title");
  read.caption = words.TextOr("caption", "");
  if (page.group.empty() && read.caption.contains("{item}")) {
    words.Refuse("caption", "names an item, but the page is in no group");
  }
  read.body = words.TextOr("body", "", kMaxBodyBytes);
  read.button = words.TextOr("button", "");
  return read;
}

}  // namespace

std::expected<Words, datafile::Fault> Words::Load(const datafile::File& file,
                                                  const Journey& journey) {
  datafile::Document document = datafile::Document::Parse(file.text, file.name);
  Table root = document.root();
  Table pages = root.Sub("page");
  Words words;
  for (const Page& page : journey.pages()) {
    PageWords read = ReadPage(pages.Sub(page.id), page);
    for (const Question& question : page.questions) {
      read.questions.emplace(question.id,
                             ReadQuestion(root.Sub("question").Sub(question.id), question));
      words.page_of_question_.emplace(question.id, page.id);
    }
    words.pages_.emplace(page.id, std::move(read));
  }
  if (auto finished = document.Finish(); !finished) {
    return std::unexpected(std::move(finished.error()));
  }
  return words;
}

const PageWords& Words::page(std::string_view id) const {
  const auto found = pages_.find(id);
  base::Check(found != pages_.end(), "every page of the journey has its words");
  return found->second;
}

const QuestionWords& Words::question(std::string_view id) const {
  const auto found = page_of_question_.find(id);
  base::Check(found != page_of_question_.end(), "every question of the journey has its words");
  return page(found->second).questions.find(id)->second;
}

}  // namespace safety::journey
