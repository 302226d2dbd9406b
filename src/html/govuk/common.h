#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "html/html.h"

/// GOV.UK Frontend's components, with its official markup (version 6.6). Each is one function of
/// one options struct whose fields carry the names of the Nunjucks options in snake_case; each is
/// held to the fixtures that govuk-frontend ships.
///
/// What holds everywhere: `text` is escaped, `html` is not and wins over `text`; an empty string,
/// an empty Html or an empty list means "not given"; `classes` are added to the component's own;
/// ids and names default as in Nunjucks. Fields are named in the order in which they are declared,
/// as designated initialisers ask for: id, name, what it says or holds, label or legend, hint,
/// error, variants, classes, attributes. Functions copy what they need and keep nothing.
namespace safety::html::govuk {

/// Words that may be plain or marked up.
struct Content {
  std::string text;
  Html html;

  [[nodiscard]] bool empty() const { return text.empty() && html.empty(); }
};

/// The box around a field with its label, hint and error.
struct FormGroupOptions {
  Content before_input;  ///< `beforeInputs` where a component has several inputs
  Content after_input;   ///< `afterInputs`, likewise
  std::string classes;
  Attributes attributes;
};

}  // namespace safety::html::govuk
