#include "html/govuk/character_count.h"

#include <optional>
#include <string_view>
#include <utility>

#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

void Translations(Html& out, Markup key, const PluralText& messages) {
  const auto add = [&](Markup plural, const std::string& message) {
    if (message.empty()) return;
    out << " data-i18n." << key << "." << plural << "=\"" << Text(message) << "\"";
  };
  add("other", messages.other);
  add("zero", messages.zero);
  add("one", messages.one);
  add("two", messages.two);
  add("few", messages.few);
  add("many", messages.many);
}

void NumberAttribute(Html& out, Markup name, std::optional<std::size_t> number) {
  if (number) out << " " << name << "=\"" << *number << "\"";
}

Html GroupAttributes(const CharacterCountOptions& options, std::string_view count_type) {
  Html out;
  out << " data-module=\"govuk-character-count\"";
  NumberAttribute(out, "data-maxlength", options.maxlength);
  NumberAttribute(out, "data-maxwords", options.maxwords);
  NumberAttribute(out, "data-threshold", options.threshold);
  OptionalAttribute(out, "data-count-type", count_type);
  if (!options.maxlength && !options.maxwords) {
    Translation(out, "textarea-description.other", options.textarea_description_text);
  }
  Translations(out, "characters-under-limit", options.characters_under_limit_text);
  Translation(out, "characters-at-limit", options.characters_at_limit_text);
  Translations(out, "characters-over-limit", options.characters_over_limit_text);
  Translations(out, "words-under-limit", options.words_under_limit_text);
  Translation(out, "words-at-limit", options.words_at_limit_text);
  Translations(out, "words-over-limit", options.words_over_limit_text);
  return out;
}

/// What stands under the box until the script counts: how much there is room for.
std::string Description(const CharacterCountOptions& options, std::string_view count_type) {
  const std::optional<std::size_t> limit = options.maxwords ? options.maxwords : options.maxlength;
  if (!limit) return {};
  std::string text = options.textarea_description_text;
  if (text.empty()) {
    text = "You can enter up to %{count} ";
    text += count_type == "words" ? "words" : "characters";
  }
  constexpr std::string_view kPlace = "%{count}";
  if (const auto at = text.find(kPlace); at != std::string::npos) {
    text.replace(at, kPlace.size(), std::to_string(*limit));
  }
  return text;
}

}  // namespace

Html CharacterCount(const CharacterCountOptions& options) {
  const std::string& id = FieldId(options.id, options.name);
  std::string count_type = options.count_type;
  if (count_type.empty() && options.maxwords) count_type = "words";

  FormGroupOptions group = options.form_group;
  group.classes = JoinClasses("govuk-character-count", group.classes);
  Html after;
  AppendHint(after,
             {.text = Description(options, count_type), .classes = options.count_message_classes},
             id + "-info", "govuk-character-count__message");
  Words(after, group.after_input.text, group.after_input.html);
  group.after_input = {.html = std::move(after)};

  return TextareaInGroup({.id = id,
                          .name = options.name,
                          .value = options.value,
                          .label = options.label,
                          .hint = options.hint,
                          .error_message = options.error_message,
                          .rows = options.rows,
                          .spellcheck = options.spellcheck,
                          .described_by = id + "-info",
                          .form_group = std::move(group),
                          .classes = JoinClasses("govuk-js-character-count", options.classes),
                          .attributes = options.attributes},
                         GroupAttributes(options, count_type));
}

}  // namespace safety::html::govuk
