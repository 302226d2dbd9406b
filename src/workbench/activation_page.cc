#include "workbench/activation_page.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "casework/activation_key.h"
#include "http/cookie.h"
#include "http/form.h"
#include "workbench/activation_view.h"
#include "workbench/forms.h"
#include "workbench/guard.h"

namespace safety::workbench {
namespace {

using casework::ActivationKey;
using casework::InvitationError;

constexpr std::string_view kCodeCookie = "__Host-invitation";  // the code, for the second page

/// A code as a cookie may hold it; it reads the same.
std::string ForCookie(std::string_view typed) {
  std::string code(typed);
  std::ranges::replace_if(
      code, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')); }, '-');
  return code;
}

std::optional<ActivationKey> KeyIn(const http::Request& request) {
  const auto cookie = http::FindCookie(request.cookie, kActivationCookie);
  return cookie ? ActivationKey::FromCookie(*cookie) : std::nullopt;
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
    return std::unexpected(InvitationCodeView(
        frame, 403, key ? *std::move(key) : ActivationKey::New(), "activate.again", {}));
  }
  return Step{.form = std::move(*form), .key = std::move(*key)};
}

/// What to answer when a code leads nowhere.
http::Response NoInvitation(const Frame& frame, const ActivationKey& key, InvitationError error) {
  if (error == InvitationError::kUnknownCode) {
    return InvitationCodeView(frame, 400, key, "",
                              {{"invitation", frame.words()["activate.error.unknown"]}});
  }
  return frame.Failure(casework::CaseError::kUnavailable);
}

void ReadCode(const casework::Invitations& invitations, const Frame& frame,
              const http::Request& request, http::Responder respond) {
  const auto step = ReadStep(frame, request);
  if (!step) {
    return respond(step.error());
  }
  const std::string_view typed = base::Trim(step->form.First("invitation"));
  if (typed.empty()) {
    return respond(InvitationCodeView(frame, 400, step->key, "",
                                      {{"invitation", frame.words()["activate.error.code"]}}));
  }
  if (const auto shown = invitations.Show(typed, step->key); !shown) {
    return respond(NoInvitation(frame, step->key, shown.error()));
  }
  http::Response response =
      WithActivationKey(http::Response::SeeOther("/activate/account"), step->key);
  response.SetHeader("Set-Cookie",
                     http::SetCookie(kCodeCookie, ForCookie(typed), kActivationLimit));
  respond(std::move(response));
}

void ShowAccount(const casework::Invitations& invitations, const Frame& frame,
                 const http::Request& request, http::Responder respond) {
  const auto key = KeyIn(request);
  const auto code = http::FindCookie(request.cookie, kCodeCookie);
  if (!key || !code) {
    return respond(http::Response::SeeOther("/activate"));
  }
  const auto shown = invitations.Show(*code, *key);
  respond(shown ? NewAccountView(frame, 200, *key, *shown, {})
                : NoInvitation(frame, *key, shown.error()));
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
  casework::InvitationShown shown;
  http::Responder respond;
};

void AnswerMaking(const Frame& frame, Making& making, std::expected<void, InvitationError> made) {
  if (made) {
    http::Response response = http::Response::SeeOther("/sign-in?ready=1");
    response.SetHeader("Set-Cookie", http::DeleteCookie(kActivationCookie));
    response.SetHeader("Set-Cookie", http::DeleteCookie(kCodeCookie));
    return making.respond(std::move(response));
  }
  const Words& words = frame.words();
  const auto again = [&](int status, const char* field, std::string_view text) {
    return NewAccountView(frame, status, making.key, making.shown, {{field, words[text]}});
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
  const std::string typed = http::FindCookie(request.cookie, kCodeCookie).value_or("");
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
    return respond(NewAccountView(frame, 400, step->key, *shown, std::move(errors)));
  }
  auto making = std::make_shared<Making>(
      Making{.key = std::move(step->key),
             .shown = shown ? std::move(*shown) : casework::InvitationShown{},
             .respond = std::move(respond)});
  invitations.Accept(typed, making->key, std::move(passphrase), code, [&frame, making](auto made) {
    AnswerMaking(frame, *making, std::move(made));
  });
}

}  // namespace

void AddActivationPages(http::Router& router, casework::Invitations& invitations,
                        const Frame& frame) {
  router.Get("/activate", [&frame](const http::Request& request, http::Responder respond) {
    auto key = KeyIn(request);
    respond(InvitationCodeView(frame, 200, key ? *std::move(key) : ActivationKey::New(), "", {}));
  });
  router.Post("/activate",
              [&invitations, &frame](const http::Request& request, http::Responder respond) {
                ReadCode(invitations, frame, request, std::move(respond));
              });
  router.Get("/activate/account",
             [&invitations, &frame](const http::Request& request, http::Responder respond) {
               ShowAccount(invitations, frame, request, std::move(respond));
             });
  router.Post("/activate/account",
              [&invitations, &frame](const http::Request& request, http::Responder respond) {
                Make(invitations, frame, request, std::move(respond));
              });
}

}  // namespace safety::workbench
