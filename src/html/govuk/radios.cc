#include "html/govuk/radios.h"

#include "html/govuk/choices.h"
#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

constexpr ChoiceKind kRadios = {.block = "govuk-radios",
                                .label_class = "govuk-radios__label",
                                .hint_class = "govuk-radios__hint",
                                .type = "radio"};

void AppendItem(Html& out, const RadiosOptions& options, const RadioItem& item,
                std::string_view id) {
  if (!item.divider.empty()) {
    out << "<div class=\"govuk-radios__divider\">" << Text(item.divider) << "</div>";
    return;
  }
  const bool chosen = !options.value.empty() && item.value == options.value;
  AppendChoice(out, kRadios,
               {.id = id,
                .name = options.name,
                .value = item.value,
                .text = item.text,
                .html = item.html,
                .label_classes = item.label.classes,
                .label_attributes = item.label.attributes,
                .hint = item.hint,
                .checked = item.checked.value_or(chosen),
                .disabled = item.disabled,
                .conditional = item.conditional,
                .behaviour = {},
                .described_by = {},
                .attributes = item.attributes});
}

}  // namespace

Html Radios(const RadiosOptions& options) {
  const std::string& id_prefix = FieldId(options.id_prefix, options.name);
  std::string described_by = options.fieldset ? options.fieldset->described_by : std::string();
  Html hint_and_error;
  AppendHintAndError(hint_and_error, id_prefix, options.hint, options.error_message, described_by);
  Html items;
  items.Reserve(512 * options.items.size());
  for (std::size_t i = 0; i < options.items.size(); ++i) {
    const RadioItem& item = options.items[i];
    AppendItem(items, options, item, item.id.empty() ? ChoiceId(id_prefix, i) : item.id);
  }
  return ChoiceGroup(kRadios,
                     {.fieldset = options.fieldset,
                      .error_message = options.error_message,
                      .form_group = options.form_group,
                      .classes = options.classes,
                      .attributes = options.attributes},
                     hint_and_error, items, described_by);
}

}  // namespace safety::html::govuk
