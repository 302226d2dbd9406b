#include "workbench/clock_words.h"

#include <chrono>

#include "safeguarding/calendar.h"

namespace safety::workbench {
namespace {

using std::chrono::duration_cast;

std::string Count(std::int64_t count, std::string_view one, std::string_view many,
                  const Words& words) {
  return count == 1 ? words[one] : words.texts.Fill(many, {{"n", std::to_string(count)}});
}

/// In the largest unit of which there are at least two, rounded down: "90 minutes", "47 hours".
std::string SayLength(base::UtcTime::duration length, const Words& words) {
  const auto minutes = duration_cast<std::chrono::minutes>(length).count();
  if (minutes < 1) {
    return words["clock.less_than_a_minute"];
  }
  if (minutes < 120) {
    return Count(minutes, "clock.minute", "clock.minutes", words);
  }
  if (minutes < 48 * 60) {
    return Count(minutes / 60, "clock.hour", "clock.hours", words);
  }
  return Count(minutes / (24 * 60), "clock.day", "clock.days", words);
}

}  // namespace

std::string SayLocal(base::UtcTime moment, const Words& words) {
  return html::SayMoment(safeguarding::WorkingCalendar::ToLocal(moment), words.months,
                         words["clock.moment_word"]);
}

std::string SayDue(base::UtcTime answer_by, base::UtcTime now, const Words& words) {
  return answer_by >= now
             ? words.texts.Fill("clock.due", {{"time", SayLength(answer_by - now, words)}})
             : words.texts.Fill("clock.overdue", {{"time", SayLength(now - answer_by, words)}});
}

std::string SayAge(base::UtcTime since, base::UtcTime now, const Words& words) {
  const auto length = now > since ? now - since : base::UtcTime::duration{0};
  return words.texts.Fill("clock.ago", {{"time", SayLength(length, words)}});
}

}  // namespace safety::workbench
