#include "workbench/activation_view.h"

#include <utility>

#include "casework/second_factor.h"
#include "html/govuk/button.h"
#include "html/govuk/input.h"
#include "html/govuk/inset_text.h"
#include "html/govuk/summary_list.h"
#include "http/cookie.h"
#include "workbench/labels.h"

namespace safety::workbench {
namespace {

namespace govuk = html::govuk;

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

}  // namespace

http::Response WithActivationKey(http::Response response, const casework::ActivationKey& key) {
  response.SetHeader("Set-Cookie",
                     http::SetCookie(kActivationCookie, key.ToCookie(), kActivationLimit));
  return response;
}

http::Response InvitationCodeView(const Frame& frame, int status,
                                  const casework::ActivationKey& key, std::string_view notice,
                                  Errors errors) {
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
  return WithActivationKey(frame.Page(status, {.title = words["activate.title"],
                                               .main = std::move(main),
                                               .errors = std::move(errors)}),
                           key);
}

http::Response NewAccountView(const Frame& frame, int status, const casework::ActivationKey& key,
                              const casework::InvitationShown& shown, Errors errors) {
  const Words& words = frame.words();
  html::Html main;
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(words["activate.account_title"])
       << "</h1><p class=\"govuk-body\">"
       << html::Text(
              words.texts.Fill("activate.account_explained",
                               {{"name", shown.name}, {"role", Say("role", shown.role, words)}}))
       << "</p><form action=\"/activate/account\" method=\"post\" novalidate>"
       << Hidden("csrf", key.CsrfToken())
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
  return WithActivationKey(frame.Page(status, {.title = words["activate.account_title"],
                                               .main = std::move(main),
                                               .errors = std::move(errors)}),
                           key);
}

}  // namespace safety::workbench
