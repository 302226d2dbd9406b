#include "site/questions.h"

#include <memory>
#include <string>
#include <utility>

#include "journey/edit.h"
#include "journey/path.h"
#include "journey/validation.h"
#include "site/addresses.h"
#include "site/forms.h"
#include "site/question_page.h"
#include "site/save_change.h"
#include "site/turn.h"
#include "site/visit.h"

namespace safety::site {
namespace {

using http::Response;
using journey::Answers;
using journey::Path;

Purpose PurposeOf(const http::Request& request) {
  return request.QueryValue("change") == "1" ? Purpose::kChange : Purpose::kFirstTime;
}

}  // namespace

void Questions::AddTo(http::Router& router) const {
  const auto show = [this](const http::Request& request, http::Responder respond) {
    respond(Show(request));
  };
  const auto take = [this](const http::Request& request, http::Responder respond) {
    Take(request, std::move(respond));
  };
  router.Get("/report/{journey}", [this](const http::Request& request, http::Responder respond) {
    respond(Begin(request));
  });
  router.Get("/report/{journey}/{page}", show);
  router.Get("/report/{journey}/{page}/{item}", show);
  router.Post("/report/{journey}/{page}", take);
  router.Post("/report/{journey}/{page}/{item}", take);
  router.Post("/report/{journey}/{page}/{item}/remove",
              [this](const http::Request& request, http::Responder respond) {
                Remove(request, std::move(respond));
              });
}

Response Questions::Begin(const http::Request& request) const {
  const JourneyContent* journey = services_.content.FindJourney(request.PathValue("journey"));
  if (journey == nullptr) {
    return services_.notices.Page(Notice::kNotFound);
  }
  const std::string first = StopAddress(journey->id(), {&journey->journey.first_page(), 0});
  auto visitor = VisitorOf(request);
  if (!visitor) {
    // A browser that comes from elsewhere does not send our cookie. A new one would take the draft
    // that the old one opens away: the start page asks again, from our own site.
    if (request.sec_fetch_site == "cross-site") {
      return Response::SeeOther(std::string(kStartAddress));
    }
    visitor = casework::Visitor::New();
  } else {
    const auto draft = OpenDraft(services_, *visitor, *journey, &journey->journey.first_page());
    if (!draft) {
      return Answer(services_, draft.error(), JourneyAddress(journey->id()));
    }
    if (!draft->answers.empty()) {
      return Response::SeeOther(
          EndOf(*journey, FindPath(journey->journey, draft->answers, services_.clock.Now())));
    }
  }
  Response response = Response::SeeOther(first);
  KeepVisitor(*visitor, response);
  return response;
}

Response Questions::Show(const http::Request& request) const {
  const auto spot = FindSpot(services_.content, request);
  if (!spot) {
    return services_.notices.Page(Notice::kNotFound);
  }
  const auto visitor = VisitorOf(request);
  if (!visitor) {
    // After leaving fast, Back asks for this page again and must show nothing of it.
    return Response::SeeOther(std::string(kStartAddress));
  }
  const auto draft = OpenDraft(services_, *visitor, *spot->journey, spot->stop.page);
  if (!draft) {
    return Answer(services_, draft.error(), StopAddress(spot->journey->id(), spot->stop));
  }
  const Path path = FindPath(spot->journey->journey, draft->answers, services_.clock.Now());
  if (!path.Contains(*spot->stop.page, spot->stop.item)) {
    return Response::SeeOther(EndOf(*spot->journey, path));
  }
  const Purpose purpose = PurposeOf(request);
  return Response::Html(200, services_.layout.Page(QuestionPage(
                                 services_.content, {.journey = *spot->journey,
                                                     .stop = spot->stop,
                                                     .answers = draft->answers,
                                                     .csrf = visitor->CsrfToken(),
                                                     .purpose = purpose,
                                                     .back = BackFrom(*spot, path, purpose)})));
}

void Questions::Take(const http::Request& request, http::Responder respond) const {
  const auto spot = FindSpot(services_.content, request);
  if (!spot) {
    respond(services_.notices.Page(Notice::kNotFound));
    return;
  }
  const std::string here = StopAddress(spot->journey->id(), spot->stop, PurposeOf(request));
  auto posted = ReadPost(services_, request, here);
  if (!posted) {
    respond(std::move(posted.error()));
    return;
  }
  auto turn = std::make_shared<const Turn>(
      services_, *spot, PurposeOf(request), posted->visitor.CsrfToken(),
      ReadSubmission(*spot->stop.page, posted->form.fields(),
                     {kOwnFields.begin(), kOwnFields.end()}, services_.clock.Now()));
  if (!turn->submission.unknown_fields.empty()) {
    respond(services_.notices.Page(
        Notice::kUnknownField, {.back = here, .field = turn->submission.unknown_fields.front()}));
    return;
  }
  auto draft = OpenDraft(services_, posted->visitor, *spot->journey, spot->stop.page);
  if (!draft) {
    respond(draft.error() == NoDraft::kUnavailable ? turn->NotSaved({})
                                                   : Answer(services_, draft.error(), here));
    return;
  }
  SaveChange(
      services_,
      std::make_shared<Change>(
          std::move(posted->visitor), *spot->journey, spot->stop.page, std::move(*draft),
          [turn](Answers& answers) { return turn->Take(answers); },
          [turn](const Answers& answers) { return turn->NotSaved(answers); }, std::move(respond)));
}

void Questions::Remove(const http::Request& request, http::Responder respond) const {
  const JourneyContent* journey = services_.content.FindJourney(request.PathValue("journey"));
  const journey::Page* page =
      journey == nullptr ? nullptr : journey->journey.FindPage(request.PathValue("page"));
  const auto item = ParseItem(request.PathValue("item"));
  if (page == nullptr || page->lists.empty() || !item) {
    respond(services_.notices.Page(Notice::kNotFound));
    return;
  }
  const Purpose purpose = PurposeOf(request);
  const std::string list = StopAddress(journey->id(), {page, 0}, purpose);
  auto posted = ReadPost(services_, request, list);
  if (!posted) {
    respond(std::move(posted.error()));
    return;
  }
  auto draft = OpenDraft(services_, posted->visitor, *journey, page);
  if (!draft) {
    respond(Answer(services_, draft.error(), list));
    return;
  }
  const auto remove = [this, journey, page, item = *item, list](Answers& answers) -> Outcome {
    const base::UtcTime now = services_.clock.Now();
    RemoveItem(journey->journey, *journey->journey.FindGroup(page->lists), item, answers);
    const Path path = FindPath(journey->journey, answers, now);
    return {.save = true,
            .response = Response::SeeOther(path.Contains(*page, 0) ? list : EndOf(*journey, path))};
  };
  const auto not_saved = [this, list](const Answers&) {
    return services_.notices.Page(Notice::kUnavailable, {.back = list});
  };
  SaveChange(services_,
             std::make_shared<Change>(std::move(posted->visitor), *journey, page, std::move(*draft),
                                      remove, not_saved, std::move(respond)));
}

}  // namespace safety::site
