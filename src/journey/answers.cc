#include "journey/answers.h"

#include <algorithm>
#include <utility>

namespace safety::journey {

const Answers::Values* Answers::Find(std::string_view question, std::uint32_t item) const {
  const auto found = values_.find(AnswerKeyView{question, item});
  return found == values_.end() ? nullptr : &found->second;
}

std::string_view Answers::First(std::string_view question, std::uint32_t item) const {
  const Values* values = Find(question, item);
  return values == nullptr || values->empty() ? std::string_view{} : values->front();
}

bool Answers::Chose(std::string_view question, std::string_view option, std::uint32_t item) const {
  const Values* values = Find(question, item);
  return values != nullptr && std::ranges::find(*values, option) != values->end();
}

void Answers::Set(std::string_view question, std::uint32_t item, Values values) {
  values_.insert_or_assign(AnswerKey{std::string(question), item}, std::move(values));
}

void Answers::Erase(std::string_view question, std::uint32_t item) {
  const auto found = values_.find(AnswerKeyView{question, item});
  if (found != values_.end()) {
    values_.erase(found);
  }
}

std::uint32_t Answers::ItemCount(std::string_view group) const {
  const auto found = items_.find(group);
  return found == items_.end() ? 0 : found->second;
}

void Answers::SetItemCount(std::string_view group, std::uint32_t count) {
  if (count > 0) {
    items_.insert_or_assign(std::string(group), count);
  } else if (const auto found = items_.find(group); found != items_.end()) {
    items_.erase(found);
  }
}

void Answers::RemoveItem(std::string_view group, const std::vector<std::string>& questions,
                         std::uint32_t item) {
  const std::uint32_t count = ItemCount(group);
  if (item >= count) {
    return;
  }
  for (const std::string& question : questions) {
    Erase(question, item);
    for (std::uint32_t later = item + 1; later < count; ++later) {
      if (auto moved = values_.extract(AnswerKey{question, later}); !moved.empty()) {
        moved.key().item = later - 1;
        values_.insert(std::move(moved));
      }
    }
  }
  SetItemCount(group, count - 1);
}

}  // namespace safety::journey
