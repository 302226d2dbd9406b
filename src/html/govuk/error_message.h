#pragma once

#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct ErrorMessageOptions {
  std::string id;  ///< set by the component that holds the message
  std::string text;
  Html html;
  std::string visually_hidden_text = "Error";  ///< empty: nothing is read out before the message
  std::string classes;
  Attributes attributes;

  [[nodiscard]] bool empty() const { return text.empty() && html.empty(); }
};

/// What went wrong with a field, in the same words as in the summary. A field without words in its
/// message has no error.
[[nodiscard]] Html ErrorMessage(const ErrorMessageOptions& options);

}  // namespace safety::html::govuk
