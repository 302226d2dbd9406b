#include "html/govuk/label.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html Label(const LabelOptions& options) {
  Html out;
  AppendLabel(out, options, options.for_id);
  return out;
}

}  // namespace safety::html::govuk
