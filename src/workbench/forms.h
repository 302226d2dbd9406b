#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/html.h"
#include "workbench/words.h"

namespace safety::workbench {

/// What is wrong with a form: field ids and texts.
using Errors = std::vector<std::pair<std::string, std::string>>;

/// The text for `field`, or "".
[[nodiscard]] std::string ErrorFor(const Errors& errors, std::string_view field);

struct PassphraseField {
  std::string id;  ///< its name too
  std::string_view label;
  std::string_view hint = {};
  std::string autocomplete = "current-password";
};
/// A passphrase that can be shown. What was typed is never given back.
[[nodiscard]] html::Html PassphraseInput(const PassphraseField& field, const Errors& errors,
                                         const Words& words);

/// The six digits of an authenticator app, named "code".
[[nodiscard]] html::Html CodeInput(const Errors& errors, const Words& words);
/// The digits as they were typed, without spaces: apps show "123 456".
[[nodiscard]] std::string TypedCode(std::string_view typed);
/// False for what no authenticator app shows: nothing, or a page of text.
[[nodiscard]] bool MayBeCode(std::string_view code);

}  // namespace safety::workbench
