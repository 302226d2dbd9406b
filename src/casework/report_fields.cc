#include "casework/report_fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

#include "base/text.h"
#include "safeguarding/limits.h"

namespace safety::casework {
namespace {

using journey::AnswerType;
using safeguarding::Child;
using safeguarding::Circumstance;
using safeguarding::Concern;
using safeguarding::Identifier;
using safeguarding::Nation;
using safeguarding::PersonOfConcern;
using safeguarding::ProfessionalInvolved;

bool IsText(AnswerType type) {
  return type == AnswerType::kText || type == AnswerType::kLongText || type == AnswerType::kEmail ||
         type == AnswerType::kPhone;
}
bool IsSingle(AnswerType type) { return type == AnswerType::kSingle; }
bool IsMany(AnswerType type) { return type == AnswerType::kMany; }
bool IsAge(AnswerType type) { return type == AnswerType::kAge; }
bool IsDate(AnswerType type) { return type == AnswerType::kDate; }

template <class T>
bool IsId(std::string_view id) {
  return safeguarding::Parse<T>(id).has_value();
}

bool IsAdvice(std::string_view id) {
  constexpr std::array<std::string_view, 4> kAdvice = {
      "additional_vulnerability", "parents_hard_to_engage", "previous_abuse", "images_circulating"};
  return std::ranges::find(kAdvice, id) != kAdvice.end();
}

template <class T>
T& ItemAt(std::vector<T>& items, std::uint32_t item) {
  if (items.size() <= item) {
    items.resize(item + 1);
  }
  return items[item];
}

Child& ChildOf(ReportDraft& draft, const Answer& answer) {
  return ItemAt(draft.report.children, answer.item);
}
PersonOfConcern& PersonOf(ReportDraft& draft, const Answer& answer) {
  return ItemAt(draft.report.persons_of_concern, answer.item);
}
ProfessionalInvolved& InvolvedOf(ReportDraft& draft, const Answer& answer) {
  return ItemAt(draft.report.professionals_involved, answer.item);
}

bool IsExclusive(const journey::Question& question, std::string_view id) {
  const auto option = std::ranges::find(question.options, id, &journey::Option::id);
  return option != question.options.end() && option->exclusive;
}

/// Adds the chosen ids; "none of these" is no id.
template <class Set>
void AddIds(Set& set, const Answer& answer) {
  for (const std::string& id : answer.values) {
    const auto value = safeguarding::Parse<typename Set::Value>(id);
    if (value && !IsExclusive(answer.question, id)) {
      set.Add(*value);
    }
  }
}

/// Adds one line each, at most `max_items` in all: what is left over joins the last, because
/// nothing that was told may get lost.
template <class Add>
void AddLines(std::string_view text, std::size_t room, Add add) {
  while (!(text = base::Trim(text)).empty()) {
    const auto end = room <= 1 ? std::string_view::npos : text.find('\n');
    std::string line(base::Trim(text.substr(0, end)));
    std::ranges::replace(line, '\n', ' ');
    add(std::move(line));
    if (end == std::string_view::npos) {
      return;
    }
    text.remove_prefix(end);
    --room;
  }
}

template <class Person>
void AddNames(Person& person, const Answer& answer) {
  AddLines(answer.text(), safeguarding::kMaxNames,
           [&](std::string line) { person.also_known_as.push_back(std::move(line)); });
}

template <class Person>
void AddUsernames(Person& person, const Answer& answer) {
  AddLines(answer.text(), safeguarding::kMaxIdentifiers, [&](std::string line) {
    person.identifiers.push_back(Identifier{"username", "", std::move(line)});
  });
}

std::optional<int> Number(std::string_view text, int min, int max) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= min && value <= max ? std::optional(value) : std::nullopt;
}

std::optional<int> Age(const Answer& answer) {
  return Number(answer.text(), 0, safeguarding::kMaxAge);
}

/// YYYY-MM-DD from day, month, year, or as much of it as is known from the left.
std::string PartialDate(const journey::Answers::Values& parts) {
  const auto part = [&](std::size_t index, int max) {
    return index < parts.size() ? Number(parts[index], 1, max) : std::nullopt;
  };
  const auto year = part(2, 9999);
  const auto month = part(1, 12);
  const auto day = part(0, 31);
  if (!year || *year < 1900) {
    return "";
  }
  char text[16];
  if (!month) {
    std::snprintf(text, sizeof text, "%04d", *year);
  } else if (!day || !std::chrono::year_month_day(std::chrono::year(*year),
                                                  std::chrono::month(static_cast<unsigned>(*month)),
                                                  std::chrono::day(static_cast<unsigned>(*day)))
                          .ok()) {
    std::snprintf(text, sizeof text, "%04d-%02d", *year, *month);
  } else {
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", *year, *month, *day);
  }
  return text;
}

void AddToSummary(ReportDraft& draft, const Answer& answer) {
  std::string& summary = draft.report.summary;
  summary += summary.empty() ? "" : "\n\n";
  summary += answer.text();
}

void AddPlatforms(ReportDraft& draft, const Answer& answer) {
  for (const std::string& id : answer.values) {
    if (!IsExclusive(answer.question, id)) {
      ItemAt(draft.platforms, answer.item).push_back(id);
    }
  }
}

void AddMethods(ReportDraft& draft, const Answer& answer) {
  for (const std::string& id : answer.values) {
    if (!IsExclusive(answer.question, id)) {
      draft.report.reporter.safe_contact.methods.push_back(id);
    }
  }
}

constexpr std::string_view kChildren = "children";
constexpr std::string_view kPersons = "persons_of_concern";
constexpr std::string_view kInvolved = "professionals_involved";

using D = ReportDraft;
using A = Answer;

template <auto Member>
void FillReporter(D& d, const A& a) {
  d.report.reporter.*Member = a.text();
}
template <auto Member>
void FillContact(D& d, const A& a) {
  d.report.reporter.safe_contact.*Member = a.text();
}
template <auto Member>
void FillAlready(D& d, const A& a) {
  d.report.already_reported.*Member = a.text();
}
template <auto Member>
void FillChild(D& d, const A& a) {
  ChildOf(d, a).*Member = a.text();
}
template <auto Member>
void FillPerson(D& d, const A& a) {
  PersonOf(d, a).*Member = a.text();
}
template <auto Member>
void FillInvolved(D& d, const A& a) {
  InvolvedOf(d, a).*Member = a.text();
}

using safeguarding::AlreadyReported;
using safeguarding::kMaxIdentifier;
using safeguarding::kMaxIdentifiers;
using safeguarding::kMaxLine;
using safeguarding::kMaxMethods;
using safeguarding::kMaxNames;
using safeguarding::kMaxSummary;
using safeguarding::kMaxText;
using safeguarding::Reporter;
using safeguarding::SafeContact;

/// By name.
constexpr auto kFields = std::to_array<ReportField>({
    {"advice_wanted", "", IsMany, 0, 0, IsAdvice,
     [](D& d, const A& a) { AddIds(d.report.advice_wanted, a); }},
    {"already_reported.by", "", IsText, kMaxLine, 0, nullptr, FillAlready<&AlreadyReported::by>},
    {"already_reported.reference", "", IsText, kMaxLine, 0, nullptr,
     FillAlready<&AlreadyReported::reference>},
    {"child.age", kChildren, IsAge, 0, 0, nullptr,
     [](D& d, const A& a) { ChildOf(d, a).age = Age(a); }},
    {"child.also_known_as", kChildren, IsText, kMaxIdentifier, kMaxNames, nullptr,
     [](D& d, const A& a) { AddNames(ChildOf(d, a), a); }},
    {"child.date_of_birth", kChildren, IsDate, 0, 0, nullptr,
     [](D& d, const A& a) { ChildOf(d, a).date_of_birth = PartialDate(a.values); }},
    {"child.name", kChildren, IsText, kMaxLine, 0, nullptr, FillChild<&Child::name>},
    {"child.postcode", kChildren, IsText, kMaxLine, 0, nullptr, FillChild<&Child::postcode>},
    {"child.school", kChildren, IsText, kMaxLine, 0, nullptr, FillChild<&Child::school>},
    {"child.usernames", kChildren, IsText, kMaxIdentifier, kMaxIdentifiers, nullptr,
     [](D& d, const A& a) { AddUsernames(ChildOf(d, a), a); }},
    {"child.wishes", kChildren, IsText, kMaxText, 0, nullptr, FillChild<&Child::wishes>},
    {"circumstances", "", IsMany, 0, 0, IsId<Circumstance>,
     [](D& d, const A& a) { AddIds(d.report.circumstances, a); }},
    {"concerns", "", IsMany, 0, 0, IsId<Concern>,
     [](D& d, const A& a) { AddIds(d.report.concerns, a); }},
    {"immediate_danger", "", IsSingle, 0, 0, nullptr,
     [](D& d, const A& a) { d.report.immediate_danger |= a.yes(); }},
    {"involved.contact", kInvolved, IsText, kMaxLine, 0, nullptr,
     FillInvolved<&ProfessionalInvolved::contact>},
    {"involved.name", kInvolved, IsText, kMaxLine, 0, nullptr,
     FillInvolved<&ProfessionalInvolved::name>},
    {"involved.organisation", kInvolved, IsText, kMaxLine, 0, nullptr,
     FillInvolved<&ProfessionalInvolved::organisation>},
    {"involved.role", kInvolved, IsText, kMaxLine, 0, nullptr,
     FillInvolved<&ProfessionalInvolved::role>},
    {"nation", "", IsSingle, 0, 0, IsId<Nation>,
     [](D& d, const A& a) {
       d.report.nation =
           safeguarding::Parse<Nation>(a.text()).value_or(Nation::kUnknown);
     }},
    {"person.age", kPersons, IsAge, 0, 0, nullptr,
     [](D& d, const A& a) { PersonOf(d, a).age = Age(a); }},
    {"person.also_known_as", kPersons, IsText, kMaxIdentifier, kMaxNames, nullptr,
     [](D& d, const A& a) { AddNames(PersonOf(d, a), a); }},
    {"person.name", kPersons, IsText, kMaxLine, 0, nullptr, FillPerson<&PersonOfConcern::name>},
    {"person.platforms", kPersons, IsMany, 0, 0, nullptr,
     [](D& d, const A& a) { AddPlatforms(d, a); }},
    {"person.relationship", kPersons, IsText, kMaxLine, 0, nullptr,
     FillPerson<&PersonOfConcern::relationship>},
    {"person.usernames", kPersons, IsText, kMaxIdentifier, kMaxIdentifiers, nullptr,
     [](D& d, const A& a) { AddUsernames(PersonOf(d, a), a); }},
    {"reporter.email", "", IsText, kMaxLine, 0, nullptr, FillReporter<&Reporter::email>},
    {"reporter.name", "", IsText, kMaxLine, 0, nullptr, FillReporter<&Reporter::name>},
    {"reporter.organisation", "", IsText, kMaxLine, 0, nullptr,
     FillReporter<&Reporter::organisation>},
    {"reporter.phone", "", IsText, kMaxLine, 0, nullptr, FillReporter<&Reporter::phone>},
    {"reporter.relationship", "", IsText, kMaxLine, 0, nullptr,
     FillReporter<&Reporter::relationship>},
    {"reporter.role", "", IsText, kMaxLine, 0, nullptr, FillReporter<&Reporter::role>},
    {"reporter.safe_contact.methods", "", IsMany, 0, kMaxMethods, nullptr,
     [](D& d, const A& a) { AddMethods(d, a); }},
    {"reporter.safe_contact.notes", "", IsText, kMaxText, 0, nullptr,
     FillContact<&SafeContact::notes>},
    {"reporter.safe_contact.times", "", IsText, kMaxText, 0, nullptr,
     FillContact<&SafeContact::times>},
    {"summary", "", IsText, kMaxSummary, 0, nullptr, AddToSummary},
    {"tell_us_anyway", "", IsSingle, 0, 0, nullptr,
     [](D& d, const A& a) { d.report.tell_us_anyway |= a.yes(); }},
});
static_assert(std::ranges::is_sorted(kFields, {}, &ReportField::name));

}  // namespace

const ReportField* FindReportField(std::string_view name) {
  const auto field = std::ranges::lower_bound(kFields, name, {}, &ReportField::name);
  return field != kFields.end() && field->name == name ? &*field : nullptr;
}

}  // namespace safety::casework
