#include "html/govuk/character_count.h"
#include "html/govuk/fixture_options_test.h"
#include "html/govuk/fixture_reader_test.h"
#include "html/govuk/input.h"
#include "html/govuk/password_input.h"
#include "html/govuk/textarea.h"

namespace safety::html::govuk {

namespace json = boost::json;

namespace {

Content ContentFrom(const json::value& options) {
  FixtureReader in(options);
  return {.text = in.Words("text"), .html = in.Markup("html")};
}

AffixOptions AffixFrom(const json::value& options) {
  FixtureReader in(options);
  return {.text = in.Words("text"),
          .html = in.Markup("html"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

InputWrapperOptions InputWrapperFrom(const json::value& options) {
  FixtureReader in(options);
  return {.classes = in.Words("classes"), .attributes = in.AttributesOf()};
}

std::string ClassesFrom(const json::value& options) {
  FixtureReader in(options);
  return in.Words("classes");
}

PluralText PluralFrom(const json::value& options) {
  FixtureReader in(options);
  return {.one = in.Words("one"), .other = in.Words("other")};
}

}  // namespace

LabelOptions LabelFrom(const json::value& options) {
  FixtureReader in(options);
  return {.for_id = in.Words("for"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .is_page_heading = in.Is("isPageHeading"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

HintOptions HintFrom(const json::value& options) {
  FixtureReader in(options);
  return {.id = in.Words("id"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

ErrorMessageOptions ErrorMessageFrom(const json::value& options) {
  FixtureReader in(options);
  return {.id = in.Words("id"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .visually_hidden_text = in.Words("visuallyHiddenText", "Error"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

FormGroupOptions FormGroupFrom(const json::value& options) {
  FixtureReader in(options);
  FormGroupOptions group = {.before_input = ContentFrom(in.Take("beforeInput")),
                            .after_input = ContentFrom(in.Take("afterInput")),
                            .classes = in.Words("classes"),
                            .attributes = in.AttributesOf()};
  if (in.Has("beforeInputs")) group.before_input = ContentFrom(in.Take("beforeInputs"));
  if (in.Has("afterInputs")) group.after_input = ContentFrom(in.Take("afterInputs"));
  return group;
}

Html InputOf(const json::value& options) {
  FixtureReader in(options);
  return Input({.id = in.Words("id"),
                .name = in.Words("name"),
                .type = in.Words("type", "text"),
                .value = in.Words("value"),
                .label = LabelFrom(in.Take("label")),
                .hint = HintFrom(in.Take("hint")),
                .error_message = ErrorMessageFrom(in.Take("errorMessage")),
                .prefix = AffixFrom(in.Take("prefix")),
                .suffix = AffixFrom(in.Take("suffix")),
                .inputmode = in.Words("inputmode"),
                .spellcheck = in.Flag("spellcheck"),
                .disabled = in.Is("disabled"),
                .autocomplete = in.Words("autocomplete"),
                .autocapitalize = in.Words("autocapitalize"),
                .pattern = in.Words("pattern"),
                .described_by = in.Words("describedBy"),
                .form_group = FormGroupFrom(in.Take("formGroup")),
                .input_wrapper = InputWrapperFrom(in.Take("inputWrapper")),
                .classes = in.Words("classes"),
                .attributes = in.AttributesOf()});
}

Html PasswordInputOf(const json::value& options) {
  FixtureReader in(options);
  return PasswordInput(
      {.id = in.Words("id"),
       .name = in.Words("name"),
       .value = in.Words("value"),
       .label = LabelFrom(in.Take("label")),
       .hint = HintFrom(in.Take("hint")),
       .error_message = ErrorMessageFrom(in.Take("errorMessage")),
       .disabled = in.Is("disabled"),
       .autocomplete = in.Words("autocomplete", "current-password"),
       .described_by = in.Words("describedBy"),
       .show_password_text = in.Words("showPasswordText"),
       .hide_password_text = in.Words("hidePasswordText"),
       .show_password_aria_label_text = in.Words("showPasswordAriaLabelText"),
       .hide_password_aria_label_text = in.Words("hidePasswordAriaLabelText"),
       .password_shown_announcement_text = in.Words("passwordShownAnnouncementText"),
       .password_hidden_announcement_text = in.Words("passwordHiddenAnnouncementText"),
       .button_classes = ClassesFrom(in.Take("button")),
       .form_group = FormGroupFrom(in.Take("formGroup")),
       .classes = in.Words("classes"),
       .attributes = in.AttributesOf()});
}

Html TextareaOf(const json::value& options) {
  FixtureReader in(options);
  return Textarea({.id = in.Words("id"),
                   .name = in.Words("name"),
                   .value = in.Words("value"),
                   .label = LabelFrom(in.Take("label")),
                   .hint = HintFrom(in.Take("hint")),
                   .error_message = ErrorMessageFrom(in.Take("errorMessage")),
                   .rows = in.Number("rows").value_or(5),
                   .spellcheck = in.Flag("spellcheck"),
                   .disabled = in.Is("disabled"),
                   .autocomplete = in.Words("autocomplete"),
                   .described_by = in.Words("describedBy"),
                   .form_group = FormGroupFrom(in.Take("formGroup")),
                   .classes = in.Words("classes"),
                   .attributes = in.AttributesOf()});
}

Html CharacterCountOf(const json::value& options) {
  FixtureReader in(options);
  return CharacterCount(
      {.id = in.Words("id"),
       .name = in.Words("name"),
       .value = in.Words("value"),
       .label = LabelFrom(in.Take("label")),
       .hint = HintFrom(in.Take("hint")),
       .error_message = ErrorMessageFrom(in.Take("errorMessage")),
       .maxlength = in.Number("maxlength"),
       .maxwords = in.Number("maxwords"),
       .threshold = in.Number("threshold"),
       .count_type = in.Words("countType"),
       .rows = in.Number("rows").value_or(5),
       .spellcheck = in.Flag("spellcheck"),
       .textarea_description_text = in.Words("textareaDescriptionText"),
       .characters_under_limit_text = PluralFrom(in.Take("charactersUnderLimitText")),
       .characters_at_limit_text = in.Words("charactersAtLimitText"),
       .characters_over_limit_text = PluralFrom(in.Take("charactersOverLimitText")),
       .words_under_limit_text = PluralFrom(in.Take("wordsUnderLimitText")),
       .words_at_limit_text = in.Words("wordsAtLimitText"),
       .words_over_limit_text = PluralFrom(in.Take("wordsOverLimitText")),
       .count_message_classes = ClassesFrom(in.Take("countMessage")),
       .form_group = FormGroupFrom(in.Take("formGroup")),
       .classes = in.Words("classes"),
       .attributes = in.AttributesOf()});
}

}  // namespace safety::html::govuk
