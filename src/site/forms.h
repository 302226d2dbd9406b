#pragma once

#include <array>
#include <string>
#include <string_view>

#include "html/html.h"
#include "http/form.h"

namespace safety::site {

inline constexpr std::string_view kCsrfField = "csrf";

/// The fields of every form that are no question's.
inline constexpr std::array kOwnFields = {kCsrfField};

/// The name of the first field that a form of buttons only does not have; empty when there is none.
[[nodiscard]] std::string UnknownField(const http::Form& form);

/// `<form>` with the hidden field that proves that the form is ours. It posts to `action`.
[[nodiscard]] html::Html FormStart(std::string_view action, std::string_view csrf);

/// A form that is only its button.
struct OneButtonForm {
  std::string action;
  std::string csrf;
  std::string text;
  std::string visually_hidden_text;  ///< read out after `text`: what it acts on
  bool looks_like_link = false;
  bool is_secondary = false;
};
[[nodiscard]] html::Html ButtonForm(const OneButtonForm& form);

}  // namespace safety::site
