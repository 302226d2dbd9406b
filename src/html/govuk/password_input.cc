#include "html/govuk/password_input.h"

#include <utility>

#include "html/govuk/button.h"
#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

Html GroupAttributes(const PasswordInputOptions& options) {
  Html out;
  out << " data-module=\"govuk-password-input\"";
  Translation(out, "show-password", options.show_password_text);
  Translation(out, "hide-password", options.hide_password_text);
  Translation(out, "show-password-aria-label", options.show_password_aria_label_text);
  Translation(out, "hide-password-aria-label", options.hide_password_aria_label_text);
  Translation(out, "password-shown-announcement", options.password_shown_announcement_text);
  Translation(out, "password-hidden-announcement", options.password_hidden_announcement_text);
  return out;
}

std::string Or(const std::string& text, const char* fallback) {
  return text.empty() ? fallback : text;
}

/// Hidden until the script can do something with it.
Html ShowButton(const PasswordInputOptions& options, const std::string& id) {
  return Button(
      {.type = "button",
       .text = Or(options.show_password_text, "Show"),
       .classes = JoinClasses("govuk-button--secondary govuk-password-input__toggle "
                              "govuk-js-password-input-toggle",
                              options.button_classes),
       .attributes = {{"aria-controls", id},
                      {"aria-label", Or(options.show_password_aria_label_text, "Show password")},
                      {"hidden", {}}}});
}

}  // namespace

Html PasswordInput(const PasswordInputOptions& options) {
  const std::string& id = FieldId(options.id, options.name);
  FormGroupOptions group = options.form_group;
  group.classes = JoinClasses("govuk-password-input", group.classes);
  Html after = ShowButton(options, id);
  Words(after, group.after_input.text, group.after_input.html);
  group.after_input = {.html = std::move(after)};

  return InputInGroup({.id = id,
                       .name = options.name,
                       .type = "password",
                       .value = options.value,
                       .label = options.label,
                       .hint = options.hint,
                       .error_message = options.error_message,
                       .spellcheck = false,
                       .disabled = options.disabled,
                       .autocomplete = options.autocomplete,
                       .autocapitalize = "none",
                       .described_by = options.described_by,
                       .form_group = std::move(group),
                       .input_wrapper = {.classes = "govuk-password-input__wrapper"},
                       .classes = JoinClasses("govuk-password-input__input "
                                              "govuk-js-password-input-input",
                                              options.classes),
                       .attributes = options.attributes},
                      GroupAttributes(options));
}

}  // namespace safety::html::govuk
