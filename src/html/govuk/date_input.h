#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/fieldset.h"
#include "html/govuk/hint.h"
#include "html/html.h"

namespace safety::html::govuk {

struct DateInputItem {
  std::string id;    ///< "<id of the date>-<name>" when empty
  std::string name;  ///< goes behind the date's `name_prefix`
  std::string value;
  std::string label;          ///< the name, with a capital, when empty
  std::optional<bool> error;  ///< absent: in error when the date has a message and no item says so
  std::string inputmode;      ///< numeric when empty
  std::string autocomplete;
  std::string pattern;
  std::string classes;
  Attributes attributes;
};

struct DateInputOptions {
  std::string id;
  std::string name_prefix;  ///< names become "<name_prefix>-day"
  /// By default day, month and year; nullopt leaves one out.
  std::optional<DateInputItem> day = DateInputItem{};
  std::optional<DateInputItem> month = DateInputItem{};
  std::optional<DateInputItem> year = DateInputItem{};
  std::vector<DateInputItem> items;  ///< instead of day, month and year
  /// Values by full name, for items that have none of their own: {{"dob-day", "31"}}.
  std::vector<std::pair<std::string, std::string>> values;
  std::optional<FieldsetOptions> fieldset;
  HintOptions hint;
  ErrorMessageOptions error_message;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// A date in up to three boxes.
[[nodiscard]] Html DateInput(const DateInputOptions& options);

}  // namespace safety::html::govuk
