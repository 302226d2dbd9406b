#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "html/govuk/common.h"
#include "html/govuk/error_message.h"
#include "html/govuk/hint.h"
#include "html/govuk/label.h"
#include "html/html.h"

namespace safety::html::govuk {

/// One message for each plural of the language; a plural that the language lacks stays empty.
/// "%{count}" stands for the number.
struct PluralText {
  std::string zero;
  std::string one;
  std::string two;
  std::string few;
  std::string many;
  std::string other;
};

struct CharacterCountOptions {
  std::string id;  ///< `name` when empty
  std::string name;
  std::string value;
  LabelOptions label;
  HintOptions hint;
  ErrorMessageOptions error_message;
  std::optional<std::size_t> maxlength;
  std::optional<std::size_t> maxwords;   ///< wins over `maxlength`
  std::optional<std::size_t> threshold;  ///< per cent of the limit from which the count is shown
  std::string count_type;                ///< characters or words; words with `maxwords`
  std::size_t rows = 5;
  std::optional<bool> spellcheck;
  /// Read out before the script counts; "%{count}" stands for the limit.
  std::string textarea_description_text;
  PluralText characters_under_limit_text;
  std::string characters_at_limit_text;
  PluralText characters_over_limit_text;
  PluralText words_under_limit_text;
  std::string words_at_limit_text;
  PluralText words_over_limit_text;
  std::string count_message_classes;
  FormGroupOptions form_group;
  std::string classes;
  Attributes attributes;
};

/// A textarea that says how much room is left. Without script it says the limit.
[[nodiscard]] Html CharacterCount(const CharacterCountOptions& options);

}  // namespace safety::html::govuk
