#include "base/check.h"
#include "journey/answers.h"
#include "target.h"

void safety::fuzz::Try(std::string_view input) {
  const auto answers = journey::Answers::Deserialise(input);
  base::Check(!answers || answers->Serialise() == input, "answers have one spelling only");
}
