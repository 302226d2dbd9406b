#include "site/field.h"

#include <algorithm>

#include "html/govuk/character_count.h"
#include "html/govuk/checkboxes.h"
#include "html/govuk/date_input.h"
#include "html/govuk/input.h"
#include "html/govuk/radios.h"
#include "html/govuk/textarea.h"

namespace safety::site {
namespace {

namespace govuk = html::govuk;
using journey::AnswerType;

// From this length on a counter helps more than it disturbs.
constexpr std::size_t kCountedCharacters = 500;

/// Inside its legend: a legend that is itself hidden is laid out as a table and widens the page.
html::Html ReadOut(const std::string& text) {
  return html::Join("<span class=\"govuk-visually-hidden\">", html::Text(text), "</span>");
}

govuk::LabelOptions LabelOf(const FieldOptions& field) {
  govuk::LabelOptions label{.text = field.words.label};
  switch (field.heading) {
    case Heading::kIsPageHeading:
      label.is_page_heading = true;
      label.classes = "govuk-label--l";
      break;
    case Heading::kOneOfSeveral:
      label.classes = "govuk-label--s";
      break;
    case Heading::kReadOutOnly:
      label.html = ReadOut(field.words.label);
      break;
  }
  return label;
}

govuk::FieldsetOptions FieldsetOf(const FieldOptions& field) {
  govuk::FieldsetOptions fieldset{.legend = {.text = field.words.label}};
  switch (field.heading) {
    case Heading::kIsPageHeading:
      fieldset.legend.is_page_heading = true;
      fieldset.legend.classes = "govuk-fieldset__legend--l";
      break;
    case Heading::kOneOfSeveral:
      fieldset.legend.classes = "govuk-fieldset__legend--s";
      break;
    case Heading::kReadOutOnly:
      fieldset.legend.html = ReadOut(field.words.label);
      break;
  }
  return fieldset;
}

std::string First(const FieldOptions& field) {
  return field.values == nullptr || field.values->empty() ? std::string() : field.values->front();
}

bool IsChosen(const FieldOptions& field, const std::string& option) {
  return field.values != nullptr && std::ranges::find(*field.values, option) != field.values->end();
}

std::string OptionHint(const FieldOptions& field, const std::string& option) {
  const auto found = field.words.option_hints.find(option);
  return found == field.words.option_hints.end() ? std::string() : found->second;
}

/// Only the reporter's own details may be filled in by the browser; on a shared device, whatever
/// else the browser remembers would give a child away.
std::string Autocomplete(const journey::Question& question) {
  return question.autocomplete.empty() ? "off" : question.autocomplete;
}

html::Html OneLine(const FieldOptions& field) {
  govuk::InputOptions input{.id = field.question.id,
                            .name = field.question.id,
                            .value = First(field),
                            .label = LabelOf(field),
                            .hint = {.text = field.words.hint},
                            .error_message = {.text = field.error},
                            .spellcheck = false,
                            .autocomplete = Autocomplete(field.question)};
  switch (field.question.type) {
    case AnswerType::kEmail:
      input.type = "email";
      break;
    case AnswerType::kPhone:
      input.type = "tel";
      input.classes = "govuk-input--width-20";
      break;
    case AnswerType::kAge:
      input.inputmode = "numeric";
      input.classes = "govuk-input--width-3";
      break;
    default:
      break;
  }
  return govuk::Input(input);
}

html::Html SeveralLines(const FieldOptions& field, const datafile::Catalogue& words) {
  const std::size_t max = field.question.max_characters;
  if (max < kCountedCharacters) {
    return govuk::Textarea({.id = field.question.id,
                            .name = field.question.id,
                            .value = First(field),
                            .label = LabelOf(field),
                            .hint = {.text = field.words.hint},
                            .error_message = {.text = field.error},
                            .autocomplete = "off"});
  }
  return govuk::CharacterCount({.id = field.question.id,
                                .name = field.question.id,
                                .value = First(field),
                                .label = LabelOf(field),
                                .hint = {.text = field.words.hint},
                                .error_message = {.text = field.error},
                                .maxlength = max,
                                .threshold = 75,
                                .rows = 7,
                                .textarea_description_text = words["question.limit"],
                                .characters_under_limit_text = {.one = words["question.one_left"],
                                                                .other = words["question.left"]},
                                .characters_at_limit_text = words["question.none_left"],
                                .characters_over_limit_text = {.one = words["question.one_over"],
                                                               .other = words["question.over"]},
                                .attributes = {{"autocomplete", "off"}}});
}

html::Html OneOf(const FieldOptions& field) {
  govuk::RadiosOptions radios{.id_prefix = field.question.id,
                              .name = field.question.id,
                              .fieldset = FieldsetOf(field),
                              .hint = {.text = field.words.hint},
                              .error_message = {.text = field.error}};
  radios.items.reserve(field.question.options.size());
  for (const journey::Option& option : field.question.options) {
    radios.items.push_back({.value = option.id,
                            .text = field.words.options.at(option.id),
                            .hint = {.text = OptionHint(field, option.id)},
                            .checked = IsChosen(field, option.id)});
  }
  return govuk::Radios(radios);
}

html::Html AnyOf(const FieldOptions& field, const datafile::Catalogue& words) {
  govuk::CheckboxesOptions boxes{.id_prefix = field.question.id,
                                 .name = field.question.id,
                                 .fieldset = FieldsetOf(field),
                                 .hint = {.text = field.words.hint},
                                 .error_message = {.text = field.error}};
  boxes.items.reserve(field.question.options.size() + 1);
  bool divided = false;
  for (const journey::Option& option : field.question.options) {
    if (option.exclusive && !divided && !boxes.items.empty()) {
      boxes.items.push_back({.divider = words["question.or"]});
      divided = true;
    }
    boxes.items.push_back({.value = option.id,
                           .text = field.words.options.at(option.id),
                           .hint = {.text = OptionHint(field, option.id)},
                           .checked = IsChosen(field, option.id),
                           .behaviour = option.exclusive ? "exclusive" : ""});
  }
  return govuk::Checkboxes(boxes);
}

html::Html Date(const FieldOptions& field, const datafile::Catalogue& words) {
  const auto box = [&](std::size_t index, std::string name, std::string_view label,
                       std::string width) {
    govuk::DateInputItem item{.name = std::move(name)};
    if (field.values != nullptr && index < field.values->size()) {
      item.value = (*field.values)[index];
    }
    item.label = words[label];
    if (!field.error.empty()) {
      item.error = field.error_part.empty() || field.error_part == item.name;
    }
    item.autocomplete = "off";
    item.classes = std::move(width);
    return item;
  };
  return govuk::DateInput({.id = field.question.id,
                           .name_prefix = field.question.id,
                           .items = {box(0, "day", "question.day", "govuk-input--width-2"),
                                     box(1, "month", "question.month", "govuk-input--width-2"),
                                     box(2, "year", "question.year", "govuk-input--width-4")},
                           .fieldset = FieldsetOf(field),
                           .hint = {.text = field.words.hint},
                           .error_message = {.text = field.error}});
}

}  // namespace

html::Html Field(const FieldOptions& field, const datafile::Catalogue& words) {
  switch (field.question.type) {
    case AnswerType::kText:
    case AnswerType::kAge:
    case AnswerType::kEmail:
    case AnswerType::kPhone:
      return OneLine(field);
    case AnswerType::kLongText:
      return SeveralLines(field, words);
    case AnswerType::kSingle:
      return OneOf(field);
    case AnswerType::kMany:
      return AnyOf(field, words);
    case AnswerType::kDate:
      return Date(field, words);
  }
  return {};
}

std::string FieldId(const journey::Question& question, const std::string& error_part) {
  if (question.type != AnswerType::kDate) {
    return question.id;
  }
  return question.id + "-" + (error_part.empty() ? "day" : error_part);
}

}  // namespace safety::site
