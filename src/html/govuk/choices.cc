#include "html/govuk/choices.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

std::string ChoiceId(std::string_view prefix, std::size_t index) {
  std::string id(prefix);
  if (index > 0) id.append("-").append(std::to_string(index + 1));
  return id;
}

void AppendChoice(Html& out, const ChoiceKind& kind, const ChoiceView& item) {
  std::string described_by(item.described_by);
  std::string hint_id;
  if (!item.hint.empty()) {
    hint_id.append(item.id).append("-item-hint");
    described_by = JoinClasses(described_by, hint_id);
  }
  out << "<div class=\"" << kind.block << "__item\"><input class=\"" << kind.block
      << "__input\" id=\"" << Text(item.id) << "\" name=\"" << Text(item.name) << "\" type=\""
      << kind.type << "\" value=\"" << Text(item.value) << "\"";
  if (item.checked) out << " checked";
  if (item.disabled) out << " disabled";
  if (!item.conditional.empty()) {
    out << " data-aria-controls=\"conditional-" << Text(item.id) << "\"";
  }
  OptionalAttribute(out, "data-behaviour", item.behaviour);
  OptionalAttribute(out, "aria-describedby", described_by);
  out << item.attributes << ">";
  AppendLabel(out,
              {.text = item.text,
               .html = item.html,
               .classes = item.label_classes,
               .attributes = item.label_attributes},
              item.id, kind.label_class);
  if (!item.hint.empty()) AppendHint(out, item.hint, hint_id, kind.hint_class);
  out << "</div>";
  if (item.conditional.empty()) return;
  out << "<div class=\"" << kind.block << "__conditional";
  if (!item.checked) out << " " << kind.block << "__conditional--hidden";
  out << "\" id=\"conditional-" << Text(item.id) << "\">" << item.conditional << "</div>";
}

Html ChoiceGroup(const ChoiceKind& kind, const ChoiceGroupView& group, const Html& hint_and_error,
                 const Html& items, std::string_view described_by) {
  Html inner;
  inner.Reserve(hint_and_error.text().size() + items.text().size() + 256);
  inner << hint_and_error << "<div class=\"" << kind.block;
  Classes(inner, group.classes);
  inner << "\"" << group.attributes << " data-module=\"" << kind.block << "\">";
  Words(inner, group.form_group.before_input.text, group.form_group.before_input.html);
  inner << items;
  Words(inner, group.form_group.after_input.text, group.form_group.after_input.html);
  inner << "</div>";
  return FormGroupOf(inner, group.fieldset, {}, described_by, group.form_group,
                     !group.error_message.empty());
}

}  // namespace safety::html::govuk
