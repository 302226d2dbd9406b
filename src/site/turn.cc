#include "site/turn.h"

#include <algorithm>
#include <utility>

#include "journey/edit.h"
#include "site/question_page.h"

namespace safety::site {
namespace {

using http::Response;
using journey::Answers;
using journey::Path;

/// After a change the way leads back to check-your-answers, through whatever it has opened.
std::string OnwardFrom(const Spot& spot, const Path& path, Purpose purpose) {
  if (purpose == Purpose::kFirstTime) {
    if (const auto after = path.After(*spot.stop.page, spot.stop.item)) {
      return StopAddress(spot.journey->id(), *after);
    }
  }
  return EndOf(*spot.journey, path, purpose);
}

}  // namespace

std::string BackFrom(const Spot& spot, const Path& path, Purpose purpose) {
  const std::string& id = spot.journey->id();
  if (purpose == Purpose::kChange && path.reaches_check) {
    return CheckAddress(id);
  }
  const auto before = path.Before(*spot.stop.page, spot.stop.item);
  return before ? StopAddress(id, *before, purpose) : std::string(kStartAddress);
}

Answers Turn::Typed(const Answers& answers) const {
  Answers typed = answers;
  for (const auto& [question, values] : submission.answers) {
    typed.Set(question, spot.stop.item, values);
  }
  return typed;
}

bool Turn::AsksForTooMany(const Answers& answers) const {
  const journey::Page& page = *spot.stop.page;
  if (page.lists.empty()) {
    return false;
  }
  const Answers::Values& another = submission.answers.front().second;
  return std::ranges::find(another, "yes") != another.end() &&
         !journey::MayAddItem(*spot.journey->journey.FindGroup(page.lists), answers);
}

Outcome Turn::Take(Answers& answers) const {
  const journey::Journey& journey = spot.journey->journey;
  const base::UtcTime now = services.clock.Now();
  const Path path = FindPath(journey, answers, now);
  if (!path.Contains(*spot.stop.page, spot.stop.item)) {
    return {.response = Response::SeeOther(EndOf(*spot.journey, path))};
  }
  const bool too_many = AsksForTooMany(answers);
  if (!submission.errors.empty() || too_many) {
    const Answers typed = Typed(answers);
    return {.response =
                Response::Html(422, services.layout.Page(QuestionPage(
                                        services.content, {.journey = *spot.journey,
                                                           .stop = spot.stop,
                                                           .answers = typed,
                                                           .csrf = csrf,
                                                           .purpose = purpose,
                                                           .back = BackFrom(spot, path, purpose),
                                                           .errors = submission.errors,
                                                           .list_is_full = too_many})))};
  }
  journey::Store(journey, spot.stop, submission, answers);
  return {
      .save = true,
      .response = Response::SeeOther(OnwardFrom(spot, FindPath(journey, answers, now), purpose))};
}

Response Turn::NotSaved(const Answers& answers) const {
  const Answers typed = Typed(answers);
  Response response = Response::Html(
      503, services.layout.Page(QuestionPage(services.content, {.journey = *spot.journey,
                                                                .stop = spot.stop,
                                                                .answers = typed,
                                                                .csrf = csrf,
                                                                .purpose = purpose,
                                                                .errors = submission.errors,
                                                                .not_saved = true})));
  response.SetHeader("Retry-After", std::string(kRetryAfter));
  return response;
}

}  // namespace safety::site
