#pragma once

#include <optional>
#include <string>

#include "html/html.h"

namespace safety::html::govuk {

struct ButtonOptions {
  std::string id;
  std::string name;
  std::string type = "submit";  ///< submit, button or reset
  std::string value;
  std::string href;  ///< makes it a link that looks like a button
  std::string text;
  Html html;
  bool disabled = false;
  std::optional<bool> prevent_double_click;
  bool is_start_button = false;
  std::string classes;
  Attributes attributes;
};

/// A button that says the act ("Send your report"), or a link that looks like one.
[[nodiscard]] Html Button(const ButtonOptions& options);

}  // namespace safety::html::govuk
