#pragma once

#include <string>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/hint.h"
#include "html/govuk/label.h"
#include "html/html.h"

namespace safety::html::govuk {

struct PasswordInputOptions {
  std::string id;  ///< `name` when empty
  std::string name;
  std::string value;
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error_message;
  bool disabled = false;
  std::string autocomplete = "current-password";
  std::string described_by;
  std::string show_password_text;             ///< "Show" when empty
  std::string hide_password_text;             ///< for the script, as all that follow
  std::string show_password_aria_label_text;  ///< "Show password" when empty
  std::string hide_password_aria_label_text;
  std::string password_shown_announcement_text;
  std::string password_hidden_announcement_text;
  std::string button_classes;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// A passphrase, with a button that shows it (only with script).
[[nodiscard]] Html PasswordInput(const PasswordInputOptions& options);

}  // namespace safety::html::govuk
