#include "site/visit.h"

#include <utility>

#include "http/cookie.h"
#include "site/fit_answers.h"
#include "site/forms.h"

namespace safety::site {
namespace {

http::Response FormFault(const Services& services, const http::FormError& error,
                         const std::string& back) {
  switch (error.kind) {
    case http::FormError::Kind::kTooManyFields:
    case http::FormError::Kind::kTooLong:
    case http::FormError::Kind::kNotUtf8:
    case http::FormError::Kind::kNulByte:
      return services.notices.Page(Notice::kUnknownField, {.back = back, .field = error.field});
    case http::FormError::Kind::kWrongContentType:
    case http::FormError::Kind::kMalformed:
      break;
  }
  return services.notices.Page(Notice::kMalformed, {.back = back});
}

}  // namespace

std::optional<casework::Visitor> VisitorOf(const http::Request& request) {
  const auto cookie = http::FindCookie(request.cookie, kVisitorCookie);
  return cookie ? casework::Visitor::FromCookie(*cookie) : std::nullopt;
}

void KeepVisitor(const casework::Visitor& visitor, http::Response& response) {
  response.SetHeader("Set-Cookie",
                     http::SetCookie(kVisitorCookie, visitor.ToCookie(), kCookieLife));
}

void ForgetVisitor(http::Response& response) {
  // Replaced, then deleted. Chromium brings a page back from memory, with what was typed on it,
  // unless a cookie of the site was set anew meanwhile: a deletion alone does not count.
  response.SetHeader("Set-Cookie",
                     http::SetCookie(kVisitorCookie, "gone", std::chrono::seconds{1}));
  response.SetHeader("Set-Cookie", http::DeleteCookie(kVisitorCookie));
}

std::expected<Posted, http::Response> ReadPost(const Services& services,
                                               const http::Request& request,
                                               const std::string& back) {
  auto visitor = VisitorOf(request);
  if (!visitor || !http::FromOwnPages(request)) {
    return std::unexpected(
        services.notices.Page(Notice::kForeign, {.back = visitor ? back : std::string()}));
  }
  auto form = http::Form::Parse(request);
  if (!form) {
    return std::unexpected(FormFault(services, form.error(), back));
  }
  if (!visitor->IsCsrfToken(form->First(kCsrfField))) {
    return std::unexpected(services.notices.Page(Notice::kForeign, {.back = back}));
  }
  return Posted{std::move(*visitor), std::move(*form)};
}

std::optional<Spot> FindSpot(const Content& content, const http::Request& request) {
  const JourneyContent* journey = content.FindJourney(request.PathValue("journey"));
  if (journey == nullptr) {
    return std::nullopt;
  }
  const journey::Page* page = journey->journey.FindPage(request.PathValue("page"));
  if (page == nullptr) {
    return std::nullopt;
  }
  const std::string_view item_text = request.PathValue("item");
  if (page->group.empty() != item_text.empty()) {
    return std::nullopt;
  }
  std::uint32_t item = 0;
  if (!item_text.empty()) {
    const auto parsed = ParseItem(item_text);
    if (!parsed) {
      return std::nullopt;
    }
    item = *parsed;
  }
  return Spot{journey, {page, item}};
}

std::expected<casework::Draft, NoDraft> OpenDraft(const Services& services,
                                                  const casework::Visitor& visitor,
                                                  const JourneyContent& journey,
                                                  const journey::Page* page) {
  auto loaded = services.drafts.Load(visitor);
  if (!loaded) {
    return std::unexpected(NoDraft::kUnavailable);
  }
  if (*loaded) {
    casework::Draft draft = std::move(**loaded);
    if (draft.journey != journey.id()) {
      draft.answers = AnswersThatFit(journey.journey, draft.answers, services.clock.Now());
      draft.journey = journey.id();
    }
    return draft;
  }
  const auto sent = services.submit.Find(visitor);
  if (!sent) {
    return std::unexpected(NoDraft::kUnavailable);
  }
  if (*sent) {
    return std::unexpected(NoDraft::kSent);
  }
  if (page != &journey.journey.first_page()) {
    return std::unexpected(NoDraft::kExpired);
  }
  casework::Draft draft;
  draft.journey = journey.id();
  draft.language = services.content.language();
  return draft;
}

http::Response Answer(const Services& services, NoDraft reason, const std::string& back) {
  switch (reason) {
    case NoDraft::kSent:
      return http::Response::SeeOther(std::string(kSentAddress));
    case NoDraft::kExpired:
      return services.notices.Page(Notice::kExpired);
    case NoDraft::kUnavailable:
      break;
  }
  return services.notices.Page(Notice::kUnavailable, {.back = back});
}

std::string EndOf(const JourneyContent& journey, const journey::Path& path, Purpose purpose) {
  return path.reaches_check ? CheckAddress(journey.id())
                            : StopAddress(journey.id(), path.stops.back(), purpose);
}

}  // namespace safety::site
