#include "journey/edit.h"

namespace safety::journey {
namespace {

void OpenList(const Journey& journey, const Group& group, Answers& answers) {
  answers.Erase(journey.pages()[group.list_place].questions[0].id);
}

}  // namespace

void Store(const Journey& journey, const Stop& stop, const Submission& submission,
           Answers& answers) {
  const Page& page = *stop.page;
  if (page.questions.empty()) {
    answers.MarkSeen(page.id);
  }
  for (const auto& [question, values] : submission.answers) {
    answers.Set(question, stop.item, values);
  }
  if (page.group.empty()) {
    return;
  }
  const Group& group = *journey.FindGroup(page.group);
  if (page.place == group.first_place && stop.item >= answers.ItemCount(group.id)) {
    answers.SetItemCount(group.id, stop.item + 1);
    OpenList(journey, group, answers);
  }
}

std::vector<std::string> QuestionsOf(const Journey& journey, std::string_view group) {
  std::vector<std::string> ids;
  for (const Page& page : journey.pages()) {
    if (page.group == group) {
      for (const Question& question : page.questions) {
        ids.push_back(question.id);
      }
    }
  }
  return ids;
}

bool MayAddItem(const Group& group, const Answers& answers) {
  return answers.ItemCount(group.id) < group.max_items;
}

void RemoveItem(const Journey& journey, const Group& group, std::uint32_t item, Answers& answers) {
  if (item < answers.ItemCount(group.id)) {
    answers.RemoveItem(group.id, QuestionsOf(journey, group.id), item);
    OpenList(journey, group, answers);
  }
}

}  // namespace safety::journey
