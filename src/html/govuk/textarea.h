#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/hint.h"
#include "html/govuk/label.h"
#include "html/html.h"

namespace safety::html::govuk {

struct TextareaOptions {
  std::string id;  ///< `name` when empty
  std::string name;
  std::string value;
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error_message;
  std::size_t rows = 5;
  std::optional<bool> spellcheck;
  bool disabled = false;
  std::string autocomplete;
  std::string described_by;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// An answer of several lines.
[[nodiscard]] Html Textarea(const TextareaOptions& options);

}  // namespace safety::html::govuk
