#include "html/govuk/parts.h"

namespace safety::html::govuk {

void Words(Html& out, const std::string& text, const Html& html) {
  if (html.empty()) {
    out << Text(text);
  } else {
    out << html;
  }
}

void Classes(Html& out, std::string_view more) {
  if (!more.empty()) out << " " << Text(more);
}

void Id(Html& out, std::string_view id) { OptionalAttribute(out, "id", id); }

void OptionalAttribute(Html& out, Markup name, std::string_view value) {
  if (!value.empty()) out << " " << name << "=\"" << Text(value) << "\"";
}

void FlagAttribute(Html& out, Markup name, std::optional<bool> flag) {
  if (!flag) return;
  out << " " << name;
  if (*flag) {
    out << "=\"true\"";
  } else {
    out << "=\"false\"";
  }
}

void Translation(Html& out, Markup key, std::string_view message) {
  if (!message.empty()) out << " data-i18n." << key << "=\"" << Text(message) << "\"";
}

const std::string& FieldId(const std::string& id, const std::string& name) {
  return id.empty() ? name : id;
}

std::string JoinClasses(std::string_view own, std::string_view more) {
  std::string classes(own);
  if (!more.empty()) {
    if (!classes.empty()) classes += ' ';
    classes += more;
  }
  return classes;
}

void AppendLabel(Html& out, const LabelOptions& options, std::string_view for_id,
                 Markup own_class) {
  if (options.text.empty() && options.html.empty()) return;
  if (options.is_page_heading) out << "<h1 class=\"govuk-label-wrapper\">";
  out << "<label class=\"govuk-label";
  Classes(out, own_class.text());
  Classes(out, options.classes);
  out << "\"" << options.attributes;
  OptionalAttribute(out, "for", for_id);
  out << ">";
  Words(out, options.text, options.html);
  out << "</label>";
  if (options.is_page_heading) out << "</h1>";
}

void AppendHint(Html& out, const HintOptions& options, std::string_view id, Markup own_class) {
  out << "<div";
  Id(out, id);
  out << " class=\"govuk-hint";
  Classes(out, own_class.text());
  Classes(out, options.classes);
  out << "\"" << options.attributes << ">";
  Words(out, options.text, options.html);
  out << "</div>";
}

void AppendHintAndError(Html& out, std::string_view id, const HintOptions& hint,
                        const ErrorMessageOptions& error, std::string& described_by) {
  const auto add = [&](std::string_view suffix) {
    if (!described_by.empty()) described_by += ' ';
    const std::size_t start = described_by.size();
    described_by.append(id).append(suffix);
    return std::string_view(described_by).substr(start);
  };
  if (!hint.empty()) AppendHint(out, hint, add("-hint"));
  if (!error.empty()) {
    ErrorMessageOptions message = error;
    message.id = add("-error");
    out << ErrorMessage(message);
  }
}

void OpenFormGroup(Html& out, const FormGroupOptions& options, bool has_error,
                   const Html& own_attributes) {
  out << "<div class=\"govuk-form-group";
  if (has_error) out << " govuk-form-group--error";
  Classes(out, options.classes);
  out << "\"" << own_attributes << options.attributes << ">";
}

Html FormGroupOf(const Html& inner, const std::optional<FieldsetOptions>& fieldset,
                 std::string_view role, std::string_view described_by,
                 const FormGroupOptions& form_group, bool has_error) {
  Html out;
  out.Reserve(inner.text().size() + 512);
  OpenFormGroup(out, form_group, has_error);
  if (fieldset) {
    OpenFieldset(out, *fieldset, role, described_by);
    out << inner << "</fieldset>";
  } else {
    out << inner;
  }
  out << "</div>";
  return out;
}

void OpenFieldset(Html& out, const FieldsetOptions& options, std::string_view role,
                  std::string_view described_by) {
  const LegendOptions& legend = options.legend;
  out << "<fieldset class=\"govuk-fieldset";
  Classes(out, options.classes);
  out << "\"";
  OptionalAttribute(out, "role", role);
  OptionalAttribute(out, "aria-describedby", described_by);
  out << options.attributes << ">";
  if (legend.text.empty() && legend.html.empty()) return;
  out << "<legend class=\"govuk-fieldset__legend";
  Classes(out, legend.classes);
  out << "\">";
  if (legend.is_page_heading) out << "<h1 class=\"govuk-fieldset__heading\">";
  Words(out, legend.text, legend.html);
  if (legend.is_page_heading) out << "</h1>";
  out << "</legend>";
}

}  // namespace safety::html::govuk
