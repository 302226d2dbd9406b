#include "journey/path.h"

#include <algorithm>

#include "journey/validation.h"

namespace safety::journey {
namespace {

/// One walk from the first page. Conditions see only the answers of stops that were walked through.
class Walk {
 public:
  Walk(const Journey& journey, const Answers& answers, base::UtcTime today)
      : journey_(journey), answers_(answers), today_(today), walked_(journey.pages().size()) {}

  Path Go() {
    path_.stops.reserve(walked_.size());
    Stop stop{&journey_.first_page(), 0};
    while (stop.page != nullptr) {
      path_.stops.push_back(stop);
      walked_[stop.page->place] = stop.item + 1;
      if (stop.page->ends || !Passes(stop)) {
        return std::move(path_);
      }
      if (AsksForOneMore(*stop.page)) {
        const Group& group = *journey_.FindGroup(stop.page->lists);
        path_.stops.push_back({&journey_.pages()[group.first_place], Items(group)});
        return std::move(path_);
      }
      stop = Next(stop);
    }
    path_.reaches_check = true;
    return std::move(path_);
  }

 private:
  [[nodiscard]] bool Passes(const Stop& stop) const {
    const Page& page = *stop.page;
    if (page.questions.empty()) {
      return answers_.HasSeen(page.id);
    }
    bool answered = false;
    for (const Question& question : page.questions) {
      const Answers::Values* values = answers_.Find(question.id, stop.item);
      answered = answered || values != nullptr;
      if (values == nullptr ? question.required
                            : CheckAnswer(question, *values, today_).has_value()) {
        return false;
      }
    }
    return answered;
  }

  [[nodiscard]] bool AsksForOneMore(const Page& page) const {
    if (page.lists.empty() || !answers_.Chose(page.questions[0].id, "yes")) {
      return false;
    }
    const Group& group = *journey_.FindGroup(page.lists);
    return Items(group) < group.max_items;
  }

  /// The items to walk through. The first one's pages are shown before it exists.
  [[nodiscard]] std::uint32_t Items(const Group& group) const {
    return std::clamp<std::uint32_t>(answers_.ItemCount(group.id), 1, group.max_items);
  }

  [[nodiscard]] Stop Next(const Stop& stop) const {
    Place to = stop.page->next_place;
    for (const Route& route : stop.page->routes) {
      if (std::ranges::all_of(route.when,
                              [&](const Condition& condition) { return Holds(condition, stop); })) {
        to = route.to_place;
        break;
      }
    }
    if (to == kNoPlace) {
      return {};
    }
    if (stop.page->group.empty()) {
      return {&journey_.pages()[to], 0};
    }
    const Group& group = *journey_.FindGroup(stop.page->group);
    if (to != group.list_place) {
      return {&journey_.pages()[to], stop.item};
    }
    if (stop.item + 1 < Items(group)) {
      return {&journey_.pages()[group.first_place], stop.item + 1};
    }
    return {&journey_.pages()[to], 0};
  }

  [[nodiscard]] bool Holds(const Condition& condition, const Stop& stop) const {
    static const Answers::Values kNothing;
    const std::uint32_t item = journey_.pages()[condition.page].group.empty() ? 0 : stop.item;
    const Answers::Values* found =
        walked_[condition.page] == item + 1 ? answers_.Find(condition.question, item) : nullptr;
    const Answers::Values& values = found == nullptr ? kNothing : *found;
    const auto in = [](const std::vector<std::string>& ids) {
      return
          [&ids](const std::string& value) { return std::ranges::find(ids, value) != ids.end(); };
    };
    return (condition.any.empty() || std::ranges::any_of(values, in(condition.any))) &&
           (condition.only.empty() ||
            (!values.empty() && std::ranges::all_of(values, in(condition.only)))) &&
           (!condition.answered || *condition.answered == !values.empty());
  }

  const Journey& journey_;
  const Answers& answers_;
  const base::UtcTime today_;
  std::vector<std::uint32_t> walked_;  ///< by place: the last item walked through, plus one
  Path path_;
};

}  // namespace

bool Path::Contains(const Page& page, std::uint32_t item) const {
  return std::ranges::find(stops, Stop{&page, item}) != stops.end();
}

std::optional<Stop> Path::Before(const Page& page, std::uint32_t item) const {
  const auto at = std::ranges::find(stops, Stop{&page, item});
  return at == stops.end() || at == stops.begin() ? std::nullopt : std::optional(*std::prev(at));
}

std::optional<Stop> Path::After(const Page& page, std::uint32_t item) const {
  const auto at = std::ranges::find(stops, Stop{&page, item});
  return at == stops.end() || std::next(at) == stops.end() ? std::nullopt
                                                           : std::optional(*std::next(at));
}

Path FindPath(const Journey& journey, const Answers& answers, base::UtcTime today) {
  return Walk(journey, answers, today).Go();
}

}  // namespace safety::journey
