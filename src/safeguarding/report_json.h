#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "safeguarding/limits.h"
#include "safeguarding/report.h"

namespace safety::safeguarding {

/// Why a report was refused, for the person who wrote the program that sent it.
struct ReportError {
  std::string pointer;  ///< JSON Pointer (RFC 6901) of the field; "" is the whole document
  std::string reason;   ///< what is wrong and what is allowed
  [[nodiscard]] std::string ToString() const;  ///< "/children/0/age: must be 0 to 120, or null"
};

/// Reads the vocabulary's JSON form. Strict: unknown keys and ids, wrong types, values too long and
/// lists too many are refused by name. `max_bytes` bounds the work on input from outside; what we
/// sealed ourselves may be longer.
[[nodiscard]] std::expected<Report, ReportError> ParseReport(
    std::string_view json, std::size_t max_bytes = kMaxReportBytes);

/// The same form, compact, fields that are empty left out. ParseReport gives the report back.
[[nodiscard]] std::string ToJson(const Report& report);
class JsonWriter;
/// As one value of a larger document.
void WriteJson(JsonWriter& json, const Report& report);

}  // namespace safety::safeguarding
