#include "site/forms.h"

#include <algorithm>

#include "html/govuk/button.h"

namespace safety::site {

using html::Html;
using html::Text;

std::string UnknownField(const http::Form& form) {
  for (const auto& [name, value] : form.fields()) {
    if (std::ranges::find(kOwnFields, name) == kOwnFields.end()) {
      return name;
    }
  }
  return {};
}

Html FormStart(std::string_view action, std::string_view csrf) {
  return html::Join("<form action=\"", Text(action),
                    "\" method=\"post\" novalidate><input type=\"hidden\" name=\"",
                    Text(kCsrfField), "\" value=\"", Text(csrf), "\">");
}

Html ButtonForm(const OneButtonForm& form) {
  Html label(Text(form.text));
  if (!form.visually_hidden_text.empty()) {
    label << "<span class=\"govuk-visually-hidden\"> " << Text(form.visually_hidden_text)
          << "</span>";
  }
  Html out = FormStart(form.action, form.csrf);
  if (form.looks_like_link) {
    out << "<button type=\"submit\" class=\"app-button-link govuk-link\">" << label << "</button>";
  } else {
    out << html::govuk::Button({.html = label,
                                .prevent_double_click = true,
                                .classes = form.is_secondary ? "govuk-button--secondary" : ""});
  }
  out << "</form>";
  return out;
}

}  // namespace safety::site
