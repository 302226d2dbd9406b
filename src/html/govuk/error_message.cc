#include "html/govuk/error_message.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html ErrorMessage(const ErrorMessageOptions& options) {
  Html out;
  out << "<p";
  Id(out, options.id);
  out << " class=\"govuk-error-message";
  Classes(out, options.classes);
  out << "\"" << options.attributes << ">";
  if (!options.visually_hidden_text.empty()) {
    out << "<span class=\"govuk-visually-hidden\">" << Text(options.visually_hidden_text)
        << ":</span> ";
  }
  Words(out, options.text, options.html);
  out << "</p>";
  return out;
}

}  // namespace safety::html::govuk
