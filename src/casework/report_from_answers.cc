#include "casework/report_from_answers.h"

#include <algorithm>
#include <set>

#include "casework/report_fields.h"
#include "safeguarding/limits.h"

namespace safety::casework {
namespace {

using datafile::Fault;
using journey::Question;
using safeguarding::Circumstance;

std::unexpected<Fault> Refuse(const std::string& file, std::uint32_t line, std::string key,
                              std::string reason) {
  return std::unexpected(Fault{file, line, std::move(key), std::move(reason)});
}

std::expected<void, Fault> CheckMeanings(const Question& question, const std::string& file) {
  for (const journey::Option& option : question.options) {
    for (const std::string& id : option.means) {
      if (!safeguarding::Parse<Circumstance>(id)) {
        return Refuse(file, option.line, question.id + ".means",
                      id + " is no circumstance of the vocabulary");
      }
    }
  }
  return {};
}

std::expected<void, Fault> CheckQuestion(const journey::Page& page, const Question& question,
                                         const std::string& file) {
  if (auto meanings = CheckMeanings(question, file); !meanings || question.fills.empty()) {
    return meanings;
  }
  const std::string key = question.id + ".fills";
  const ReportField* field = FindReportField(question.fills);
  if (field == nullptr) {
    return Refuse(file, question.line, key, "a report has no field " + question.fills);
  }
  if (!field->takes(question.type)) {
    return Refuse(file, question.line, key, question.fills + " does not take this type of answer");
  }
  if (field->max_characters != 0 && question.max_characters > field->max_characters) {
    return Refuse(file, question.line, question.id + ".max_characters",
                  question.fills + " holds at most " + std::to_string(field->max_characters));
  }
  if (field->max_items != 0 && question.options.size() > field->max_items) {
    return Refuse(file, question.line, question.id + ".options",
                  question.fills + " holds at most " + std::to_string(field->max_items));
  }
  if (!page.group.empty() && page.group != field->group) {
    return Refuse(file, question.line, key,
                  question.fills + " does not belong to the items of " + page.group);
  }
  for (const journey::Option& option : question.options) {
    if (field->is_option != nullptr && !option.exclusive && !field->is_option(option.id)) {
      return Refuse(file, option.line, question.id + ".options",
                    option.id + " is not in the vocabulary for " + question.fills);
    }
  }
  return {};
}

/// Everybody knows a username's platform when only one was chosen.
void SetPlatforms(ReportDraft& draft) {
  auto& persons = draft.report.persons_of_concern;
  for (std::size_t i = 0; i < std::min(persons.size(), draft.platforms.size()); ++i) {
    if (draft.platforms[i].size() == 1) {
      for (safeguarding::Identifier& identifier : persons[i].identifiers) {
        identifier.platform = draft.platforms[i].front();
      }
    }
  }
}

void AddMeanings(safeguarding::Circumstances& circumstances, const Answer& answer) {
  for (const journey::Option& option : answer.question.options) {
    if (option.means.empty() ||
        std::ranges::find(answer.values, option.id) == answer.values.end()) {
      continue;
    }
    for (const std::string& id : option.means) {
      if (const auto circumstance = safeguarding::Parse<Circumstance>(id)) {
        circumstances.Add(*circumstance);
      }
    }
  }
}

bool HoldsSomething(const journey::Answers::Values* values) {
  return values != nullptr &&
         std::ranges::any_of(*values, [](const std::string& value) { return !value.empty(); });
}

}  // namespace

std::expected<void, Fault> CheckJourney(const journey::Journey& journey, const std::string& file) {
  if (!safeguarding::Parse<safeguarding::Audience>(journey.audience())) {
    return Refuse(file, 0, "audience", "must be child, parent, professional or concerned_adult");
  }
  std::size_t summary = 0;
  std::set<std::string> lists;
  for (const journey::Page& page : journey.pages()) {
    const journey::Group* group = journey.FindGroup(page.group);
    if (group != nullptr && group->max_items > safeguarding::kMaxPeople) {
      return Refuse(file, 0, group->id + ".max_items",
                    "must be at most " + std::to_string(safeguarding::kMaxPeople));
    }
    for (const Question& question : page.questions) {
      if (auto checked = CheckQuestion(page, question, file); !checked) {
        return checked;
      }
      const ReportField* field = FindReportField(question.fills);
      if (field != nullptr && field->max_items != 0 && !lists.insert(question.fills).second) {
        return Refuse(file, question.line, question.id + ".fills",
                      "another question fills the list " + question.fills);
      }
      summary += question.fills == "summary" ? question.max_characters + 2 : 0;
      if (summary > safeguarding::kMaxSummary) {
        return Refuse(file, question.line, question.id + ".max_characters",
                      "all that fills summary must be at most " +
                          std::to_string(safeguarding::kMaxSummary) + " together");
      }
    }
  }
  return {};
}

safeguarding::Report ReportFromAnswers(const journey::Journey& journey,
                                       const journey::Answers& answers, const journey::Path& path,
                                       std::string_view language) {
  ReportDraft draft;
  safeguarding::Report& report = draft.report;
  report.language = language;
  if (const auto audience = safeguarding::Parse<safeguarding::Audience>(journey.audience())) {
    report.audience = *audience;
  }
  for (const journey::Stop& stop : path.stops) {
    for (const Question& question : stop.page->questions) {
      const journey::Answers::Values* values = answers.Find(question.id, stop.item);
      if (!HoldsSomething(values)) {
        continue;
      }
      const Answer answer{question, *values, stop.item};
      AddMeanings(report.circumstances, answer);
      if (const ReportField* field = FindReportField(question.fills)) {
        field->fill(draft, answer);
      }
    }
  }
  SetPlatforms(draft);
  return std::move(draft.report);
}

}  // namespace safety::casework
