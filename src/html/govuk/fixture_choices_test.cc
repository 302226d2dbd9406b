#include "html/govuk/checkboxes.h"
#include "html/govuk/date_input.h"
#include "html/govuk/fixture_options_test.h"
#include "html/govuk/fixture_reader_test.h"
#include "html/govuk/radios.h"
#include "html/govuk/select.h"

namespace safety::html::govuk {

namespace json = boost::json;

namespace {

LegendOptions LegendFrom(const json::value& options) {
  FixtureReader in(options);
  return {.text = in.Words("text"),
          .html = in.Markup("html"),
          .is_page_heading = in.Is("isPageHeading"),
          .classes = in.Words("classes")};
}

Html ConditionalFrom(const json::value& options) {
  FixtureReader in(options);
  return in.Markup("html");
}

RadioLabelOptions RadioLabelFrom(const json::value& options) {
  FixtureReader in(options);
  return {.classes = in.Words("classes"), .attributes = in.AttributesOf()};
}

CheckboxLabelOptions CheckboxLabelFrom(const json::value& options) {
  FixtureReader in(options);
  return {.classes = in.Words("classes"), .attributes = in.AttributesOf()};
}

RadioItem RadioItemFrom(const json::value& options) {
  FixtureReader in(options);
  return {.id = in.Words("id"),
          .value = in.Words("value"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .label = RadioLabelFrom(in.Take("label")),
          .hint = HintFrom(in.Take("hint")),
          .divider = in.Words("divider"),
          .checked = in.Flag("checked"),
          .disabled = in.Is("disabled"),
          .conditional = ConditionalFrom(in.Take("conditional")),
          .attributes = in.AttributesOf()};
}

CheckboxItem CheckboxItemFrom(const json::value& options) {
  FixtureReader in(options);
  return {.id = in.Words("id"),
          .name = in.Words("name"),
          .value = in.Words("value"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .label = CheckboxLabelFrom(in.Take("label")),
          .hint = HintFrom(in.Take("hint")),
          .divider = in.Words("divider"),
          .checked = in.Flag("checked"),
          .disabled = in.Is("disabled"),
          .conditional = ConditionalFrom(in.Take("conditional")),
          .behaviour = in.Words("behaviour"),
          .attributes = in.AttributesOf()};
}

/// Nunjucks counts the holes of a list when it numbers the items; our lists have no holes, so what
/// comes after one says its id.
template <class Item>
std::vector<Item> ItemsFrom(FixtureReader& in, const std::string& prefix,
                            Item (*item_from)(const json::value&)) {
  std::vector<Item> items;
  std::size_t position = 0;
  for (const json::value* element : in.List("items")) {
    ++position;
    if (!IsTruthy(*element)) continue;
    items.push_back(item_from(*element));
    Item& item = items.back();
    if (item.id.empty() && position != items.size()) {
      item.id = prefix + "-" + std::to_string(position);
    }
  }
  return items;
}

SelectItem SelectItemFrom(const json::value& options) {
  FixtureReader in(options);
  SelectItem item = {.text = in.Words("text"),
                     .selected = in.Flag("selected"),
                     .disabled = in.Is("disabled"),
                     .attributes = in.AttributesOf()};
  if (in.Has("value")) item.value = in.Words("value");
  return item;
}

DateInputItem DateInputItemFrom(const json::value& options) {
  FixtureReader in(options);
  return {.id = in.Words("id"),
          .name = in.Words("name"),
          .value = in.Words("value"),
          .label = in.Words("label"),
          .error = in.Flag("error"),
          .inputmode = in.Words("inputmode"),
          .autocomplete = in.Words("autocomplete"),
          .pattern = in.Words("pattern"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

/// A field of a date: absent is the default, false leaves it out.
std::optional<DateInputItem> DateFieldFrom(const json::value& options) {
  if (options.is_bool()) return std::nullopt;
  return DateInputItemFrom(options);
}

}  // namespace

FieldsetOptions FieldsetFrom(const json::value& options) {
  FixtureReader in(options);
  return {.legend = LegendFrom(in.Take("legend")),
          .html = in.Markup("html"),
          .role = in.Words("role"),
          .described_by = in.Words("describedBy"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

std::optional<FieldsetOptions> OptionalFieldsetFrom(const json::value& options) {
  if (!IsTruthy(options)) return std::nullopt;
  return FieldsetFrom(options);
}

Html RadiosOf(const json::value& options) {
  FixtureReader in(options);
  const std::string name = in.Words("name");
  const std::string prefix = in.Words("idPrefix", name);
  return Radios({.id_prefix = in.Words("idPrefix"),
                 .name = name,
                 .value = in.Words("value"),
                 .items = ItemsFrom(in, prefix, RadioItemFrom),
                 .fieldset = OptionalFieldsetFrom(in.Take("fieldset")),
                 .hint = HintFrom(in.Take("hint")),
                 .error_message = ErrorMessageFrom(in.Take("errorMessage")),
                 .form_group = FormGroupFrom(in.Take("formGroup")),
                 .classes = in.Words("classes"),
                 .attributes = in.AttributesOf()});
}

Html CheckboxesOf(const json::value& options) {
  FixtureReader in(options);
  const std::string name = in.Words("name");
  const std::string prefix = in.Words("idPrefix", name);
  std::vector<std::string> values;
  for (const json::value* value : in.List("values")) values.push_back(Printed(*value));
  return Checkboxes({.id_prefix = in.Words("idPrefix"),
                     .name = name,
                     .values = std::move(values),
                     .items = ItemsFrom(in, prefix, CheckboxItemFrom),
                     .fieldset = OptionalFieldsetFrom(in.Take("fieldset")),
                     .hint = HintFrom(in.Take("hint")),
                     .error_message = ErrorMessageFrom(in.Take("errorMessage")),
                     .described_by = in.Words("describedBy"),
                     .form_group = FormGroupFrom(in.Take("formGroup")),
                     .classes = in.Words("classes"),
                     .attributes = in.AttributesOf()});
}

Html SelectOf(const json::value& options) {
  FixtureReader in(options);
  std::vector<SelectItem> items;
  for (const json::value* item : in.List("items")) {
    if (IsTruthy(*item)) items.push_back(SelectItemFrom(*item));
  }
  return Select({.id = in.Words("id"),
                 .name = in.Words("name"),
                 .value = in.Words("value"),
                 .items = std::move(items),
                 .label = LabelFrom(in.Take("label")),
                 .hint = HintFrom(in.Take("hint")),
                 .error_message = ErrorMessageFrom(in.Take("errorMessage")),
                 .disabled = in.Is("disabled"),
                 .described_by = in.Words("describedBy"),
                 .form_group = FormGroupFrom(in.Take("formGroup")),
                 .classes = in.Words("classes"),
                 .attributes = in.AttributesOf()});
}

Html DateInputOf(const json::value& options) {
  FixtureReader in(options);
  DateInputOptions date = {.id = in.Words("id"),
                           .name_prefix = in.Words("namePrefix"),
                           .day = DateFieldFrom(in.Take("day")),
                           .month = DateFieldFrom(in.Take("month")),
                           .year = DateFieldFrom(in.Take("year")),
                           .fieldset = OptionalFieldsetFrom(in.Take("fieldset")),
                           .hint = HintFrom(in.Take("hint")),
                           .error_message = ErrorMessageFrom(in.Take("errorMessage")),
                           .form_group = FormGroupFrom(in.Take("formGroup")),
                           .classes = in.Words("classes"),
                           .attributes = in.AttributesOf()};
  for (const json::value* item : in.List("items")) date.items.push_back(DateInputItemFrom(*item));
  if (const json::value& values = in.Take("values"); values.is_object()) {
    for (const auto& value : values.get_object()) {
      date.values.emplace_back(value.key(), Printed(value.value()));
    }
  }
  return DateInput(date);
}

}  // namespace safety::html::govuk
