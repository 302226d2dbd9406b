#include "html/govuk/hint.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html Hint(const HintOptions& options) {
  Html out;
  AppendHint(out, options, options.id);
  return out;
}

}  // namespace safety::html::govuk
