#include "http/cookie.h"

#include <gtest/gtest.h>

namespace safety::http {
namespace {

TEST(Cookie, IsFoundOrNot) {
  using Found = std::optional<std::string>;
  struct Case {
    std::string_view header;
    Found value;
  };
  const std::vector<Case> cases = {
      {"__Host-report=abc", Found("abc")},
      {"a=1; __Host-report=abc; b=2", Found("abc")},
      {"a=1;__Host-report=abc;b=2", Found("abc")},
      {"  __Host-report=abc  ", Found("abc")},
      {"__Host-report=", Found("")},
      {"__Host-report=a=b", Found("a=b")},
      {"junk; __Host-report=abc; =; ;", Found("abc")},
      {"bad=\"x y\"; __Host-report=abc", Found("abc")},
      {"", std::nullopt},
      {"a=1", std::nullopt},
      {"__Host-report", std::nullopt},
      {"__host-report=abc", std::nullopt},
      {"x__Host-report=abc", std::nullopt},
      {"__Host-report =abc", std::nullopt},
      {"__Host-report=abc; __Host-report=abc", std::nullopt},
      {"__Host-report=\"abc\"", std::nullopt},
      {"__Host-report=a b", std::nullopt},
      {"__Host-report=a,b", std::nullopt},
      {"__Host-report=a\\b", std::nullopt},
      {"__Host-report=\xc3\xab", std::nullopt},
  };
  for (const auto& [header, value] : cases) {
    EXPECT_EQ(FindCookie(header, "__Host-report"), value) << header;
  }
}

TEST(Cookie, IsSetForThisHostAlone) {
  EXPECT_EQ(SetCookie("__Host-report", "abc", std::chrono::hours{1}),
            "__Host-report=abc; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=3600");
  EXPECT_EQ(DeleteCookie("__Host-report"),
            "__Host-report=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0");
}

TEST(CookieDeathTest, RefusesWhatWouldBreakTheHeader) {
  EXPECT_DEATH((void)SetCookie("report", "abc", std::chrono::hours{1}), "bound to this host");
  EXPECT_DEATH((void)SetCookie("__Host-r", "a;b", std::chrono::hours{1}), "value fits");
  EXPECT_DEATH((void)SetCookie("__Host-r", "a\r\nb", std::chrono::hours{1}), "value fits");
  EXPECT_DEATH((void)SetCookie("__Host-r=", "a", std::chrono::hours{1}), "name fits");
}

}  // namespace
}  // namespace safety::http
