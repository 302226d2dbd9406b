#include <algorithm>

#include "base/check.h"
#include "journey/edit.h"
#include "journey/words.h"
#include "target.h"

namespace safety::fuzz {
namespace {

constexpr std::string_view kBetweenFiles = "\n%%%%\n";
constexpr int kMostSteps = 60;

/// What is sent for a question: its first option, or something of its type.
journey::Answers::Values AnswerTo(const journey::Question& question) {
  using enum journey::AnswerType;
  if (!question.options.empty()) {
    return {question.options.front().id};
  }
  switch (question.type) {
    case kDate:
      return {"", "", "2014"};
    case kEmail:
      return {"a@b.uk"};
    default:
      return {"9"};
  }
}

/// Goes along the journey page by page.
void Walk(const journey::Journey& journey) {
  const auto today = base::ParseRfc3339("2026-06-15T12:00:00Z").value();
  journey::Answers answers;
  for (int step = 0; step < kMostSteps; ++step) {
    const journey::Path path = journey::FindPath(journey, answers, today);
    base::Check(!path.stops.empty(), "a way has a beginning");
    const journey::Stop last = path.stops.back();
    base::Check(std::ranges::find(path.stops, last) == std::prev(path.stops.end()),
                "a way never comes by the same stop twice");
    if (path.reaches_check || last.page->ends) {
      return;
    }
    journey::Submission submission;
    for (const journey::Question& question : last.page->questions) {
      submission.answers.emplace_back(question.id, AnswerTo(question));
    }
    journey::Store(journey, last, submission, answers);
  }
}

}  // namespace

/// The structure, a line of four percent signs, and the words.
void Try(std::string_view input) {
  const std::size_t end = std::min(input.find(kBetweenFiles), input.size());
  const auto journey = journey::Journey::Load({"journey.toml", std::string(input.substr(0, end))});
  if (!journey) {
    base::Check(!journey.error().reason.empty(), "a refusal says why");
    return;
  }
  Walk(*journey);
  input.remove_prefix(std::min(end + kBetweenFiles.size(), input.size()));
  if (const auto words = journey::Words::Load({"words.toml", std::string(input)}, *journey)) {
    for (const journey::Page& page : journey->pages()) {
      for (const journey::Question& question : page.questions) {
        base::Check(!words->question(question.id).label.empty(), "every question has its words");
      }
      base::Check(!words->page(page.id).title.empty() || page.questions.size() == 1,
                  "every page has a heading");
    }
  }
}

}  // namespace safety::fuzz
