#include "http/form.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safety::http {
namespace {

using Kind = FormError::Kind;

TEST(Form, ReadsFieldsInOrder) {
  struct Case {
    std::string_view body;
    Form::Fields fields;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"a=1", {{"a", "1"}}},
      {"a=1&b=2&a=3", {{"a", "1"}, {"b", "2"}, {"a", "3"}}},
      {"a=", {{"a", ""}}},
      {"a", {{"a", ""}}},
      {"a=1&&b=2&", {{"a", "1"}, {"b", "2"}}},
      {"a=b=c", {{"a", "b=c"}}},
      {"name=Zo%C3%AB+B", {{"name", "Zo\xc3\xab B"}}},
      {"a%5B%5D=%2B%26%3d", {{"a[]", "+&="}}},
      {"t=one%0D%0Atwo", {{"t", "one\r\ntwo"}}},
  };
  for (const auto& [body, fields] : cases) {
    const auto form = Form::ParseBody(body);
    ASSERT_TRUE(form.has_value()) << body;
    EXPECT_EQ(form->fields(), fields) << body;
  }
}

TEST(Form, RefusesAndNamesTheField) {
  const FormLimits small{.max_fields = 2, .max_name_bytes = 4, .max_value_bytes = 3};
  struct Case {
    std::string_view body;
    Kind kind;
    std::string_view field;
  };
  const std::vector<Case> cases = {
      {"a=1&b=2&c=3", Kind::kTooManyFields, "c"},
      {"abcde=1", Kind::kTooLong, "abcde"},
      {"a=1234", Kind::kTooLong, "a"},
      {"a=%31%32%33%34", Kind::kTooLong, "a"},
      {"a=1234567890", Kind::kTooLong, "a"},
      {"a=%", Kind::kMalformed, "a"},
      {"a=%4", Kind::kMalformed, "a"},
      {"a=%4G", Kind::kMalformed, "a"},
      {"%zz=1", Kind::kMalformed, "?zz"},
      {"=1", Kind::kMalformed, ""},
      {"a=%00", Kind::kNulByte, "a"},
      {"%00=1", Kind::kNulByte, "?00"},
      {"a=%FF", Kind::kNotUtf8, "a"},
      {"a=%C0%80", Kind::kNotUtf8, "a"},
      {"a=%ED%A0%80", Kind::kNotUtf8, "a"},
      {"<b>=%FF", Kind::kNotUtf8, "?b?"},
  };
  for (const auto& [body, kind, field] : cases) {
    const auto form = Form::ParseBody(body, small);
    ASSERT_FALSE(form.has_value()) << body;
    EXPECT_EQ(form.error().kind, kind) << body;
    EXPECT_EQ(form.error().field, field) << body;
  }
}

TEST(Form, ShowsOnlyTheStartOfALongName) {
  const auto form = Form::ParseBody(std::string(5000, 'n') + "=1");
  ASSERT_FALSE(form.has_value());
  EXPECT_EQ(form.error().field, std::string(40, 'n'));
}

TEST(Form, ChecksTheContentType) {
  struct Case {
    std::string_view type;
    bool taken;
  };
  const std::vector<Case> cases = {
      {"application/x-www-form-urlencoded", true},
      {"Application/X-WWW-Form-Urlencoded; charset=UTF-8", true},
      {"application/x-www-form-urlencoded ;charset=utf-8", true},
      {"", false},
      {"multipart/form-data; boundary=x", false},
      {"application/x-www-form-urlencodedx", false},
      {"text/plain", false},
  };
  for (const auto& [type, taken] : cases) {
    const Request request{.content_type = std::string(type), .body = "a=1"};
    const auto form = Form::Parse(request);
    EXPECT_EQ(form.has_value(), taken) << type;
    if (!taken) {
      EXPECT_EQ(form.error().kind, Kind::kWrongContentType);
    }
  }
}

TEST(Form, FindsTheFirstValue) {
  const auto form = Form::ParseBody("a=1&a=2&b=");
  ASSERT_TRUE(form.has_value());
  EXPECT_EQ(form->First("a"), "1");
  EXPECT_EQ(form->First("b"), "");
  EXPECT_EQ(form->First("c"), "");
  EXPECT_TRUE(form->Has("b"));
  EXPECT_FALSE(form->Has("c"));
}

RC_GTEST_PROP(FormProperty, AnyBytesAreReadOrRefused, (const std::string& body)) {
  const FormLimits limits{.max_fields = 5, .max_name_bytes = 10, .max_value_bytes = 20};
  const auto form = Form::ParseBody(body, limits);
  if (form) {
    RC_ASSERT(form->fields().size() <= limits.max_fields);
    for (const auto& [name, value] : form->fields()) {
      RC_ASSERT(name.size() <= limits.max_name_bytes);
      RC_ASSERT(value.size() <= limits.max_value_bytes);
      RC_ASSERT(!value.contains('\0'));
    }
  }
}

TEST(FromOwnPages, AsksTheBrowsersHeaders) {
  struct Case {
    std::string_view site;
    std::string_view origin;
    std::string_view host;
    bool own;
  };
  const std::vector<Case> cases = {
      {"same-origin", "", "centre.example", true},
      {"same-origin", "null", "centre.example", true},
      {"none", "", "centre.example", true},
      {"same-site", "", "centre.example", false},
      {"cross-site", "https://centre.example", "centre.example", false},
      {"anything", "", "centre.example", false},
      {"", "", "centre.example", true},
      {"", "null", "centre.example", true},
      {"", "https://centre.example", "centre.example", true},
      {"", "https://Centre.example", "centre.EXAMPLE:443", true},
      {"", "http://127.0.0.1:8080", "127.0.0.1:8080", true},
      {"", "http://127.0.0.1:8081", "127.0.0.1:8080", false},
      {"", "https://evil.example", "centre.example", false},
      {"", "https://centre.example.evil.example", "centre.example", false},
      {"", "centre.example", "centre.example", false},
  };
  for (const auto& [site, origin, host, own] : cases) {
    const Request request{.host = std::string(host),
                          .origin = std::string(origin),
                          .sec_fetch_site = std::string(site)};
    EXPECT_EQ(FromOwnPages(request), own) << site << " " << origin << " " << host;
  }
}

}  // namespace
}  // namespace safety::http
