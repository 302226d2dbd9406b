#include "workbench/activation_page.h"

#include <chrono>
#include <string>
#include <utility>

#include "base/text.h"
#include "casework/activation_key.h"
#include "casework/second_factor.h"
#include "html/govuk/button.h"
#include "html/govuk/input.h"
#include "html/govuk/inset_text.h"
#include "html/govuk/summary_list.h"
#include "http/cookie.h"
#include "http/form.h"
#include "workbench/forms.h"
#include "workbench/guard.h"
#include "workbench/labels.h"

namespace safety::workbench {
namespace {

namespace govuk = html::govuk;
using casework::ActivationKey;
using casework::InvitationError;

constexpr std::string_view kCookie = "__Host-activation";
// Long enough to find the phone and install an app; begins anew with each page.
constexpr std::chrono::hours kCookieLimit{1};

/// The page with the key that its form hangs on.
http::Response WithKey(http::Response response, const ActivationKey& key) {
  response.SetHeader("Set-Cookie", http::SetCookie(kCookie, key.ToCookie(), kCookieLimit));
  return response;
}

std::optional<ActivationKey> KeyIn(const http::Request& request) {
  const auto cookie = http::FindCookie(request.cookie, kCookie);
  return cookie ? ActivationKey::FromCookie(*cookie) : std::nullopt;
}

http::Response CodePage(const Frame& frame, int status, const ActivationKey& key,
                        std::string_view notice, Errors errors) {
  const Words& words = frame.words();
  html::Html main;
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(words["activate.title"]) << "</h1>";
  if (!notice.empty()) {
    main << govuk::InsetText({.text = words[notice]});
  }
  main << "<p class=\"govuk-body\">" << html::Text(words["activate.explained"])
       << "</p><form action=\"/activate\" method=\"post\" novalidate>"
       << Hidden("csrf", key.CsrfToken())
       << govuk::Input({.id = "invitation",
                        .name = "invitation",
                        .label = {.text = words["activate.code"]},
                        .hint = {.text = words["activate.code_hint"]},
                        .error_message = {.text = ErrorFor(errors, "invitation")},
                        .spellcheck = false,
                        .autocomplete = "off",
                        .autocapitalize = "none"})
       << govuk::Button({.text = words["activate.continue"], .prevent_double_click = true})
       << "</form>";
  return WithKey(frame.Page(status, {.title = words["activate.title"],
                                     .main = std::move(main),
                                     .errors = std::move(errors)}),
                 key);
}

html::Html Section(std::string_view title, std::string_view body) {
  return html::Join("<h2 class=\"govuk-heading-m\">", html::Text(title),
                    "</h2><p class=\"govuk-body\">", html::Text(body), "</p>");
}

html::Html AppKey(const casework::NewSecondFactor& second_factor, const Words& words) {
  html::Html link;
  link << "<a class=\"govuk-link\"" << html::Attribute("href", second_factor.address) << ">"
       << html::Text(second_factor.address) << "</a>";
  return govuk::SummaryList(
      {.rows = {
           {.key = {.text = words["activate.app_key"]},
            .value = {.text = casework::SpellForTyping(second_factor.secret)}},
           {.key = {.text = words["activate.app_address"]}, .value = {.html = std::move(link)}}}});
}

/// The second factor's secret is on this page and on no other one, until the account is made.
http::Response AccountPage(const Frame& frame, int status, const ActivationKey& key,
                           const casework::InvitationShown& shown, std::string_view invitation,
                           Errors errors) {
  const Words& words = frame.words();
  html::Html main;
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(words["activate.account_title"])
       << "</h1><p class=\"govuk-body\">"
       << html::Text(
              words.texts.Fill("activate.account_explained",
                               {{"name", shown.name}, {"role", Say("role", shown.role, words)}}))
       << "</p><form action=\"/activate/account\" method=\"post\" novalidate>"
       << Hidden("csrf", key.CsrfToken()) << Hidden("invitation", invitation)
       << Section(words["activate.passphrase_title"], words["activate.passphrase_explained"])
       << PassphraseInput({.id = "passphrase",
                           .label = words["activate.passphrase"],
                           .hint = words["activate.passphrase_hint"],
                           .autocomplete = "new-password"},
                          errors, words)
       << PassphraseInput(
              {.id = "repeat", .label = words["activate.repeat"], .autocomplete = "new-password"},
              errors, words)
       << Section(words["activate.app_title"], words["activate.app_explained"])
       << AppKey(shown.second_factor, words) << CodeInput(errors, words)
       << govuk::Button({.text = words["activate.make"], .prevent_double_click = true})
       << "</form>";
  return WithKey(frame.Page(status, {.title = words["activate.account_title"],
                                     .main = std::move(main),
                                     .errors = std::move(errors)}),
                 key);
}

/// A form of these pages, with the key that its token hangs on.
struct Step {
  http::Form form;
  ActivationKey key;
};

/// The answer, when there is no such form. Waiting too long is no mistake: it begins anew.
std::expected<Step, http::Response> ReadStep(const Frame& frame, const http::Request& request) {
  auto form = http::Form::Parse(request);
  if (!form) {
    return std::unexpected(FormRefusal(frame, form.error()));
  }
  auto key = KeyIn(request);
  if (!http::FromOwnPages(request) || !key || !key->IsCsrfToken(form->First("csrf"))) {
    return std::unexpected(
        CodePage(frame, 403, key ? *std::move(key) : ActivationKey::New(), "activate.again", {}));
  }
  return Step{.form = std::move(*form), .key = std::move(*key)};
}

/// What to answer when a code leads nowhere.
http::Response NoInvitation(const Frame& frame, const ActivationKey& key, InvitationError error) {
  if (error == InvitationError::kUnknownCode) {
    return CodePage(frame, 400, key, "", {{"invitation", frame.words()["activate.error.unknown"]}});
  }
  return frame.Failure(casework::CaseError::kUnavailable);
}

void Show(const casework::Invitations& invitations, const Frame& frame,
          const http::Request& request, http::Responder respond) {
  const auto step = ReadStep(frame, request);
  if (!step) {
    return respond(step.error());
  }
  const std::string_view typed = base::Trim(step->form.First("invitation"));
  if (typed.empty()) {
    return respond(CodePage(frame, 400, step->key, "",
                            {{"invitation", frame.words()["activate.error.code"]}}));
  }
  const auto shown = invitations.Show(typed, step->key);
  respond(shown ? AccountPage(frame, 200, step->key, *shown, typed, {})
                : NoInvitation(frame, step->key, shown.error()));
}

Errors CheckFields(const Words& words, const base::SecretBytes& passphrase,
                   const base::SecretBytes& repeat, std::string_view code) {
  Errors errors;
  if (!casework::IsStrongPassphrase(passphrase)) {
    errors.emplace_back("passphrase", words["activate.error.passphrase"]);
  } else if (!base::SameSecret(passphrase.Expose(), repeat.Expose())) {
    errors.emplace_back("repeat", words["activate.error.repeat"]);
  }
  if (!MayBeCode(code)) {
    errors.emplace_back("code", words["sign_in.error.code"]);
  }
  return errors;
}

/// An account on its way, from the form to its answer.
struct Making {
  ActivationKey key;
  std::string typed;
  casework::InvitationShown shown;
  http::Responder respond;
};

void AnswerMaking(const Frame& frame, Making& making, std::expected<void, InvitationError> made) {
  if (made) {
    http::Response response = http::Response::SeeOther("/sign-in?ready=1");
    response.SetHeader("Set-Cookie", http::DeleteCookie(kCookie));
    return making.respond(std::move(response));
  }
  const Words& words = frame.words();
  const auto again = [&](int status, const char* field, std::string_view text) {
    return AccountPage(frame, status, making.key, making.shown, making.typed,
                       {{field, words[text]}});
  };
  switch (made.error()) {
    case InvitationError::kWrongSecondFactor:
      return making.respond(again(400, "code", "activate.error.wrong"));
    case InvitationError::kWeakPassphrase:
      return making.respond(again(400, "passphrase", "activate.error.passphrase"));
    case InvitationError::kBusy: {
      http::Response response = again(503, "passphrase", "activate.error.busy");
      response.SetHeader("Retry-After", "5");
      return making.respond(std::move(response));
    }
    default:
      return making.respond(NoInvitation(frame, making.key, made.error()));
  }
}

void Make(casework::Invitations& invitations, const Frame& frame, const http::Request& request,
          http::Responder respond) {
  auto step = ReadStep(frame, request);
  if (!step) {
    return respond(std::move(step.error()));
  }
  const http::Form& form = step->form;
  std::string typed(base::Trim(form.First("invitation")));
  auto passphrase = base::SecretBytes::CopyOf(base::AsBytes(form.First("passphrase")));
  const auto repeat = base::SecretBytes::CopyOf(base::AsBytes(form.First("repeat")));
  const std::string code = TypedCode(form.First("code"));

  auto shown = invitations.Show(typed, step->key);
  // A code that has just been spent may have been so by this very form: Accept knows.
  if (!shown && shown.error() != InvitationError::kUnknownCode) {
    return respond(NoInvitation(frame, step->key, shown.error()));
  }
  Errors errors = CheckFields(frame.words(), passphrase, repeat, code);
  if (shown && !errors.empty()) {
    return respond(AccountPage(frame, 400, step->key, *shown, typed, std::move(errors)));
  }
  auto making = std::make_shared<Making>(
      Making{.key = std::move(step->key),
             .typed = std::move(typed),
             .shown = shown ? std::move(*shown) : casework::InvitationShown{},
             .respond = std::move(respond)});
  invitations.Accept(
      making->typed, making->key, std::move(passphrase), code,
      [&frame, making](auto made) { AnswerMaking(frame, *making, std::move(made)); });
}

}  // namespace

void AddActivationPages(http::Router& router, casework::Invitations& invitations,
                        const Frame& frame) {
  router.Get("/activate", [&frame](const http::Request& request, http::Responder respond) {
    auto key = KeyIn(request);
    respond(CodePage(frame, 200, key ? *std::move(key) : ActivationKey::New(), "", {}));
  });
  router.Post("/activate",
              [&invitations, &frame](const http::Request& request, http::Responder respond) {
                Show(invitations, frame, request, std::move(respond));
              });
  router.Post("/activate/account",
              [&invitations, &frame](const http::Request& request, http::Responder respond) {
                Make(invitations, frame, request, std::move(respond));
              });
  // For who reloads, from the address bar, a page that answered a form.
  router.Get("/activate/account", [](const http::Request&, http::Responder respond) {
    respond(http::Response::SeeOther("/activate"));
  });
}

}  // namespace safety::workbench
