#include "html/govuk/fieldset.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {

Html Fieldset(const FieldsetOptions& options) {
  Html out;
  OpenFieldset(out, options, options.role, options.described_by);
  out << options.html << "</fieldset>";
  return out;
}

}  // namespace safety::html::govuk
