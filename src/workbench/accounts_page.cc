#include "workbench/accounts_page.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "casework/access.h"
#include "workbench/accounts_view.h"
#include "workbench/guard.h"

namespace safety::workbench {
namespace {

using casework::CaseError;
using casework::InvitationError;
using safeguarding::Role;

constexpr std::size_t kMaxOnce = 64;
constexpr std::string_view kNotices[][2] = {
    {"given", "accounts.given"},
    {"not-possible", "accounts.not_possible"},
    {"withdrawn", "accounts.withdrawn"},
    {"gone", "accounts.gone"},
};

/// The text that an address asks for; no other one can be asked for.
std::string_view NoticeOf(const http::Request& request) {
  const auto asked = request.QueryValue("notice");
  for (const auto& [name, text] : kNotices) {
    if (asked == name) {
      return text;
    }
  }
  return "";
}

/// What invitations and cases have in common, as the frame knows it.
CaseError AsCaseError(InvitationError error) {
  switch (error) {
    case InvitationError::kForbidden:
      return CaseError::kForbidden;
    case InvitationError::kBusy:
      return CaseError::kBusy;
    case InvitationError::kBadName:
    case InvitationError::kNameTaken:
    case InvitationError::kUnknownCode:
    case InvitationError::kWeakPassphrase:
    case InvitationError::kWrongSecondFactor:
    case InvitationError::kUnavailable:
      break;
  }
  return CaseError::kUnavailable;
}

/// An invitation on its way, from the form to its page.
struct Inviting {
  casework::Advisor advisor;
  Viewer viewer;
  InviteFields fields;
  std::string host;
  casework::AccountList list;
  http::Responder respond;
};

void AnswerInvite(const Frame& frame, Inviting& inviting,
                  std::expected<casework::InvitationGiven, InvitationError> given) {
  if (given) {
    return inviting.respond(InvitationView(frame, *given, inviting.host, inviting.viewer));
  }
  const auto again = [&](int status, std::string_view text) {
    inviting.respond(AccountsView(frame, status, inviting.list, inviting.advisor.role, "",
                                  inviting.fields, {{"name", frame.words()[text]}},
                                  inviting.viewer));
  };
  switch (given.error()) {
    case InvitationError::kBadName:
      return again(400, "accounts.error.bad_name");
    case InvitationError::kNameTaken:
      return again(409, "accounts.error.name_taken");
    default:
      return inviting.respond(frame.Failure(AsCaseError(given.error()), &inviting.viewer));
  }
}

Errors MissingFields(const Words& words, const InviteFields& fields,
                     const std::optional<Role>& role) {
  Errors errors;
  if (fields.name.empty()) {
    errors.emplace_back("name", words["accounts.error.name"]);
  }
  if (!role) {
    errors.emplace_back("role", words["accounts.error.role"]);
  }
  return errors;
}

void Invite(casework::Store& store, casework::Invitations& invitations, const base::Clock& clock,
            const Frame& frame, Visit visit, http::Responder respond) {
  const std::string once(visit.form.First("once"));
  if (once.empty() || once.size() > kMaxOnce) {
    return respond(frame.Notice(400, "miss.form_title", "miss.form", &visit.viewer));
  }
  // The list is read first: an answer that comes from the store's thread must not read.
  auto inviting = std::make_shared<Inviting>(
      Inviting{.advisor = std::move(visit.advisor),
               .viewer = std::move(visit.viewer),
               .fields = {.name = std::string(base::Trim(visit.form.First("name"))),
                          .role = std::string(visit.form.First("role"))},
               .host = visit.request.host,
               .list = {},
               .respond = std::move(respond)});
  // Sent twice, the same form makes the same code.
  auto seed = visit.session.SeedFor("invitation " + once + ' ' + inviting->fields.role + ' ' +
                                    inviting->fields.name);
  casework::ListAccounts(
      store, clock, inviting->advisor,
      [&invitations, &frame, inviting,
       seed = std::move(seed)](std::expected<casework::AccountList, CaseError> list) mutable {
        if (!list) {
          return inviting->respond(frame.Failure(list.error(), &inviting->viewer));
        }
        inviting->list = std::move(*list);
        const auto role = safeguarding::Parse<Role>(inviting->fields.role);
        if (Errors errors = MissingFields(frame.words(), inviting->fields, role);
            !errors.empty() && casework::InvitesPeople(inviting->advisor.role)) {
          return inviting->respond(AccountsView(frame, 400, inviting->list, inviting->advisor.role,
                                                "", inviting->fields, std::move(errors),
                                                inviting->viewer));
        }
        invitations.Invite(
            inviting->advisor, inviting->fields.name, role.value_or(Role::kAdvisor), seed,
            [&frame, inviting](auto given) { AnswerInvite(frame, *inviting, std::move(given)); });
      });
}

void Withdraw(casework::Invitations& invitations, const Frame& frame, Visit visit,
              http::Responder respond) {
  const auto id = base::FromHex(visit.form.First("invitation"));
  auto done = [&frame, viewer = visit.viewer,
               respond = std::move(respond)](std::expected<void, InvitationError> result) mutable {
    if (result || result.error() == InvitationError::kUnknownCode) {
      return respond(http::Response::SeeOther(result ? "/accounts?notice=withdrawn"
                                                     : "/accounts?notice=gone"));
    }
    respond(frame.Failure(AsCaseError(result.error()), &viewer));
  };
  invitations.Withdraw(visit.advisor, id.value_or(base::Bytes()), std::move(done));
}

void GiveAccess(casework::Store& store, const base::Clock& clock, const Frame& frame, Visit visit,
                http::Responder respond) {
  const auto account = base::AccountId::FromHex(visit.request.PathValue("id"));
  if (!account) {
    return respond(frame.Failure(CaseError::kNotFound, &visit.viewer));
  }
  auto done = [&frame, viewer = visit.viewer,
               respond = std::move(respond)](std::expected<void, CaseError> result) mutable {
    // A conflict: somebody else has just given it.
    if (result || result.error() == CaseError::kConflict) {
      return respond(http::Response::SeeOther("/accounts?notice=given"));
    }
    if (result.error() == CaseError::kNotAllowed) {
      return respond(http::Response::SeeOther("/accounts?notice=not-possible"));
    }
    respond(frame.Failure(result.error(), &viewer));
  };
  casework::GrantAccess(store, clock, visit.advisor, *account, std::move(done));
}

}  // namespace

void AddAccountPages(http::Router& router, casework::Store& store, casework::SignIn& sign_in,
                     casework::Invitations& invitations, const base::Clock& clock,
                     const Frame& frame) {
  router.Get("/accounts", Guarded(sign_in, frame, [&](Visit visit, http::Responder respond) {
               auto done = [&frame, role = visit.advisor.role, viewer = visit.viewer,
                            notice = NoticeOf(visit.request), respond = std::move(respond)](
                               std::expected<casework::AccountList, CaseError> list) mutable {
                 respond(list ? AccountsView(frame, 200, *list, role, notice, {}, {}, viewer)
                              : frame.Failure(list.error(), &viewer));
               };
               casework::ListAccounts(store, clock, visit.advisor, std::move(done));
             }));
  router.Post("/accounts/invite",
              Guarded(sign_in, frame, [&](Visit visit, http::Responder respond) {
                Invite(store, invitations, clock, frame, std::move(visit), std::move(respond));
              }));
  router.Post("/accounts/withdraw",
              Guarded(sign_in, frame, [&](Visit visit, http::Responder respond) {
                Withdraw(invitations, frame, std::move(visit), std::move(respond));
              }));
  router.Post("/accounts/{id}/access",
              Guarded(sign_in, frame, [&](Visit visit, http::Responder respond) {
                GiveAccess(store, clock, frame, std::move(visit), std::move(respond));
              }));
  // For who reloads, from the address bar, a page that answered a form.
  for (const char* form : {"/accounts/invite", "/accounts/withdraw"}) {
    router.Get(form, [](const http::Request&, http::Responder respond) {
      respond(http::Response::SeeOther("/accounts"));
    });
  }
}

}  // namespace safety::workbench
