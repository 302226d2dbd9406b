#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/hint.h"
#include "html/govuk/label.h"
#include "html/html.h"

namespace safety::html::govuk {

struct SelectItem {
  std::optional<std::string> value;  ///< the text stands for it when absent
  std::string text;
  std::optional<bool> selected;  ///< wins over the select's `value`
  bool disabled = false;
  Attributes attributes;
};

struct SelectOptions {
  std::string id;  ///< `name` when empty
  std::string name;
  std::string value;  ///< of the item that is selected
  std::vector<SelectItem> items;
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error_message;
  bool disabled = false;
  std::string described_by;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// One of a list. Radios serve visitors better; this is for the workbench.
[[nodiscard]] Html Select(const SelectOptions& options);

}  // namespace safety::html::govuk
