#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "journey/validation.h"

namespace safety::journey {
namespace {

constexpr std::array<std::string_view, 3> kDateParts = {"-day", "-month", "-year"};

/// The raw values of a question, trimmed; values that are empty are left out.
struct Raw {
  Answers::Values values;
  std::string_view part;  ///< the date part that came twice
  bool repeated = false;  ///< a field that belongs once came twice
};

/// Which field of the page a name is: a question, and for a date which part.
struct Field {
  std::size_t question;
  std::size_t part;
};

std::optional<Field> FindField(const Page& page, std::string_view name) {
  for (std::size_t q = 0; q < page.questions.size(); ++q) {
    const Question& question = page.questions[q];
    if (!name.starts_with(question.id)) {
      continue;
    }
    const std::string_view rest = name.substr(question.id.size());
    if (question.type != AnswerType::kDate) {
      if (rest.empty()) {
        return Field{q, 0};
      }
    } else if (const auto part = std::ranges::find(kDateParts, rest); part != kDateParts.end()) {
      return Field{q, static_cast<std::size_t>(part - kDateParts.begin())};
    }
  }
  return std::nullopt;
}

void Take(const Question& question, std::size_t part, std::string_view value, Raw& raw) {
  std::string text = base::NormaliseLineEnds(base::Trim(value));
  if (question.type == AnswerType::kDate) {
    raw.values.resize(kDateParts.size());
    if (!raw.values[part].empty() && !text.empty()) {
      raw.repeated = true;
      raw.part = kDateParts[part].substr(1);
      return;
    }
    if (!text.empty()) {
      raw.values[part] = std::move(text);
    }
  } else if (!text.empty()) {
    raw.values.push_back(std::move(text));
  }
}

/// Without control characters, for showing again.
void MakeShowable(std::string& text) {
  if (base::HasControlCharacter(text)) {
    std::erase_if(text, [](char c) { return base::HasControlCharacter({&c, 1}); });
  }
}

void DropLeadingZeros(std::string& number) {
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
}

/// What is kept of an answer: see Submission.
Answers::Values Stored(const Question& question, Answers::Values values, bool holds) {
  switch (question.type) {
    case AnswerType::kSingle:
    case AnswerType::kMany: {
      Answers::Values chosen;
      for (const Option& option : question.options) {
        if (std::ranges::find(values, option.id) != values.end()) {
          chosen.push_back(option.id);
        }
      }
      if (question.type == AnswerType::kSingle && !holds) {
        chosen.clear();
      }
      return chosen;
    }
    case AnswerType::kDate:
    case AnswerType::kAge:
      for (std::string& value : values) {
        MakeShowable(value);
        if (holds && !value.empty()) {
          DropLeadingZeros(value);
        }
      }
      break;
    default:
      std::ranges::for_each(values, MakeShowable);
  }
  if (question.type != AnswerType::kDate && values.size() > 1) {
    values.resize(1);
  }
  return values;
}

}  // namespace

Submission ReadSubmission(const Page& page, const Fields& fields,
                          const std::vector<std::string_view>& also_known, base::UtcTime today) {
  Submission submission;
  std::vector<Raw> raws(page.questions.size());
  for (const auto& [name, value] : fields) {
    if (const auto field = FindField(page, name)) {
      Take(page.questions[field->question], field->part, value, raws[field->question]);
    } else if (std::ranges::find(also_known, name) == also_known.end()) {
      submission.unknown_fields.push_back(name);
    }
  }
  for (std::size_t q = 0; q < page.questions.size(); ++q) {
    const Question& question = page.questions[q];
    Raw& raw = raws[q];
    if (std::ranges::all_of(raw.values, &std::string::empty)) {
      raw.values.clear();
    }
    if (question.type == AnswerType::kMany) {
      // The same box twice is the same choice.
      std::ranges::sort(raw.values);
      raw.values.erase(std::ranges::unique(raw.values).begin(), raw.values.end());
    }
    auto fault = raw.repeated ? AnswerFault{Problem::kNotText, raw.part}
                              : CheckAnswer(question, raw.values, today);
    if (fault) {
      submission.errors.push_back({question.id, fault->problem, std::string(fault->part)});
    }
    submission.answers.emplace_back(question.id, Stored(question, std::move(raw.values), !fault));
  }
  return submission;
}

}  // namespace safety::journey
