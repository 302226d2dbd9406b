#include "html/govuk/checkboxes.h"

#include <algorithm>

#include "html/govuk/choices.h"
#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

constexpr ChoiceKind kCheckboxes = {.block = "govuk-checkboxes",
                                    .label_class = "govuk-checkboxes__label",
                                    .hint_class = "govuk-checkboxes__hint",
                                    .type = "checkbox"};

void AppendItem(Html& out, const CheckboxesOptions& options, const CheckboxItem& item,
                std::string_view id, std::string_view described_by) {
  if (!item.divider.empty()) {
    out << "<div class=\"govuk-checkboxes__divider\">" << Text(item.divider) << "</div>";
    return;
  }
  const bool chosen = std::ranges::find(options.values, item.value) != options.values.end();
  AppendChoice(out, kCheckboxes,
               {.id = id,
                .name = item.name.empty() ? options.name : item.name,
                .value = item.value,
                .text = item.text,
                .html = item.html,
                .label_classes = item.label.classes,
                .label_attributes = item.label.attributes,
                .hint = item.hint,
                .checked = item.checked.value_or(chosen),
                .disabled = item.disabled,
                .conditional = item.conditional,
                .behaviour = item.behaviour,
                .described_by = described_by,
                .attributes = item.attributes});
}

}  // namespace

Html Checkboxes(const CheckboxesOptions& options) {
  const std::string& id_prefix = FieldId(options.id_prefix, options.name);
  std::string described_by = options.described_by;
  if (options.fieldset && !options.fieldset->described_by.empty()) {
    described_by = options.fieldset->described_by;
  }
  Html hint_and_error;
  AppendHintAndError(hint_and_error, id_prefix, options.hint, options.error_message, described_by);
  Html items;
  items.Reserve(512 * options.items.size());
  const std::string_view described_each = options.fieldset ? std::string_view() : described_by;
  for (std::size_t i = 0; i < options.items.size(); ++i) {
    const CheckboxItem& item = options.items[i];
    AppendItem(items, options, item, item.id.empty() ? ChoiceId(id_prefix, i) : item.id,
               described_each);
  }
  return ChoiceGroup(kCheckboxes,
                     {.fieldset = options.fieldset,
                      .error_message = options.error_message,
                      .form_group = options.form_group,
                      .classes = options.classes,
                      .attributes = options.attributes},
                     hint_and_error, items, described_by);
}

}  // namespace safety::html::govuk
