#include "html/govuk/panel.h"

#include <string_view>

#include "html/govuk/button.h"
#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

constexpr std::string_view kInterruption = "govuk-panel--interruption";

void AppendAction(Html& out, const PanelAction& action) {
  if (action.href.empty() || action.type == "button") {
    out << Button({.type = action.type.empty() ? "button" : action.type,
                   .href = action.href,
                   .text = action.text,
                   .classes = JoinClasses("govuk-button--inverse", action.classes),
                   .attributes = action.attributes});
    return;
  }
  out << "<a class=\"govuk-link govuk-link--inverse";
  Classes(out, action.classes);
  out << "\" href=\"" << Text(action.href) << "\"" << action.attributes << ">" << Text(action.text)
      << "</a>";
}

void AppendActions(Html& out, const PanelActions& actions) {
  out << "<div class=\"govuk-panel__actions";
  Classes(out, actions.classes);
  out << "\"" << actions.attributes << ">";
  if (!actions.items.empty()) {
    out << "<div class=\"govuk-button-group\">";
    for (const PanelAction& action : actions.items) {
      AppendAction(out, action);
      out << "\n";
    }
    out << "</div>";
  }
  out << "</div>";
}

}  // namespace

Html Panel(const PanelOptions& options) {
  const bool interrupts = options.classes.find(kInterruption) != std::string::npos;
  Html out;
  out << "<div class=\"govuk-panel";
  if (!interrupts) out << " govuk-panel--confirmation";
  Classes(out, options.classes);
  out << "\"" << options.attributes << "><h" << options.heading_level
      << " class=\"govuk-panel__title\">";
  Words(out, options.title_text, options.title_html);
  out << "</h" << options.heading_level << ">";
  if (!options.html.empty() || !options.text.empty()) {
    out << "<div class=\"govuk-panel__body\">";
    Words(out, options.text, options.html);
    out << "</div>";
  }
  if (interrupts && !options.actions.empty()) AppendActions(out, options.actions);
  out << "</div>";
  return out;
}

}  // namespace safety::html::govuk
