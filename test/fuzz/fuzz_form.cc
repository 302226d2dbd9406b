#include "base/check.h"
#include "base/text.h"
#include "http/form.h"
#include "target.h"

void safety::fuzz::Try(std::string_view input) {
  constexpr http::FormLimits kLimits{.max_fields = 20, .max_name_bytes = 30, .max_value_bytes = 99};
  const auto form = http::Form::ParseBody(input, kLimits);
  if (!form) {
    base::Check(form.error().kind != http::FormError::Kind::kWrongContentType,
                "a body alone has no content type to be wrong");
    base::Check(base::IsUtf8(form.error().field), "a field's name is cleaned for showing");
    return;
  }
  base::Check(form->fields().size() <= kLimits.max_fields, "the number of fields is bounded");
  for (const auto& [name, value] : form->fields()) {
    base::Check(!name.empty() && name.size() <= kLimits.max_name_bytes, "names are bounded");
    base::Check(value.size() <= kLimits.max_value_bytes, "values are bounded");
    for (const std::string& text : {name, value}) {
      base::Check(base::IsUtf8(text) && !text.contains('\0'), "fields are text");
    }
    base::Check(form->Has(name), "a field is found by its name");
  }
}
