#include "workbench/guard.h"

#include <optional>
#include <string>
#include <utility>

#include "casework/access.h"
#include "http/cookie.h"

namespace safety::workbench {

http::Response FormRefusal(const Frame& frame, const http::FormError& error) {
  const bool too_much = error.kind == http::FormError::Kind::kTooManyFields ||
                        error.kind == http::FormError::Kind::kTooLong;
  return too_much ? frame.Notice(413, "miss.large_title", "miss.large")
                  : frame.Notice(400, "miss.form_title", "miss.form");
}

http::Handler Guarded(casework::SignIn& sign_in, const Frame& frame, SignedInHandler handler) {
  return [&sign_in, &frame, handler = std::move(handler)](const http::Request& request,
                                                          http::Responder respond) {
    const auto cookie = http::FindCookie(request.cookie, kSessionCookie);
    auto session = cookie ? casework::SessionKey::FromCookie(*cookie) : std::nullopt;
    if (!session) {
      return respond(http::Response::SeeOther("/sign-in"));
    }
    auto advisor = sign_in.Resolve(*session);
    if (!advisor) {
      return respond(frame.Failure(casework::CaseError::kUnavailable));
    }
    if (!*advisor) {
      return respond(http::Response::SeeOther("/sign-in?ended=1"));
    }
    http::Form form;
    if (request.method == http::Method::kPost) {
      auto parsed = http::Form::Parse(request);
      if (!parsed) {
        return respond(FormRefusal(frame, parsed.error()));
      }
      if (!http::FromOwnPages(request) || !session->IsCsrfToken(parsed->First("csrf"))) {
        return respond(frame.Notice(403, "miss.foreign_title", "miss.foreign"));
      }
      form = std::move(*parsed);
    }
    Viewer viewer{.name = (*advisor)->name,
                  .csrf = session->CsrfToken(),
                  .sees_accounts = casework::SeesAccounts((*advisor)->role)};
    handler(Visit{.request = request,
                  .advisor = std::move(**advisor),
                  .session = std::move(*session),
                  .viewer = std::move(viewer),
                  .form = std::move(form)},
            std::move(respond));
  };
}

}  // namespace safety::workbench
