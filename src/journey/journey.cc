#include "journey/journey.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "journey/journey_checks.h"
#include "journey/journey_reader.h"

namespace safety::journey {

std::expected<Journey, datafile::Fault> Journey::Load(const datafile::File& file) {
  JourneySource source = ReadJourney(file);
  if (auto read = source.document.Finish(); !read) {
    return std::unexpected(std::move(read.error()));
  }
  CheckAndResolve(source);
  if (auto checked = source.document.Finish(); !checked) {
    return std::unexpected(std::move(checked.error()));
  }
  return Journey(std::move(source.id), std::move(source.audience), std::move(source.groups),
                 std::move(source.pages));
}

Journey::Journey(std::string id, std::string audience, std::vector<Group> groups,
                 std::vector<Page> pages)
    : id_(std::move(id)),
      audience_(std::move(audience)),
      groups_(std::move(groups)),
      pages_(std::move(pages)),
      pages_by_id_(pages_.size()) {
  std::iota(pages_by_id_.begin(), pages_by_id_.end(), 0U);
  std::ranges::sort(pages_by_id_, {}, [this](Place place) { return pages_[place].id; });
  for (const Page& page : pages_) {
    for (std::uint32_t i = 0; i < page.questions.size(); ++i) {
      questions_by_id_.push_back({page.place, i});
    }
  }
  std::ranges::sort(questions_by_id_, {}, [this](QuestionPlace at) { return IdAt(at); });
}

const Page* Journey::FindPage(std::string_view id) const {
  const auto id_of = [this](Place place) -> std::string_view { return pages_[place].id; };
  const auto found = std::ranges::lower_bound(pages_by_id_, id, {}, id_of);
  return found == pages_by_id_.end() || id_of(*found) != id ? nullptr : &pages_[*found];
}

const std::string& Journey::IdAt(QuestionPlace at) const {
  return pages_[at.page].questions[at.question].id;
}

std::optional<Journey::QuestionPlace> Journey::Locate(std::string_view question_id) const {
  const auto id_of = [this](QuestionPlace at) -> std::string_view { return IdAt(at); };
  const auto found = std::ranges::lower_bound(questions_by_id_, question_id, {}, id_of);
  if (found == questions_by_id_.end() || id_of(*found) != question_id) {
    return std::nullopt;
  }
  return *found;
}

const Question* Journey::FindQuestion(std::string_view id) const {
  const auto at = Locate(id);
  return at ? &pages_[at->page].questions[at->question] : nullptr;
}

const Page* Journey::PageOf(std::string_view question_id) const {
  const auto at = Locate(question_id);
  return at ? &pages_[at->page] : nullptr;
}

const Group* Journey::FindGroup(std::string_view id) const {
  const auto found = std::ranges::find(groups_, id, &Group::id);
  return found == groups_.end() ? nullptr : &*found;
}

}  // namespace safety::journey
