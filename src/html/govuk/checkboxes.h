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

struct CheckboxLabelOptions {
  std::string classes;
  Attributes attributes;
};

struct CheckboxItem {
  std::string id;    ///< `id_prefix` for the first item, "<id_prefix>-2" for the second
  std::string name;  ///< the group's `name` when empty
  std::string value;
  std::string text;
  Html html;
  CheckboxLabelOptions label;
  HintOptions hint;
  std::string divider;          ///< makes it a word between two items: "or"
  std::optional<bool> checked;  ///< wins over the group's `values`
  bool disabled = false;
  Html conditional;       ///< shown while the item is chosen (always, without script)
  std::string behaviour;  ///< "exclusive": with script, choosing it clears the others
  Attributes attributes;
};

struct CheckboxesOptions {
  std::string id_prefix;  ///< `name` when empty
  std::string name;
  std::vector<std::string> values;  ///< of the items that are checked
  std::vector<CheckboxItem> items;
  std::optional<FieldsetOptions> fieldset;
  HintOptions hint;
  ErrorMessageOptions error_message;
  std::string described_by;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// Any of several.
[[nodiscard]] Html Checkboxes(const CheckboxesOptions& options);

}  // namespace safety::html::govuk
