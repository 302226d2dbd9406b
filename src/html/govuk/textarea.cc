#include "html/govuk/textarea.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html Textarea(const TextareaOptions& options) { return TextareaInGroup(options, {}); }

Html TextareaInGroup(const TextareaOptions& options, const Html& group_attributes) {
  const std::string& id = FieldId(options.id, options.name);
  const bool has_error = !options.error_message.empty();
  std::string described_by = options.described_by;
  Html out;
  out.Reserve(1024 + options.value.size());
  OpenFormGroup(out, options.form_group, has_error, group_attributes);
  AppendLabel(out, options.label, id);
  AppendHintAndError(out, id, options.hint, options.error_message, described_by);
  Words(out, options.form_group.before_input.text, options.form_group.before_input.html);
  out << "<textarea class=\"govuk-textarea";
  if (has_error) out << " govuk-textarea--error";
  Classes(out, options.classes);
  out << "\"" << Attribute("id", id) << Attribute("name", options.name) << " rows=\""
      << options.rows << "\"";
  FlagAttribute(out, "spellcheck", options.spellcheck);
  if (options.disabled) out << " disabled";
  OptionalAttribute(out, "aria-describedby", described_by);
  OptionalAttribute(out, "autocomplete", options.autocomplete);
  out << options.attributes << ">";
  // The parser drops one line feed at the start, so an answer that begins with one needs two.
  if (options.value.starts_with('\n')) out << "\n";
  out << Text(options.value) << "</textarea>";
  Words(out, options.form_group.after_input.text, options.form_group.after_input.html);
  out << "</div>";
  return out;
}

}  // namespace safety::html::govuk
