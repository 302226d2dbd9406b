#include "workbench/sign_in_page.h"

#include <string>
#include <utility>

#include "base/text.h"
#include "html/govuk/button.h"
#include "html/govuk/input.h"
#include "html/govuk/inset_text.h"
#include "http/cookie.h"
#include "workbench/forms.h"
#include "workbench/guard.h"

namespace safety::workbench {
namespace {

namespace govuk = html::govuk;

constexpr std::size_t kMaxName = 60;

/// The form. The passphrase and the code are never given back.
http::Response SignInPage(const Frame& frame, int status, const casework::SessionKey& key,
                          std::string_view name, std::string_view notice, Errors errors) {
  const Words& words = frame.words();
  html::Html main;
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(words["sign_in.title"]) << "</h1>";
  if (!notice.empty()) {
    main << govuk::InsetText({.text = words[notice]});
  }
  main << "<form action=\"/sign-in\" method=\"post\" novalidate>" << Hidden("csrf", key.CsrfToken())
       << govuk::Input({.id = "name",
                        .name = "name",
                        .value = std::string(name),
                        .label = {.text = words["sign_in.name"]},
                        .error_message = {.text = ErrorFor(errors, "name")},
                        .spellcheck = false,
                        .autocomplete = "username",
                        .autocapitalize = "none",
                        .classes = "govuk-input--width-20"})
       << PassphraseInput({.id = "passphrase", .label = words["sign_in.passphrase"]}, errors, words)
       << CodeInput(errors, words)
       << govuk::Button({.text = words["sign_in.button"], .prevent_double_click = true})
       << "</form>";
  http::Response response = frame.Page(
      status,
      {.title = words["sign_in.title"], .main = std::move(main), .errors = std::move(errors)});
  // The form's token hangs on this key until sign-in replaces it.
  response.SetHeader(
      "Set-Cookie", http::SetCookie(kSessionCookie, key.ToCookie(), casework::SignIn::kWholeLimit));
  return response;
}

/// The key in the cookie, or a new one that names no session yet.
casework::SessionKey KeyOf(const http::Request& request) {
  const auto cookie = http::FindCookie(request.cookie, kSessionCookie);
  auto key = cookie ? casework::SessionKey::FromCookie(*cookie) : std::nullopt;
  return key ? std::move(*key) : casework::SessionKey::New();
}

Errors MissingFields(const Words& words, std::string_view name, const base::SecretBytes& passphrase,
                     std::string_view code) {
  Errors errors;
  if (name.empty() || name.size() > kMaxName) {
    errors.emplace_back("name", words["sign_in.error.name"]);
  }
  if (passphrase.empty()) {
    errors.emplace_back("passphrase", words["sign_in.error.passphrase"]);
  }
  if (!MayBeCode(code)) {
    errors.emplace_back("code", words["sign_in.error.code"]);
  }
  return errors;
}

http::Response Refused(const Frame& frame, const casework::SessionKey& key, std::string_view name,
                       casework::SignInError error) {
  const Words& words = frame.words();
  const auto page = [&](int status, const char* field, std::string_view text) {
    return SignInPage(frame, status, key, name, {}, {{field, words[text]}});
  };
  switch (error) {
    case casework::SignInError::kRefused:
      return page(403, "name", "sign_in.error.refused");
    case casework::SignInError::kCodeUsed:
      return page(403, "code", "sign_in.error.code_used");
    case casework::SignInError::kSlowDown:
      return page(429, "name", "sign_in.error.slow_down");
    case casework::SignInError::kBusy: {
      http::Response response = page(503, "name", "sign_in.error.busy");
      response.SetHeader("Retry-After", "5");
      return response;
    }
    case casework::SignInError::kUnavailable:
      break;
  }
  return frame.Failure(casework::CaseError::kUnavailable);
}

void SignInHere(casework::SignIn& sign_in, const Frame& frame, const http::Request& request,
                http::Responder respond) {
  auto form = http::Form::Parse(request);
  if (!form) {
    return respond(FormRefusal(frame, form.error()));
  }
  casework::SessionKey key = KeyOf(request);
  if (!http::FromOwnPages(request) || !key.IsCsrfToken(form->First("csrf"))) {
    return respond(frame.Notice(403, "miss.foreign_title", "miss.foreign"));
  }
  std::string name(base::Trim(form->First("name")));
  std::string code = TypedCode(form->First("code"));
  auto passphrase = base::SecretBytes::CopyOf(base::AsBytes(form->First("passphrase")));
  if (Errors errors = MissingFields(frame.words(), name, passphrase, code); !errors.empty()) {
    return respond(SignInPage(frame, 400, key, name, {}, std::move(errors)));
  }
  auto done = [&frame, key = std::move(key), name, respond = std::move(respond)](
                  std::expected<casework::SessionKey, casework::SignInError> result) mutable {
    if (!result) {
      return respond(Refused(frame, key, name, result.error()));
    }
    http::Response response = http::Response::SeeOther("/");
    response.SetHeader("Set-Cookie", http::SetCookie(kSessionCookie, result->ToCookie(),
                                                     casework::SignIn::kWholeLimit));
    respond(std::move(response));
  };
  sign_in.Run(std::move(name), std::move(passphrase), std::move(code), std::move(done));
}

}  // namespace

void AddSignInPages(http::Router& router, casework::SignIn& sign_in, const Frame& frame) {
  router.Get("/sign-in", [&frame](const http::Request& request, http::Responder respond) {
    const std::string_view notice = request.QueryValue("ended")        ? "sign_in.ended"
                                    : request.QueryValue("signed-out") ? "sign_in.signed_out"
                                    : request.QueryValue("ready")      ? "sign_in.ready"
                                                                       : "";
    respond(SignInPage(frame, 200, KeyOf(request), {}, notice, {}));
  });
  router.Post("/sign-in",
              [&sign_in, &frame](const http::Request& request, http::Responder respond) {
                SignInHere(sign_in, frame, request, std::move(respond));
              });
  router.Post(
      "/sign-out",
      Guarded(sign_in, frame, [&sign_in, &frame](Visit visit, http::Responder respond) {
        auto done = [&frame, respond = std::move(respond)](
                        std::expected<casework::Committed, casework::StoreError> result) mutable {
          if (!result) {
            return respond(frame.Failure(casework::CaseError::kUnavailable));
          }
          http::Response response = http::Response::SeeOther("/sign-in?signed-out=1");
          response.SetHeader("Set-Cookie", http::DeleteCookie(kSessionCookie));
          response.SetHeader("Clear-Site-Data", "\"cache\"");
          respond(std::move(response));
        };
        sign_in.End(visit.session, std::move(done));
      }));
}

}  // namespace safety::workbench
