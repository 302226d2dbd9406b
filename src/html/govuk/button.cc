#include "html/govuk/button.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

constexpr Markup kStartIcon =
    "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" "
    "height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">"
    "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>";

}  // namespace

Html Button(const ButtonOptions& options) {
  const bool is_link = !options.href.empty();
  Html out;
  if (is_link) {
    out << "<a href=\"" << Text(options.href) << "\" role=\"button\" draggable=\"false\"";
  } else {
    out << "<button type=\"" << Text(options.type) << "\"";
    OptionalAttribute(out, "value", options.value);
    OptionalAttribute(out, "name", options.name);
    if (options.disabled) out << " disabled aria-disabled=\"true\"";
    FlagAttribute(out, "data-prevent-double-click", options.prevent_double_click);
  }
  out << " class=\"govuk-button";
  Classes(out, options.classes);
  if (options.is_start_button) out << " govuk-button--start";
  out << "\" data-module=\"govuk-button\"" << options.attributes;
  Id(out, options.id);
  out << ">";
  // A start button lays its parts out as a row, which would swallow the spaces between elements.
  const bool wrap = options.is_start_button && !options.html.empty();
  if (wrap) out << "<span>";
  Words(out, options.text, options.html);
  if (wrap) out << "</span>";
  if (options.is_start_button) out << kStartIcon;
  if (is_link) {
    out << "</a>";
  } else {
    out << "</button>";
  }
  return out;
}

}  // namespace safety::html::govuk
