#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/fieldset.h"
#include "html/govuk/hint.h"
#include "html/html.h"

namespace safety::html::govuk {

struct RadioLabelOptions {
  std::string classes;
  Attributes attributes;
};

struct RadioItem {
  std::string id;  ///< `id_prefix` for the first item, "<id_prefix>-2" for the second
  std::string value;
  std::string text;
  Html html;
  RadioLabelOptions label;
  HintOptions hint;
  std::string divider;          ///< makes it a word between two items: "or"
  std::optional<bool> checked;  ///< wins over the group's `value`
  bool disabled = false;
  Html conditional;  ///< shown while the item is chosen (always, without script)
  Attributes attributes;
};

struct RadiosOptions {
  std::string id_prefix;  ///< `name` when empty
  std::string name;
  std::string value;  ///< of the item that is checked
  std::vector<RadioItem> items;
  std::optional<FieldsetOptions> fieldset;
  HintOptions hint;
  ErrorMessageOptions error_message;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// One of a few.
[[nodiscard]] Html Radios(const RadiosOptions& options);

}  // namespace safety::html::govuk
