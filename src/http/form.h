#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"

namespace safety::http {

struct FormLimits {
  std::size_t max_fields = 200;
  std::size_t max_name_bytes = 100;
  std::size_t max_value_bytes = 64UL * 1024;
};

struct FormError {
  enum class Kind { kWrongContentType, kMalformed, kTooManyFields, kTooLong, kNotUtf8, kNulByte };
  Kind kind;
  std::string field;  ///< the offending field's name, cleaned for showing; "" when it has none
};

/// The fields of an application/x-www-form-urlencoded body, in order. Names and values are
/// well-formed UTF-8 without NUL.
class Form {
 public:
  using Fields = std::vector<std::pair<std::string, std::string>>;
  /// Checks the content type too.
  [[nodiscard]] static std::expected<Form, FormError> Parse(const Request& request,
                                                            const FormLimits& limits = {});
  [[nodiscard]] static std::expected<Form, FormError> ParseBody(std::string_view body,
                                                                const FormLimits& limits = {});
  /// The first value, or "".
  [[nodiscard]] std::string_view First(std::string_view name) const;
  [[nodiscard]] bool Has(std::string_view name) const;
  [[nodiscard]] const Fields& fields() const { return fields_; }

 private:
  Fields fields_;
};

/// Whether a state-changing request came from our own pages, by Sec-Fetch-Site and Origin. A
/// browser that sends neither passes: the CSRF token decides.
[[nodiscard]] bool FromOwnPages(const Request& request);

}  // namespace safety::http
