#include "site/fit_answers.h"

#include <algorithm>

#include "journey/validation.h"

namespace safety::site {

journey::Answers AnswersThatFit(const journey::Journey& journey, const journey::Answers& answers,
                                base::UtcTime today) {
  journey::Answers fitting;
  for (const journey::Group& group : journey.groups()) {
    fitting.SetItemCount(group.id, std::min(answers.ItemCount(group.id), group.max_items));
  }
  for (const auto& [key, values] : answers.all()) {
    const journey::Question* question = journey.FindQuestion(key.question);
    if (question == nullptr || journey::CheckAnswer(*question, values, today)) {
      continue;
    }
    const journey::Page& page = *journey.PageOf(key.question);
    const std::uint32_t items = page.group.empty() ? 1 : fitting.ItemCount(page.group);
    if (key.item < items) {
      fitting.Set(key.question, key.item, values);
    }
  }
  return fitting;
}

}  // namespace safety::site
