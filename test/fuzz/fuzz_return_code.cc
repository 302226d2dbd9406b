#include "base/check.h"
#include "datafile/file.h"
#include "target.h"
#include "vault/return_code.h"

void safety::fuzz::Try(std::string_view input) {
  static const vault::WordList kWords = [] {
    auto list = vault::WordList::Parse(
        datafile::ReadFile(SAFETY_SOURCE_DIR, "content/return-code-words.txt").value().text);
    base::Check(list.has_value(), "the list of words is in the source tree");
    return std::move(*list);
  }();
  if (const auto code = vault::ReturnCode::Parse(input, kWords)) {
    base::Check(vault::ReturnCode::Parse(code->Spell(kWords), kWords) == *code,
                "a return code reads as what it is spelled as");
  }
}
