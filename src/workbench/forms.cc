#include "workbench/forms.h"

#include "html/govuk/input.h"
#include "html/govuk/password_input.h"

namespace safety::workbench {
namespace {

namespace govuk = html::govuk;

constexpr std::size_t kMaxCode = 20;

}  // namespace

std::string ErrorFor(const Errors& errors, std::string_view field) {
  for (const auto& [id, text] : errors) {
    if (id == field) {
      return text;
    }
  }
  return {};
}

html::Html PassphraseInput(const PassphraseField& field, const Errors& errors, const Words& words) {
  return govuk::PasswordInput(
      {.id = field.id,
       .name = field.id,
       .label = {.text = std::string(field.label)},
       .hint = {.text = std::string(field.hint)},
       .error_message = {.text = ErrorFor(errors, field.id)},
       .autocomplete = field.autocomplete,
       .show_password_text = words["sign_in.show_passphrase"],
       .hide_password_text = words["sign_in.hide_passphrase"],
       .show_password_aria_label_text = words["sign_in.show_passphrase_label"],
       .hide_password_aria_label_text = words["sign_in.hide_passphrase_label"],
       .password_shown_announcement_text = words["sign_in.passphrase_shown"],
       .password_hidden_announcement_text = words["sign_in.passphrase_hidden"]});
}

html::Html CodeInput(const Errors& errors, const Words& words) {
  return govuk::Input({.id = "code",
                       .name = "code",
                       .label = {.text = words["sign_in.code"]},
                       .hint = {.text = words["sign_in.code_hint"]},
                       .error_message = {.text = ErrorFor(errors, "code")},
                       .inputmode = "numeric",
                       .spellcheck = false,
                       .autocomplete = "one-time-code",
                       .classes = "govuk-input--width-5"});
}

std::string TypedCode(std::string_view typed) {
  std::string code(typed);
  std::erase(code, ' ');
  return code;
}

bool MayBeCode(std::string_view code) { return !code.empty() && code.size() <= kMaxCode; }

}  // namespace safety::workbench
