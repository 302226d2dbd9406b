#include "html/govuk/date_input.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "html/govuk/input.h"
#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

constexpr std::string_view kErrorClass = "govuk-input--error";
constexpr std::string_view kWidthClass = "govuk-input--width-";

/// One of the three fields that a date has by itself.
struct KnownField {
  std::string_view name;
  bool is_year;
  const std::optional<DateInputItem> DateInputOptions::* item;
};
constexpr std::array kKnownFields = {KnownField{"day", false, &DateInputOptions::day},
                                     KnownField{"month", false, &DateInputOptions::month},
                                     KnownField{"year", true, &DateInputOptions::year}};

bool Contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool SaysError(const DateInputItem& item) {
  return item.error.value_or(false) || Contains(item.classes, kErrorClass);
}

/// The known field that an item stands for, by its plain name or by the name that the field was
/// given; null for any other item.
const KnownField* Known(const DateInputOptions& options, const std::string& name) {
  for (const KnownField& field : kKnownFields) {
    const std::optional<DateInputItem>& given = options.*field.item;
    if (name == field.name || (given && !name.empty() && name == given->name)) return &field;
  }
  return nullptr;
}

std::vector<DateInputItem> ItemsOf(const DateInputOptions& options) {
  if (!options.items.empty()) return options.items;
  std::vector<DateInputItem> items;
  for (const KnownField& field : kKnownFields) {
    const std::optional<DateInputItem>& given = options.*field.item;
    if (!given) continue;
    items.push_back(*given);
    if (items.back().name.empty()) items.back().name = field.name;
  }
  return items;
}

std::string Capitalised(std::string_view name) {
  std::string label(name);
  const auto is_letter = [](char c, char first, char last) { return c >= first && c <= last; };
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (i == 0 && is_letter(label[i], 'a', 'z')) label[i] = static_cast<char>(label[i] - 'a' + 'A');
    if (i > 0 && is_letter(label[i], 'A', 'Z')) label[i] = static_cast<char>(label[i] - 'A' + 'a');
  }
  return label;
}

/// The item's own value, else that of the field it stands for, else the one under its full name.
std::string ValueOf(const DateInputOptions& options, const DateInputItem& item,
                    const KnownField* known, const std::string& full_name) {
  if (!item.value.empty()) return item.value;
  if (known != nullptr) {
    const std::optional<DateInputItem>& given = options.*known->item;
    if (given && !given->value.empty()) return given->value;
  }
  for (const auto& [name, value] : options.values) {
    if (name == full_name) return value;
  }
  return {};
}

std::string ClassesOf(const DateInputItem& item, bool is_year, bool date_has_error,
                      bool any_item_says_error) {
  std::string classes = "govuk-date-input__input";
  const bool blamed = item.error.value_or(true) && date_has_error && !any_item_says_error;
  if (!Contains(item.classes, kErrorClass) && (SaysError(item) || blamed)) {
    classes = JoinClasses(classes, kErrorClass);
  }
  if (!Contains(item.classes, kWidthClass)) {
    classes = JoinClasses(classes, is_year ? "govuk-input--width-4" : "govuk-input--width-2");
  }
  return JoinClasses(classes, item.classes);
}

Html ItemOf(const DateInputOptions& options, const DateInputItem& item, bool any_item_says_error) {
  const KnownField* known = Known(options, item.name);
  std::string name = item.name;
  if (!options.name_prefix.empty()) name = options.name_prefix + "-" + name;
  return Input({.id = item.id.empty() ? options.id + "-" + item.name : item.id,
                .name = name,
                .value = ValueOf(options, item, known, name),
                .label = {.text = item.label.empty() ? Capitalised(item.name) : item.label,
                          .classes = "govuk-date-input__label"},
                .inputmode = item.inputmode.empty() ? "numeric" : item.inputmode,
                .autocomplete = item.autocomplete,
                .pattern = item.pattern,
                .classes = ClassesOf(item, known != nullptr && known->is_year,
                                     !options.error_message.empty(), any_item_says_error),
                .attributes = item.attributes});
}

}  // namespace

Html DateInput(const DateInputOptions& options) {
  const std::vector<DateInputItem> items = ItemsOf(options);
  const bool any_item_says_error = std::ranges::any_of(items, SaysError);
  std::string described_by = options.fieldset ? options.fieldset->described_by : std::string();

  Html inner;
  inner.Reserve(2048);
  AppendHintAndError(inner, options.id, options.hint, options.error_message, described_by);
  inner << "<div class=\"govuk-date-input";
  Classes(inner, options.classes);
  inner << "\"" << options.attributes;
  Id(inner, options.id);
  inner << ">";
  Words(inner, options.form_group.before_input.text, options.form_group.before_input.html);
  for (const DateInputItem& item : items) {
    inner << "<div class=\"govuk-date-input__item\">" << ItemOf(options, item, any_item_says_error)
          << "</div>";
  }
  Words(inner, options.form_group.after_input.text, options.form_group.after_input.html);
  inner << "</div>";
  // Without the role a screen reader leaves out the description of a fieldset of text boxes.
  return FormGroupOf(inner, options.fieldset, "group", described_by, options.form_group,
                     !options.error_message.empty());
}

}  // namespace safety::html::govuk
