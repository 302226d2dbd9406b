#include "html/govuk/fixture_reader_test.h"

#include <gtest/gtest.h>

#include "html/html_test_peer.h"

namespace safety::html::govuk {

namespace json = boost::json;

namespace {
const json::value kNothing;
}  // namespace

FixtureReader::FixtureReader(const json::value& options) {
  if (options.is_object()) {
    options_ = &options.get_object();
  } else {
    EXPECT_FALSE(IsTruthy(options)) << json::serialize(options);
  }
}

FixtureReader::~FixtureReader() {
  if (options_ == nullptr) return;
  for (const auto& option : *options_) {
    EXPECT_TRUE(read_.contains(std::string_view(option.key())))
        << "option not ours: " << option.key();
  }
}

const json::value& FixtureReader::Take(std::string_view key) {
  read_.emplace(key);
  const json::value* value = options_ == nullptr ? nullptr : options_->if_contains(key);
  return value == nullptr ? kNothing : *value;
}

std::string FixtureReader::Words(std::string_view key, std::string_view fallback) {
  const json::value& value = Take(key);
  return value.is_null() ? std::string(fallback) : Printed(value);
}

Html FixtureReader::Markup(std::string_view key) {
  const json::value& value = Take(key);
  return IsTruthy(value) ? HtmlTestPeer::Trusted(Printed(value)) : Html();
}

bool FixtureReader::Is(std::string_view key) { return IsTruthy(Take(key)); }

std::optional<bool> FixtureReader::Flag(std::string_view key) {
  const json::value& value = Take(key);
  if (!value.is_bool()) return std::nullopt;
  return value.get_bool();
}

std::optional<std::size_t> FixtureReader::Number(std::string_view key) {
  const json::value& value = Take(key);
  if (!value.is_int64()) return std::nullopt;
  return static_cast<std::size_t>(value.get_int64());
}

Attributes FixtureReader::AttributesOf(std::string_view key) {
  Attributes attributes;
  const json::value& value = Take(key);
  if (!value.is_object()) return attributes;
  for (const auto& attribute : value.get_object()) {
    attributes.push_back({HtmlTestPeer::TrustedName(attribute.key()), Printed(attribute.value())});
  }
  return attributes;
}

std::vector<const json::value*> FixtureReader::List(std::string_view key) {
  std::vector<const json::value*> list;
  const json::value& value = Take(key);
  if (!value.is_array()) return list;
  for (const json::value& element : value.get_array()) list.push_back(&element);
  return list;
}

bool IsTruthy(const json::value& value) {
  switch (value.kind()) {
    case json::kind::null:
      return false;
    case json::kind::bool_:
      return value.get_bool();
    case json::kind::string:
      return !value.get_string().empty();
    case json::kind::int64:
      return value.get_int64() != 0;
    default:
      return true;
  }
}

std::string Printed(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  return value.is_null() ? std::string() : json::serialize(value);
}

}  // namespace safety::html::govuk
