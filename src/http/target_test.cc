#include "http/target.h"

#include <gtest/gtest.h>

namespace safety::http {
namespace {

TEST(Target, IsTakenApart) {
  struct Case {
    std::string_view text;
    std::string_view path;
    std::string_view query;
  };
  const std::vector<Case> cases = {
      {"/", "/", ""},
      {"/?", "/", ""},
      {"/report/child/danger", "/report/child/danger", ""},
      {"/report/", "/report/", ""},
      {"/a?b=c&d=%", "/a", "b=c&d=%"},
      {"/a?b?c", "/a", "b?c"},
      {"/a?../..//", "/a", "../..//"},
      {"/Zo%C3%AB", "/Zo\xc3\xab", ""},
      {"/a+b%20c", "/a+b c", ""},
      {"/...", "/...", ""},
      {"/.well-known/security.txt", "/.well-known/security.txt", ""},
  };
  for (const auto& [text, path, query] : cases) {
    const auto target = ParseTarget(text);
    ASSERT_TRUE(target.has_value()) << text;
    EXPECT_EQ(target->path, path) << text;
    EXPECT_EQ(target->query, query) << text;
  }
}

TEST(Target, IsRefused) {
  for (const std::string_view text : {"",       "*",      "report",    "http://centre.example/",
                                      "//",     "//a",    "/a//b",     "/a//",
                                      "/..",    "/a/..",  "/../a",     "/a/../b",
                                      "/.",     "/./a",   "/%2e%2e/a", "/%2E/a",
                                      "/a%2Fb", "/%2f",   "/%",        "/%4",
                                      "/%zz",   "/%00",   "/a%0Ab",    "/a%0D%0Ab",
                                      "/%7F",   "/%FF",   "/%C0%AF",   "/%ED%A0%80",
                                      "/a\\b",  "/a%5Cb", "/a#b",      "/a?b#c"}) {
    EXPECT_FALSE(ParseTarget(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace safety::http
