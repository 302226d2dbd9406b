#pragma once

#include <optional>
#include <string>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/hint.h"
#include "html/govuk/label.h"
#include "html/html.h"

namespace safety::html::govuk {

/// What stands before or after the box: "£", "years".
struct AffixOptions {
  std::string text;
  Html html;
  std::string classes;
  Attributes attributes;

  [[nodiscard]] bool empty() const { return text.empty() && html.empty(); }
};

struct InputWrapperOptions {
  std::string classes;
  Attributes attributes;
};

struct InputOptions {
  std::string id;  ///< `name` when empty
  std::string name;
  std::string type = "text";
  std::string value;
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error_message;
  AffixOptions prefix;
  AffixOptions suffix;
  std::string inputmode;
  std::optional<bool> spellcheck;
  bool disabled = false;
  std::string autocomplete;
  std::string autocapitalize;
  std::string pattern;
  std::string described_by;
  FormGroupOptions form_group;
  InputWrapperOptions input_wrapper;
  std::string classes;
  Attributes attributes;
};

/// An answer of one line.
[[nodiscard]] Html Input(const InputOptions& options);

}  // namespace safety::html::govuk
