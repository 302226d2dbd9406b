#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/fieldset.h"
#include "html/govuk/hint.h"
#include "html/html.h"

/// What radios and checkboxes share. For the components of this folder only.
namespace safety::html::govuk {

/// The names in which the two differ.
struct ChoiceKind {
  Markup block;
  Markup label_class;
  Markup hint_class;
  Markup type;
};

/// One item, borrowed from its options.
struct ChoiceView {
  std::string_view id;
  std::string_view name;
  std::string_view value;
  const std::string& text;
  const Html& html;
  const std::string& label_classes;
  const Attributes& label_attributes;
  const HintOptions& hint;
  bool checked;
  bool disabled;
  const Html& conditional;
  std::string_view behaviour;
  std::string_view described_by;  ///< of the group, where no fieldset carries it
  const Attributes& attributes;
};

/// The whole group, borrowed from its options.
struct ChoiceGroupView {
  const std::optional<FieldsetOptions>& fieldset;
  const ErrorMessageOptions& error_message;
  const FormGroupOptions& form_group;
  const std::string& classes;
  const Attributes& attributes;
};

/// "prefix" for the first item, so that the error summary can link to it; "prefix-2" for the
/// second.
[[nodiscard]] std::string ChoiceId(std::string_view prefix, std::size_t index);

void AppendChoice(Html& out, const ChoiceKind& kind, const ChoiceView& item);

/// Hint, error and items in the group's form group and fieldset. `hint_and_error` and
/// `described_by` come from AppendHintAndError.
[[nodiscard]] Html ChoiceGroup(const ChoiceKind& kind, const ChoiceGroupView& group,
                               const Html& hint_and_error, const Html& items,
                               std::string_view described_by);

}  // namespace safety::html::govuk
