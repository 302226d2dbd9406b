#include "main/demo_answers.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "safeguarding/vocabulary.h"

namespace safety::main {
namespace {

using journey::Answers;
using safeguarding::Report;
using Values = Answers::Values;

Values One(const std::string& text) { return text.empty() ? Values{} : Values{text}; }

Values Age(std::optional<int> age) { return age ? Values{std::to_string(*age)} : Values{}; }

Values Joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += text.empty() ? line : "\n" + line;
  }
  return One(text);
}

Values Usernames(const std::vector<safeguarding::Identifier>& identifiers) {
  std::vector<std::string> lines;
  for (const auto& identifier : identifiers) {
    lines.push_back(identifier.platform.empty() ? identifier.value
                                                : identifier.platform + " " + identifier.value);
  }
  return Joined(lines);
}

/// "2014-02-01" as day, month, year; what is not known stays empty.
Values DateParts(const std::string& date) {
  if (date.empty()) {
    return {};
  }
  const auto part = [&date](std::size_t at, std::size_t length) {
    return date.size() >= at + length ? date.substr(at, length) : std::string();
  };
  return {part(8, 2), part(5, 2), part(0, 4)};
}

/// The item's values, or nothing when there are fewer items.
template <class Items, class Get>
Values Of(const Items& items, std::uint32_t item, Get get) {
  return item < items.size() ? get(items[item]) : Values{};
}

using Reader = std::function<Values(const Report&, std::uint32_t item)>;

template <class Get>
Reader Child(Get get) {
  return [get](const Report& report, std::uint32_t i) { return Of(report.children, i, get); };
}
template <class Get>
Reader Person(Get get) {
  return [get](const Report& report, std::uint32_t i) {
    return Of(report.persons_of_concern, i, get);
  };
}
template <class Get>
Reader Involved(Get get) {
  return [get](const Report& report, std::uint32_t i) {
    return Of(report.professionals_involved, i, get);
  };
}
template <class Get>
Reader Whole(Get get) {
  return [get](const Report& report, std::uint32_t) { return get(report); };
}

/// How each field that a question may fill reads in a report.
const std::map<std::string, Reader, std::less<>>& Readers() {
  static const std::map<std::string, Reader, std::less<>> readers = {
      {"summary", Whole([](const auto& r) { return One(r.summary); })},
      {"nation", Whole([](const auto& r) { return Values{std::string(IdOf(r.nation))}; })},
      {"immediate_danger",
       Whole([](const auto& r) { return Values{r.immediate_danger ? "yes" : "no"}; })},
      {"tell_us_anyway",
       Whole([](const auto& r) { return r.tell_us_anyway ? Values{"yes"} : Values{}; })},
      {"already_reported.by", Whole([](const auto& r) { return One(r.already_reported.by); })},
      {"already_reported.reference",
       Whole([](const auto& r) { return One(r.already_reported.reference); })},
      {"reporter.name", Whole([](const auto& r) { return One(r.reporter.name); })},
      {"reporter.email", Whole([](const auto& r) { return One(r.reporter.email); })},
      {"reporter.phone", Whole([](const auto& r) { return One(r.reporter.phone); })},
      {"reporter.organisation", Whole([](const auto& r) { return One(r.reporter.organisation); })},
      {"reporter.role", Whole([](const auto& r) { return One(r.reporter.role); })},
      {"reporter.relationship", Whole([](const auto& r) { return One(r.reporter.relationship); })},
      {"reporter.safe_contact.methods",
       Whole([](const auto& r) { return r.reporter.safe_contact.methods; })},
      {"reporter.safe_contact.times",
       Whole([](const auto& r) { return One(r.reporter.safe_contact.times); })},
      {"reporter.safe_contact.notes",
       Whole([](const auto& r) { return One(r.reporter.safe_contact.notes); })},
      {"child.name", Child([](const auto& c) { return One(c.name); })},
      {"child.also_known_as", Child([](const auto& c) { return Joined(c.also_known_as); })},
      {"child.age", Child([](const auto& c) { return Age(c.age); })},
      {"child.date_of_birth", Child([](const auto& c) { return DateParts(c.date_of_birth); })},
      {"child.school", Child([](const auto& c) { return One(c.school); })},
      {"child.postcode", Child([](const auto& c) { return One(c.postcode); })},
      {"child.usernames", Child([](const auto& c) { return Usernames(c.identifiers); })},
      {"child.wishes", Child([](const auto& c) { return One(c.wishes); })},
      {"person.name", Person([](const auto& p) { return One(p.name); })},
      {"person.also_known_as", Person([](const auto& p) { return Joined(p.also_known_as); })},
      {"person.age", Person([](const auto& p) { return Age(p.age); })},
      {"person.relationship", Person([](const auto& p) { return One(p.relationship); })},
      {"person.usernames", Person([](const auto& p) { return Usernames(p.identifiers); })},
      {"involved.name", Involved([](const auto& p) { return One(p.name); })},
      {"involved.role", Involved([](const auto& p) { return One(p.role); })},
      {"involved.organisation", Involved([](const auto& p) { return One(p.organisation); })},
      {"involved.contact", Involved([](const auto& p) { return One(p.contact); })},
  };
  return readers;
}

template <class T, class Set>
bool Has(const Set& set, std::string_view id) {
  const auto value = safeguarding::Parse<T>(id);
  return value && set.Has(*value);
}

bool Holds(const Report& report, const journey::Question& question, const journey::Option& option) {
  if (question.fills == "concerns") {
    return Has<safeguarding::Concern>(report.concerns, option.id);
  }
  if (question.fills == "circumstances") {
    return Has<safeguarding::Circumstance>(report.circumstances, option.id);
  }
  if (question.fills == "advice_wanted") {
    return Has<safeguarding::Circumstance>(report.advice_wanted, option.id);
  }
  return !option.means.empty() && std::ranges::all_of(option.means, [&](const auto& id) {
    return Has<safeguarding::Circumstance>(report.circumstances, id);
  });
}

bool IsOption(const journey::Question& question, std::string_view id) {
  return std::ranges::any_of(question.options,
                             [id](const journey::Option& option) { return option.id == id; });
}

Values AnswerTo(const journey::Question& question, const Report& report, std::uint32_t item) {
  if (const auto reader = Readers().find(question.fills); reader != Readers().end()) {
    Values values = reader->second(report, item);
    if (!question.options.empty()) {
      std::erase_if(values, [&](const auto& id) { return !IsOption(question, id); });
    }
    return values;
  }
  Values chosen;
  for (const journey::Option& option : question.options) {
    if (Holds(report, question, option)) {
      chosen.push_back(option.id);
    }
  }
  return chosen;
}

std::uint32_t ItemsOf(const Report& report, std::string_view group) {
  const std::size_t count = group == "children"             ? report.children.size()
                            : group == "persons_of_concern" ? report.persons_of_concern.size()
                            : group.empty()                 ? 1
                                                            : report.professionals_involved.size();
  return static_cast<std::uint32_t>(count);
}

}  // namespace

DemoAnswers AnswersOf(const Report& report, const journey::Journey& journey) {
  DemoAnswers made;
  bool told = false;  // several questions may fill the summary; it is told once
  for (const journey::Page& page : journey.pages()) {
    const std::uint32_t items = ItemsOf(report, page.group);
    for (std::uint32_t item = 0; item < items; ++item) {
      bool answered = false;
      for (const journey::Question& question : page.questions) {
        if (question.fills == "summary" && std::exchange(told, true)) {
          continue;
        }
        Values values = AnswerTo(question, report, item);
        answered = answered || !values.empty();
        made.answers.Set(question.id, item, std::move(values));
      }
      if (answered) {
        made.path.stops.push_back({.page = &page, .item = item});
      }
    }
    if (!page.group.empty()) {
      made.answers.SetItemCount(page.group, items);
    }
  }
  return made;
}

}  // namespace safety::main
