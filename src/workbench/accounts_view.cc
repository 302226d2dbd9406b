#include "workbench/accounts_view.h"

#include <array>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/id.h"
#include "html/govuk/back_link.h"
#include "html/govuk/button.h"
#include "html/govuk/input.h"
#include "html/govuk/notification_banner.h"
#include "html/govuk/radios.h"
#include "html/govuk/summary_list.h"
#include "html/govuk/table.h"
#include "html/govuk/tag.h"
#include "html/govuk/warning_text.h"
#include "workbench/clock_words.h"
#include "workbench/labels.h"

namespace safety::workbench {
namespace {

namespace govuk = html::govuk;
using casework::AccountStatus;
using safeguarding::Role;

constexpr std::array kRoles{Role::kAdvisor, Role::kDutyLead, Role::kManager, Role::kAuditor,
                            Role::kAdministrator};

/// A form that is one button. Its name alone would not say whom it is about.
html::Html RowButton(html::Html form, std::string_view text, std::string_view name,
                     const Viewer& viewer) {
  html::Html label = html::Join(
      html::Text(text), "<span class=\"govuk-visually-hidden\">: ", html::Text(name), "</span>");
  form << Hidden("csrf", viewer.csrf)
       << govuk::Button({.html = std::move(label),
                         .prevent_double_click = true,
                         .classes = "govuk-button--secondary app-row-button"})
       << "</form>";
  return form;
}

html::Html StatusOf(const casework::AccountLine& account, const Words& words) {
  switch (account.status) {
    case AccountStatus::kWaitingForAccess:
      return govuk::Tag({.text = words["accounts.waiting"], .classes = "govuk-tag--orange"});
    case AccountStatus::kDisabled:
      return govuk::Tag({.text = words["accounts.disabled"], .classes = "govuk-tag--grey"});
    case AccountStatus::kActive:
      break;
  }
  return html::Html(html::Text(words["accounts.active"]));
}

html::Html AccountTable(const casework::AccountList& list, const Viewer& viewer,
                        const Words& words) {
  govuk::TableOptions table{.caption = words["accounts.caption"],
                            .caption_classes = "govuk-table__caption--m",
                            .head = {{.text = words["accounts.name"]},
                                     {.text = words["accounts.role"]},
                                     {.text = words["accounts.status"]},
                                     {.text = words["accounts.act"]}},
                            .classes = "app-queue"};
  for (const casework::AccountLine& account : list.accounts) {
    html::Html act;
    if (account.may_be_given_access) {
      html::Html form;
      form << "<form method=\"post\""
           << html::Attribute("action", "/accounts/" + account.id.ToHex() + "/access") << ">";
      act = RowButton(std::move(form), words["accounts.give"], account.name, viewer);
    }
    table.rows.push_back({{.text = account.name},
                          {.text = Say("role", account.role, words)},
                          {.html = StatusOf(account, words)},
                          {.html = std::move(act)}});
  }
  return govuk::Table(table);
}

html::Html InvitationTable(const casework::AccountList& list, bool may_withdraw,
                           const Viewer& viewer, const Words& words) {
  govuk::TableOptions table{.caption = words["accounts.invitations"],
                            .caption_classes = "govuk-table__caption--m",
                            .head = {{.text = words["accounts.name"]},
                                     {.text = words["accounts.role"]},
                                     {.text = words["accounts.expires"]},
                                     {.text = words["accounts.act"]}},
                            .classes = "app-queue"};
  for (const casework::Invitation& invitation : list.invitations) {
    html::Html act;
    if (may_withdraw) {
      html::Html form;
      form << "<form method=\"post\" action=\"/accounts/withdraw\">"
           << Hidden("invitation", base::ToHex(invitation.id));
      act = RowButton(std::move(form), words["accounts.withdraw"], invitation.name, viewer);
    }
    table.rows.push_back({{.text = invitation.name},
                          {.text = Say("role", invitation.role, words)},
                          {.text = SayLocal(invitation.expires, words)},
                          {.html = std::move(act)}});
  }
  return govuk::Table(table);
}

html::Html InviteForm(const InviteFields& fields, const Errors& errors, const Viewer& viewer,
                      const Words& words) {
  govuk::RadiosOptions roles{
      .id_prefix = "role",
      .name = "role",
      .value = fields.role,
      .fieldset = govuk::FieldsetOptions{.legend = {.text = words["accounts.invite_role"]}},
      .error_message = {.text = ErrorFor(errors, "role")}};
  for (const Role role : kRoles) {
    roles.items.push_back({.value = std::string(safeguarding::IdOf(role)),
                           .text = Say("role", role, words),
                           .hint = {.text = Say("role_hint", role, words)}});
  }
  html::Html form;
  form << "<h2 class=\"govuk-heading-m\">" << html::Text(words["accounts.invite_title"])
       << "</h2><p class=\"govuk-body\">" << html::Text(words["accounts.invite_explained"])
       << "</p><form method=\"post\" action=\"/accounts/invite\" novalidate>"
       << Hidden("csrf", viewer.csrf) << Hidden("once", base::AccountId::Random().ToHex())
       << govuk::Input({.id = "name",
                        .name = "name",
                        .value = fields.name,
                        .label = {.text = words["accounts.invite_name"]},
                        .hint = {.text = words["accounts.invite_name_hint"]},
                        .error_message = {.text = ErrorFor(errors, "name")},
                        .spellcheck = false,
                        .autocomplete = "off",
                        .autocapitalize = "none",
                        .classes = "govuk-input--width-20"})
       << govuk::Radios(roles)
       << govuk::Button({.text = words["accounts.invite"], .prevent_double_click = true})
       << "</form>";
  return form;
}

}  // namespace

http::Response AccountsView(const Frame& frame, int status, const casework::AccountList& list,
                            Role role, std::string_view notice, const InviteFields& fields,
                            Errors errors, const Viewer& viewer) {
  const Words& words = frame.words();
  html::Html main;
  if (!notice.empty()) {
    main << govuk::NotificationBanner({.text = words[notice]});
  }
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(words["accounts.title"]) << "</h1>";
  if (casework::GivesAccess(role)) {
    main << "<p class=\"govuk-body\">" << html::Text(words["accounts.give_explained"]) << "</p>";
  }
  main << AccountTable(list, viewer, words);
  const bool invites = casework::InvitesPeople(role);
  if (!list.invitations.empty()) {
    main << InvitationTable(list, invites, viewer, words);
  }
  if (invites) {
    main << InviteForm(fields, errors, viewer, words);
  }
  return frame.Page(status, {.title = words["accounts.title"],
                             .main = std::move(main),
                             .errors = std::move(errors),
                             .viewer = &viewer});
}

http::Response InvitationView(const Frame& frame, const casework::InvitationGiven& given,
                              std::string_view host, const Viewer& viewer) {
  const Words& words = frame.words();
  const std::string title = words.texts.Fill("invited.title", {{"name", given.name}});
  html::Html main;
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(title) << "</h1>"
       << govuk::WarningText({.text = words["invited.once"]})
       << govuk::SummaryList(
              {.rows = {{.key = {.text = words["invited.address"]},
                         .value = {.text = std::string(host) + "/activate"}},
                        {.key = {.text = words["invited.code"]},
                         .value = {.html = html::Join("<strong>", html::Text(given.code),
                                                      "</strong>")}},
                        {.key = {.text = words["accounts.role"]},
                         .value = {.text = Say("role", given.role, words)}},
                        {.key = {.text = words["accounts.expires"]},
                         .value = {.text = SayLocal(given.expires, words)}}}})
       << "<p class=\"govuk-body\">" << html::Text(words["invited.hand_over"]) << "</p>";
  if (casework::ReadsReports(given.role)) {
    main << "<p class=\"govuk-body\">" << html::Text(words["invited.then_access"]) << "</p>";
  }
  return frame.Page(
      200, {.title = title,
            .main = std::move(main),
            .before_main = govuk::BackLink({.href = "/accounts", .text = words["accounts.back"]}),
            .viewer = &viewer});
}

}  // namespace safety::workbench
