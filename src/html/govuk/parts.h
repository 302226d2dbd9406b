#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/fieldset.h"
#include "html/govuk/hint.h"
#include "html/govuk/input.h"
#include "html/govuk/label.h"
#include "html/govuk/textarea.h"
#include "html/html.h"

/// What several components share. For the components of this folder only.
namespace safety::html::govuk {

/// `html`, or `text` where there is none.
void Words(Html& out, const std::string& text, const Html& html);

/// " more", for the end of a class attribute.
void Classes(Html& out, std::string_view more);

/// ` id="…"`, or nothing.
void Id(Html& out, std::string_view id);

/// ` name="value"`, or nothing when the value is empty.
void OptionalAttribute(Html& out, Markup name, std::string_view value);

/// ` name="true"` or ` name="false"`, or nothing when it was not said.
void FlagAttribute(Html& out, Markup name, std::optional<bool> flag);

/// ` data-i18n.key="message"`, or nothing.
void Translation(Html& out, Markup key, std::string_view message);

/// The id of a field: `id`, or its name.
[[nodiscard]] const std::string& FieldId(const std::string& id, const std::string& name);

/// "govuk-x more": what a component adds to the classes of the one it is made of.
[[nodiscard]] std::string JoinClasses(std::string_view own, std::string_view more);

/// A label for the field `for_id`; `own_class` comes before the classes of the options.
void AppendLabel(Html& out, const LabelOptions& options, std::string_view for_id,
                 Markup own_class = "");

/// A hint of that id; `own_class` comes before the classes of the options.
void AppendHint(Html& out, const HintOptions& options, std::string_view id, Markup own_class = "");

/// The hint and the error of field `id`, as far as they have words. Their ids are added to
/// `described_by`.
void AppendHintAndError(Html& out, std::string_view id, const HintOptions& hint,
                        const ErrorMessageOptions& error, std::string& described_by);

/// `<div class="govuk-form-group …">`: own attributes first, then those of the options.
void OpenFormGroup(Html& out, const FormGroupOptions& options, bool has_error,
                   const Html& own_attributes = {});

/// `inner` in its form group, and in its fieldset when there is one.
[[nodiscard]] Html FormGroupOf(const Html& inner, const std::optional<FieldsetOptions>& fieldset,
                               std::string_view role, std::string_view described_by,
                               const FormGroupOptions& form_group, bool has_error);

/// Opens a fieldset up to and with its legend; `role` and `described_by` stand for those of the
/// options.
void OpenFieldset(Html& out, const FieldsetOptions& options, std::string_view role,
                  std::string_view described_by);

/// An Input or Textarea whose form group has attributes of the component that is made of it.
[[nodiscard]] Html InputInGroup(const InputOptions& options, const Html& group_attributes);
[[nodiscard]] Html TextareaInGroup(const TextareaOptions& options, const Html& group_attributes);

}  // namespace safety::html::govuk
