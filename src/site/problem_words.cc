#include "site/problem_words.h"

#include <string_view>

namespace safety::site {
namespace {

std::string_view NameOf(journey::Problem problem) {
  switch (problem) {
    case journey::Problem::kMissing:
      break;  // the journey's own words
    case journey::Problem::kTooLong:
      return "problem.too_long";
    case journey::Problem::kNotAnOption:
      return "problem.not_an_option";
    case journey::Problem::kExclusiveWithOthers:
      return "problem.exclusive";
    case journey::Problem::kNotANumber:
      return "problem.not_a_number";
    case journey::Problem::kAgeOutOfRange:
      return "problem.age_out_of_range";
    case journey::Problem::kNotADate:
      return "problem.not_a_date";
    case journey::Problem::kDateInFuture:
      return "problem.date_in_future";
    case journey::Problem::kDateTooOld:
      return "problem.date_too_old";
    case journey::Problem::kNotAnEmail:
      return "problem.not_an_email";
    case journey::Problem::kNotAPhone:
      return "problem.not_a_phone";
    case journey::Problem::kNotText:
      break;
  }
  return "problem.not_text";
}

}  // namespace

std::string SayProblem(const journey::FieldError& error, const journey::Question& question,
                       const journey::QuestionWords& question_words,
                       const datafile::Catalogue& words) {
  if (error.problem == journey::Problem::kMissing) {
    return question_words.missing;
  }
  return words.Fill(NameOf(error.problem), {{"name", question_words.name},
                                            {"max", std::to_string(question.max_characters)}});
}

}  // namespace safety::site
