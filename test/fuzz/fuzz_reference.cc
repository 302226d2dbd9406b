#include "base/check.h"
#include "base/reference.h"
#include "target.h"

void safety::fuzz::Try(std::string_view input) {
  if (const auto reference = base::Reference::Parse(input)) {
    base::Check(base::Reference::Parse(reference->text()) == *reference,
                "a reference reads as what it is written as");
  }
}
