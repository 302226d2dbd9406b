#include "http/router.h"

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>

namespace safety::http {
namespace {

std::optional<Response> Ask(const Router& router, Method method, std::string path) {
  std::optional<Response> answer;
  router.Dispatch({.method = method, .path = std::move(path)},
                  Responder([&answer](Response response) { answer = std::move(response); }));
  return answer;
}

/// Says which pattern answered, and with which values.
Handler Say(const std::string& name) {
  return [name](const Request& request, Responder respond) {
    std::string body = name;
    for (const auto& [key, value] : request.path_values) {
      body.append(" ").append(key).append("=").append(value);
    }
    respond(Response::Html(200, body));
  };
}

Router Example() {
  Router router;
  router.Get("/report/{journey}/{page}", Say("page"));
  router.Post("/report/{journey}/{page}", Say("post page"));
  router.Get("/report/{journey}", Say("journey"));
  router.Get("/report/sent", Say("sent"));
  router.Get("/report/{journey}/check", Say("check"));
  router.Get("/report/{journey}/{page}/{item}", Say("item"));
  router.Post("/sign-out", Say("sign out"));
  router.Get("/", Say("start"));
  return router;
}

TEST(Router, FindsThePage) {
  const Router router = Example();
  struct Case {
    Method method;
    std::string_view path;
    int status;
    std::string_view body;
  };
  const std::vector<Case> cases = {
      {Method::kGet, "/", 200, "start"},
      {Method::kHead, "/", 200, "start"},
      {Method::kGet, "/report/child", 200, "journey journey=child"},
      {Method::kGet, "/report/sent", 200, "sent"},
      {Method::kGet, "/report/child/check", 200, "check journey=child"},
      {Method::kGet, "/report/child/danger", 200, "page journey=child page=danger"},
      {Method::kPost, "/report/child/danger", 200, "post page journey=child page=danger"},
      {Method::kPost, "/report/child/check", 200, "post page journey=child page=check"},
      {Method::kGet, "/report/child/name/2", 200, "item journey=child page=name item=2"},
      {Method::kPost, "/sign-out", 200, "sign out"},
      {Method::kGet, "/report", 404, ""},
      {Method::kGet, "/report/", 404, ""},
      {Method::kGet, "/report/child/", 404, ""},
      {Method::kGet, "/report/child/a/b/c", 404, ""},
      {Method::kGet, "/Report/sent", 404, ""},
      {Method::kGet, "/sign-out", 405, ""},
      {Method::kHead, "/sign-out", 405, ""},
      {Method::kPost, "/", 405, ""},
      {Method::kOther, "/", 405, ""},
      {Method::kOther, "/nowhere", 404, ""},
      {Method::kGet, "nowhere", 400, ""},
  };
  for (const auto& [method, path, status, body] : cases) {
    const auto answer = Ask(router, method, std::string(path));
    ASSERT_TRUE(answer.has_value()) << path;
    EXPECT_EQ(answer->status, status) << path;
    if (status == 200) {
      EXPECT_EQ(answer->body, body) << path;
    }
  }
}

TEST(Router, SaysWhichMethodsFit) {
  const auto answer = Ask(Example(), Method::kOther, "/report/child/danger");
  ASSERT_TRUE(answer.has_value());
  EXPECT_EQ(answer->headers.back(),
            std::make_pair(std::string("Allow"), std::string("GET, HEAD, POST")));
}

TEST(Router, UsesThePageForMisses) {
  Router router = Example();
  router.OnMiss([](Miss miss, const Request* request) {
    return Response::Html(StatusOf(miss), "miss " + (request != nullptr ? request->path : ""));
  });
  EXPECT_EQ(Ask(router, Method::kGet, "/nowhere")->body, "miss /nowhere");
  EXPECT_EQ(router.MissPage(Miss::kTimeout, nullptr).status, 408);
}

TEST(Router, DroppedOrThrowingHandlersFail) {
  Router router;
  router.Get("/throws", [](const Request&, Responder) { throw std::runtime_error("no"); });
  router.Get("/drops", [](const Request&, Responder) {});
  for (const auto* path : {"/throws", "/drops"}) {
    const auto answer = Ask(router, Method::kGet, path);
    ASSERT_TRUE(answer.has_value()) << path;
    EXPECT_EQ(answer->status, 500) << path;
  }
}

TEST(Router, AnswersOnce) {
  int answers = 0;
  {
    Responder respond([&answers](const Response&) { ++answers; });
    Responder moved(std::move(respond));
    moved(Response::Html(200, "a"));
    moved(Response::Html(200, "b"));
  }
  EXPECT_EQ(answers, 1);
}

TEST(Router, ListsItsRoutes) {
  Router router;
  router.Post("/b/{c}", Say(""));
  router.Get("/b/{c}", Say(""));
  router.Get("/a", Say(""));
  EXPECT_EQ(router.Routes(), (std::vector<std::string>{"GET /a", "GET /b/{c}", "POST /b/{c}"}));
}

TEST(RouterDeathTest, RefusesARouteTwice) {
  Router router;
  router.Get("/a", Say(""));
  EXPECT_DEATH(router.Get("/a", Say("")), "added once");
}

}  // namespace
}  // namespace safety::http
