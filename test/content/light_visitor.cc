#include "content/light_visitor.h"

namespace safety::content {
namespace {

using journey::AnswerType;
using journey::Question;

std::string Lightest(const Question& question) {
  switch (question.type) {
    case AnswerType::kSingle:
    case AnswerType::kMany:
      return question.options.back().id;
    case AnswerType::kEmail:
      return "somebody@example.com";
    case AnswerType::kPhone:
      return "07700 900123";
    default:
      return "It happened.";
  }
}

}  // namespace

journey::Fields LightVisitor::operator()(const journey::Stop& stop) const {
  journey::Fields fields;
  for (const Question& question : stop.page->questions) {
    if (const auto found = chosen_.find(question.id); found != chosen_.end()) {
      for (const std::string& option : found->second) {
        fields.emplace_back(question.id, option);
      }
    } else if (question.required) {
      fields.emplace_back(question.id, Lightest(question));
    }
  }
  return fields;
}

}  // namespace safety::content
