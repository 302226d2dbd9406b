#include "html/govuk/select.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

bool IsSelected(const SelectItem& item, const std::string& value) {
  if (item.selected) return *item.selected;
  return !value.empty() && item.value.value_or(item.text) == value;
}

}  // namespace

Html Select(const SelectOptions& options) {
  const std::string& id = FieldId(options.id, options.name);
  const bool has_error = !options.error_message.empty();
  std::string described_by = options.described_by;
  Html out;
  out.Reserve(1024 + 64 * options.items.size());
  OpenFormGroup(out, options.form_group, has_error);
  AppendLabel(out, options.label, id);
  AppendHintAndError(out, id, options.hint, options.error_message, described_by);
  Words(out, options.form_group.before_input.text, options.form_group.before_input.html);
  out << "<select class=\"govuk-select";
  Classes(out, options.classes);
  if (has_error) out << " govuk-select--error";
  out << "\"" << Attribute("id", id) << Attribute("name", options.name);
  if (options.disabled) out << " disabled";
  OptionalAttribute(out, "aria-describedby", described_by);
  out << options.attributes << ">";
  for (const SelectItem& item : options.items) {
    out << "<option";
    if (item.value) out << Attribute("value", *item.value);
    if (IsSelected(item, options.value)) out << " selected";
    if (item.disabled) out << " disabled";
    out << item.attributes << ">" << Text(item.text) << "</option>";
  }
  out << "</select>";
  Words(out, options.form_group.after_input.text, options.form_group.after_input.html);
  out << "</div>";
  return out;
}

}  // namespace safety::html::govuk
