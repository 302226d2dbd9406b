#include "site/sending.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "casework/report_from_answers.h"
#include "site/addresses.h"
#include "site/check_page.h"
#include "site/forms.h"
#include "site/sent_page.h"
#include "site/visit.h"

namespace safety::site {
namespace {

using http::Response;

/// Not sent: with the one button that tries again, from this very page.
Response NotSent(const Services& services, const std::string& check, const std::string& csrf) {
  return services.notices.Page(
      Notice::kNotSent,
      {.action = ButtonForm(
           {.action = check, .csrf = csrf, .text = services.content.words()["notice.try_again"]})});
}

}  // namespace

void Sending::AddTo(http::Router& router) const {
  router.Get("/report/{journey}/check",
             [this](const http::Request& request, http::Responder respond) {
               respond(ShowCheck(request));
             });
  router.Post("/report/{journey}/check",
              [this](const http::Request& request, http::Responder respond) {
                Send(request, std::move(respond));
              });
  router.Get(kSentAddress, [this](const http::Request& request, http::Responder respond) {
    respond(ShowSent(request));
  });
  router.Post(kAnotherAddress, [this](const http::Request& request, http::Responder respond) {
    respond(StartAnother(request));
  });
}

Response Sending::ShowCheck(const http::Request& request) const {
  const JourneyContent* journey = services_.content.FindJourney(request.PathValue("journey"));
  if (journey == nullptr) {
    return services_.notices.Page(Notice::kNotFound);
  }
  const auto visitor = VisitorOf(request);
  if (!visitor) {
    return Response::SeeOther(std::string(kStartAddress));
  }
  const auto draft = OpenDraft(services_, *visitor, *journey, nullptr);
  if (!draft) {
    return Answer(services_, draft.error(), CheckAddress(journey->id()));
  }
  const journey::Path path = FindPath(journey->journey, draft->answers, services_.clock.Now());
  if (!path.reaches_check) {
    return Response::SeeOther(EndOf(*journey, path));
  }
  return Response::Html(
      200, services_.layout.Page(CheckPage(services_.content, {.journey = *journey,
                                                               .answers = draft->answers,
                                                               .path = path,
                                                               .csrf = visitor->CsrfToken()})));
}

void Sending::Send(const http::Request& request, http::Responder respond) const {
  const JourneyContent* journey = services_.content.FindJourney(request.PathValue("journey"));
  if (journey == nullptr) {
    respond(services_.notices.Page(Notice::kNotFound));
    return;
  }
  const std::string check = CheckAddress(journey->id());
  auto posted = ReadPost(services_, request, check);
  if (!posted) {
    respond(std::move(posted.error()));
    return;
  }
  if (const std::string unknown = UnknownField(posted->form); !unknown.empty()) {
    respond(services_.notices.Page(Notice::kUnknownField, {.back = check, .field = unknown}));
    return;
  }
  const std::string csrf = posted->visitor.CsrfToken();
  const auto draft = OpenDraft(services_, posted->visitor, *journey, nullptr);
  if (!draft) {
    respond(draft.error() == NoDraft::kUnavailable ? NotSent(services_, check, csrf)
                                                   : Answer(services_, draft.error(), check));
    return;
  }
  const journey::Path path = FindPath(journey->journey, draft->answers, services_.clock.Now());
  if (!path.reaches_check) {
    respond(Response::SeeOther(EndOf(*journey, path)));
    return;
  }
  const auto report =
      casework::ReportFromAnswers(journey->journey, draft->answers, path, draft->language);
  const auto transcript =
      casework::TranscriptOf(journey->journey, journey->words, draft->answers, path);

  struct Sender {
    casework::Visitor visitor;
    http::Responder respond;
  };
  auto sender = std::make_shared<Sender>(std::move(posted->visitor), std::move(respond));
  const casework::Visitor& visitor = sender->visitor;
  services_.submit.Run(
      visitor, report, transcript,
      [this, sender, check, csrf](std::expected<casework::Receipt, casework::StoreError> sent) {
        if (!sent) {
          sender->respond(NotSent(services_, check, csrf));
          return;
        }
        // The report is safe; should the draft stay, it opens with the same cookie for an hour.
        services_.drafts.Erase(sender->visitor, [sender](const auto&) {
          Response response = Response::SeeOther(std::string(kSentAddress));
          KeepVisitor(sender->visitor, response);
          sender->respond(std::move(response));
        });
      });
}

Response Sending::ShowSent(const http::Request& request) const {
  const auto visitor = VisitorOf(request);
  if (!visitor) {
    return services_.notices.Page(Notice::kNotKept);
  }
  const auto receipt = services_.submit.Find(*visitor);
  if (!receipt) {
    return services_.notices.Page(Notice::kUnavailable, {.back = std::string(kSentAddress)});
  }
  if (*receipt) {
    return Response::Html(
        200, services_.layout.Page(
                 SentPage(services_.content, {.receipt = **receipt,
                                              .code = visitor->Code().Spell(services_.code_words),
                                              .csrf = visitor->CsrfToken(),
                                              .now = services_.clock.Now()})));
  }
  const auto draft = services_.drafts.Load(*visitor);
  if (!draft) {
    return services_.notices.Page(Notice::kUnavailable, {.back = std::string(kSentAddress)});
  }
  return *draft ? Response::SeeOther(JourneyAddress((*draft)->journey))
                : services_.notices.Page(Notice::kNotKept);
}

Response Sending::StartAnother(const http::Request& request) const {
  auto posted = ReadPost(services_, request, std::string(kSentAddress));
  if (!posted) {
    return std::move(posted.error());
  }
  if (const std::string unknown = UnknownField(posted->form); !unknown.empty()) {
    return services_.notices.Page(Notice::kUnknownField,
                                  {.back = std::string(kSentAddress), .field = unknown});
  }
  Response response = Response::SeeOther(std::string(kStartAddress));
  ForgetVisitor(response);
  return response;
}

}  // namespace safety::site
