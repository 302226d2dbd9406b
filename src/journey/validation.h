#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "journey/answers.h"
#include "journey/journey.h"

namespace safety::journey {

/// What is wrong with an answer. The words for it are in Words.
enum class Problem {
  kMissing,
  kTooLong,
  kNotAnOption,
  kExclusiveWithOthers,
  kNotANumber,
  kAgeOutOfRange,
  kNotADate,
  kDateInFuture,
  kDateTooOld,
  kNotAnEmail,
  kNotAPhone,
  kNotText,  ///< control characters, or several values where one belongs
};

struct FieldError {
  std::string question;
  Problem problem;
  std::string part;  ///< of a date: "day", "month", "year" or "" for the whole
};

/// What is wrong with one answer, or nothing. The rules, by type:
///   text       one line of at most max_characters (as are email and phone)
///   long_text  lines of at most max_characters together
///   single     one of the options
///   many       some of the options, an exclusive one alone
///   date       {day, month, year}: a year, or a month and a year, or all three; from 1900 to today
///   age        a whole number from 0 to 120
///   email      something@domain, no spaces; the rest is between the reporter and their provider
///   phone      as people write it, with 6 digits or more
struct AnswerFault {
  Problem problem;
  std::string_view part;  ///< as FieldError's
  bool operator==(const AnswerFault&) const = default;
};
[[nodiscard]] std::optional<AnswerFault> CheckAnswer(const Question& question,
                                                     const Answers::Values& values,
                                                     base::UtcTime today);

/// Form fields as they came: name and value, in order. Names and values are UTF-8 without NUL.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// A page's submission, read. `answers` holds every answer of the page in its stored form, also the
/// faulty ones, so that the page can show what was typed: without control characters and without
/// options that do not exist. Choices come in the options' order, numbers without leading zeros.
/// Nothing typed or chosen is the empty list.
struct Submission {
  std::vector<std::pair<std::string, Answers::Values>> answers;
  std::vector<FieldError> errors;
  std::vector<std::string> unknown_fields;  ///< fields that the page does not have: refuse with 400
};

/// Reads and checks the fields of one page. `today` bounds dates. Fields named in `also_known`
/// (the CSRF token, the button) are passed over. Date parts come as "<id>-day", "<id>-month",
/// "<id>-year". White space at both ends goes, CR LF becomes LF.
[[nodiscard]] Submission ReadSubmission(const Page& page, const Fields& fields,
                                        const std::vector<std::string_view>& also_known,
                                        base::UtcTime today);

/// The errors in answers that are already stored: what check-your-answers asks before Send.
[[nodiscard]] std::vector<FieldError> CheckPage(const Page& page, const Answers& answers,
                                                std::uint32_t item, base::UtcTime today);

}  // namespace safety::journey
