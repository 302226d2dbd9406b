#include "html/govuk/input.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

void AppendElement(Html& out, const InputOptions& options, std::string_view id,
                   std::string_view described_by) {
  out << "<input class=\"govuk-input";
  Classes(out, options.classes);
  if (!options.error_message.empty()) out << " govuk-input--error";
  out << "\"" << Attribute("id", id) << Attribute("name", options.name)
      << Attribute("type", options.type);
  FlagAttribute(out, "spellcheck", options.spellcheck);
  OptionalAttribute(out, "value", options.value);
  if (options.disabled) out << " disabled";
  OptionalAttribute(out, "aria-describedby", described_by);
  OptionalAttribute(out, "autocomplete", options.autocomplete);
  OptionalAttribute(out, "autocapitalize", options.autocapitalize);
  OptionalAttribute(out, "pattern", options.pattern);
  OptionalAttribute(out, "inputmode", options.inputmode);
  out << options.attributes << ">";
}

void AppendAffix(Html& out, const AffixOptions& affix, Markup own_class) {
  if (affix.empty()) return;
  out << "<div class=\"" << own_class;
  Classes(out, affix.classes);
  out << "\" aria-hidden=\"true\"" << affix.attributes << ">";
  Words(out, affix.text, affix.html);
  out << "</div>";
}

}  // namespace

Html Input(const InputOptions& options) { return InputInGroup(options, {}); }

Html InputInGroup(const InputOptions& options, const Html& group_attributes) {
  const std::string& id = FieldId(options.id, options.name);
  const Content& before = options.form_group.before_input;
  const Content& after = options.form_group.after_input;
  std::string described_by = options.described_by;
  Html out;
  out.Reserve(1024);
  OpenFormGroup(out, options.form_group, !options.error_message.empty(), group_attributes);
  AppendLabel(out, options.label, id);
  AppendHintAndError(out, id, options.hint, options.error_message, described_by);
  if (before.empty() && after.empty() && options.prefix.empty() && options.suffix.empty()) {
    AppendElement(out, options, id, described_by);
  } else {
    out << "<div class=\"govuk-input__wrapper";
    Classes(out, options.input_wrapper.classes);
    out << "\"" << options.input_wrapper.attributes << ">";
    Words(out, before.text, before.html);
    AppendAffix(out, options.prefix, "govuk-input__prefix");
    AppendElement(out, options, id, described_by);
    AppendAffix(out, options.suffix, "govuk-input__suffix");
    Words(out, after.text, after.html);
    out << "</div>";
  }
  out << "</div>";
  return out;
}

}  // namespace safety::html::govuk
