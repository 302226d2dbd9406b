#pragma once

#include <boost/json.hpp>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.h"

namespace safety::html::govuk {

/// Reads the options of a fixture, as Nunjucks would take them, into our structs. Whatever the
/// options hold must be read: what is left when the reader goes away fails the test, since our
/// component would lack that option. For tests. The JSON outlives what is read.
class FixtureReader {
 public:
  /// `options` may be null, false or an empty string: then nothing was given.
  explicit FixtureReader(const boost::json::value& options);
  FixtureReader(const FixtureReader&) = delete;
  FixtureReader& operator=(const FixtureReader&) = delete;
  ~FixtureReader();

  [[nodiscard]] bool Has(std::string_view key) { return !Take(key).is_null(); }
  /// Text, or a number or flag written out; `fallback` when it was not given.
  [[nodiscard]] std::string Words(std::string_view key, std::string_view fallback = {});
  [[nodiscard]] Html Markup(std::string_view key);
  [[nodiscard]] bool Is(std::string_view key);
  [[nodiscard]] std::optional<bool> Flag(std::string_view key);
  [[nodiscard]] std::optional<std::size_t> Number(std::string_view key);
  [[nodiscard]] Attributes AttributesOf(std::string_view key = "attributes");
  /// The elements of a list, those that Nunjucks takes for nothing too.
  [[nodiscard]] std::vector<const boost::json::value*> List(std::string_view key);
  /// What was given under the key, or null.
  [[nodiscard]] const boost::json::value& Take(std::string_view key);

 private:
  const boost::json::object* options_ = nullptr;
  std::set<std::string, std::less<>> read_;
};

/// True for what a Nunjucks condition takes for something.
[[nodiscard]] bool IsTruthy(const boost::json::value& value);

/// A string, number or flag as Nunjucks prints it.
[[nodiscard]] std::string Printed(const boost::json::value& value);

}  // namespace safety::html::govuk
