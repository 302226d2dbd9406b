#include "content/walk.h"

#include <chrono>

#include "journey/edit.h"

namespace safety::content {

using journey::Path;

bool IsOver(const Path& path) { return path.reaches_check || path.stops.back().page->ends; }

Walked Walk(const journey::Journey& journey, const Visitor& visitor, std::size_t limit) {
  Walked walked;
  walked.path = FindPath(journey, walked.answers, Today());
  for (std::size_t pages = 0; pages < limit && !IsOver(walked.path); ++pages) {
    const journey::Stop stop = walked.path.stops.back();
    const journey::Submission submission = ReadSubmission(*stop.page, visitor(stop), {}, Today());
    if (!submission.errors.empty() || !submission.unknown_fields.empty()) {
      return walked;
    }
    Store(journey, stop, submission, walked.answers);
    walked.path = FindPath(journey, walked.answers, Today());
  }
  return walked;
}

std::set<std::string> CircumstancesOf(const Walked& walked) {
  std::set<std::string> held;
  for (const journey::Stop& stop : walked.path.stops) {
    for (const journey::Question& question : stop.page->questions) {
      for (const journey::Option& option : question.options) {
        if (!walked.answers.Chose(question.id, option.id, stop.item)) {
          continue;
        }
        held.insert(option.means.begin(), option.means.end());
        if (question.fills == "circumstances" && !option.exclusive) {
          held.insert(option.id);
        }
      }
    }
  }
  return held;
}

base::UtcTime Today() { return std::chrono::sys_days(std::chrono::year(2027) / 1 / 15); }

}  // namespace safety::content
