#include "journey/validation.h"

#include <algorithm>
#include <charconv>
#include <chrono>

#include "base/text.h"

namespace safety::journey {
namespace {

using Fault = std::optional<AnswerFault>;
using Values = Answers::Values;

constexpr int kOldestYear = 1900;
constexpr int kOldestAge = 120;
constexpr std::ptrdiff_t kFewestDigitsOfAPhone = 6;
/// Local time in the United Kingdom is at most this far ahead of UTC: "today" may have begun there.
constexpr std::chrono::hours kLocalLead{1};

Fault Is(Problem problem, std::string_view part = {}) { return AnswerFault{problem, part}; }

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits only, at most nine that count.
std::optional<int> ToNumber(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = end == text.data() + text.size() && !text.empty();
  return whole && error == std::errc{} && IsDigit(text[0]) ? std::optional(number) : std::nullopt;
}

Fault CheckText(const Question& question, std::string_view text) {
  const bool lines = question.type == AnswerType::kLongText;
  if (base::HasControlCharacter(text) || text.contains('\r') || (!lines && text.contains('\n')) ||
      !base::IsUtf8(text)) {
    return Is(Problem::kNotText);
  }
  // Counting takes a walk over the text: most are short enough by their bytes already.
  if (text.size() > question.max_characters &&
      base::CountCharacters(text) > question.max_characters) {
    return Is(Problem::kTooLong);
  }
  return {};
}

Fault CheckEmail(std::string_view text) {
  const std::size_t at = text.find('@');
  const std::string_view domain = at == std::string_view::npos ? "" : text.substr(at + 1);
  const bool holds = at != 0 && !domain.contains('@') && domain.contains('.') &&
                     !domain.starts_with('.') && !domain.ends_with('.') && !domain.contains("..") &&
                     !text.contains(' ') && !text.contains('\t');
  return holds ? Fault{} : Is(Problem::kNotAnEmail);
}

Fault CheckPhone(std::string_view text) {
  return std::ranges::count_if(text, IsDigit) < kFewestDigitsOfAPhone ? Is(Problem::kNotAPhone)
                                                                      : Fault{};
}

Fault CheckAge(std::string_view text) {
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  if (digits.empty() || !std::ranges::all_of(digits, IsDigit)) {
    return Is(Problem::kNotANumber);
  }
  const auto age = ToNumber(text);
  return !age || *age > kOldestAge ? Is(Problem::kAgeOutOfRange) : Fault{};
}

Fault CheckDate(const Values& values, base::UtcTime today) {
  if (values.size() != 3) {
    return Is(Problem::kNotADate);
  }
  const auto day = ToNumber(values[0]);
  const auto month = ToNumber(values[1]);
  const auto year = ToNumber(values[2]);
  if (!values[0].empty() && (!day || *day < 1 || *day > 31)) {
    return Is(Problem::kNotADate, "day");
  }
  if (!month ? !values[1].empty() || !values[0].empty() : *month < 1 || *month > 12) {
    return Is(Problem::kNotADate, "month");
  }
  if (!year || *year < 1000 || *year > 9999) {
    return Is(Problem::kNotADate, "year");
  }
  const std::chrono::year_month_day now(std::chrono::floor<std::chrono::days>(today + kLocalLead));
  // What is not known of the date stands at its earliest: a future one is future in any case.
  const std::chrono::year_month_day date(
      std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(month.value_or(1))),
      std::chrono::day(static_cast<unsigned>(day.value_or(1))));
  if (!date.ok()) {
    return Is(Problem::kNotADate);
  }
  if (date > now) {
    return Is(Problem::kDateInFuture);
  }
  return *year < kOldestYear ? Is(Problem::kDateTooOld) : Fault{};
}

Fault CheckChoice(const Question& question, const Values& values) {
  bool exclusive = false;
  for (const std::string& value : values) {
    const auto option = std::ranges::find(question.options, value, &Option::id);
    if (option == question.options.end()) {
      return Is(Problem::kNotAnOption);
    }
    exclusive = exclusive || option->exclusive;
  }
  return exclusive && values.size() > 1 ? Is(Problem::kExclusiveWithOthers) : Fault{};
}

}  // namespace

std::optional<AnswerFault> CheckAnswer(const Question& question, const Values& values,
                                       base::UtcTime today) {
  if (values.empty()) {
    return question.required ? Is(Problem::kMissing) : Fault{};
  }
  if (question.type == AnswerType::kDate) {
    return CheckDate(values, today);
  }
  if (question.type == AnswerType::kMany) {
    return CheckChoice(question, values);
  }
  if (values.size() > 1) {
    return Is(Problem::kNotText);
  }
  if (question.type == AnswerType::kSingle) {
    return CheckChoice(question, values);
  }
  const std::string& text = values[0];
  if (question.type == AnswerType::kAge) {
    return CheckAge(text);
  }
  if (auto fault = CheckText(question, text)) {
    return fault;
  }
  return question.type == AnswerType::kEmail   ? CheckEmail(text)
         : question.type == AnswerType::kPhone ? CheckPhone(text)
                                               : Fault{};
}

std::vector<FieldError> CheckPage(const Page& page, const Answers& answers, std::uint32_t item,
                                  base::UtcTime today) {
  std::vector<FieldError> errors;
  const Values nothing;
  for (const Question& question : page.questions) {
    const Values* values = answers.Find(question.id, item);
    if (const auto fault = CheckAnswer(question, values == nullptr ? nothing : *values, today)) {
      errors.push_back({question.id, fault->problem, std::string(fault->part)});
    }
  }
  return errors;
}

}  // namespace safety::journey
