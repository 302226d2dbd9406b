#include "load.h"

#include <gtest/gtest.h>

#include <thread>

#include "http/server.h"

namespace safety::bench {
namespace {

using namespace std::chrono_literals;

TEST(Histogram, GivesPercentilesWithinThreePercent) {
  Histogram histogram;
  EXPECT_EQ(histogram.Percentile(0.5), 0ns);
  for (int i = 1; i <= 1000; ++i) {
    histogram.Record(std::chrono::microseconds{i});
  }
  Histogram both;
  both.Merge(histogram);
  both.Merge(histogram);
  EXPECT_EQ(both.count(), 2000U);
  for (const auto& [share, exact] : {std::pair{0.5, 500'000}, {0.99, 990'000}, {1.0, 1'000'000}}) {
    const auto measured = static_cast<double>(both.Percentile(share).count());
    EXPECT_GE(measured, exact);
    EXPECT_LE(measured, exact * 1.04);
  }
  histogram.Record(0ns);
  histogram.Record(std::chrono::hours{1000});
  EXPECT_EQ(histogram.count(), 1002U);
}

TEST(LoadResponse, FindsHeaders) {
  const LoadResponse response{.status = 303,
                              .head =
                                  "HTTP/1.1 303 See Other\r\nLocation: /a \r\n"
                                  "set-cookie: b=2; Path=/\r\nSet-Cookie: ab=1; Secure\r\n\r\n",
                              .body = ""};
  EXPECT_EQ(response.Header("location"), "/a");
  EXPECT_EQ(response.Header("x"), std::nullopt);
  EXPECT_EQ(response.CookiePair("ab"), "ab=1");
  EXPECT_EQ(response.CookiePair("b"), "b=2");
  EXPECT_EQ(response.CookiePair("a"), "");
}

/// Asks for /0, /1, … and expects each number back.
class Counting final : public Script {
 public:
  Counting(int count, std::string_view more, int* broken)
      : count_(count), more_(more), broken_(broken) {}

  std::optional<std::size_t> Next(std::string& out) override {
    if (next_ == count_) {
      return std::nullopt;
    }
    out =
        "GET /" + std::to_string(next_) + " HTTP/1.1\r\nHost: a\r\n" + std::string(more_) + "\r\n";
    return next_ % 2;
  }
  bool Receive(const LoadResponse& response) override {
    return response.status == 200 && response.body == std::to_string(next_++);
  }
  void Broken() override { ++*broken_; }

 private:
  int count_;
  std::string_view more_;
  int* broken_;
  int next_ = 0;
};

/// Asks for what never comes.
class Waiting final : public Script {
 public:
  explicit Waiting(int* broken) : broken_(broken) {}
  std::optional<std::size_t> Next(std::string& out) override {
    out = "GET /never/1 HTTP/1.1\r\nHost: a\r\n\r\n";
    return 0;
  }
  bool Receive(const LoadResponse&) override { return false; }
  void Broken() override { ++*broken_; }

 private:
  int* broken_;
};

class LoadTest : public ::testing::Test {
 public:
  ~LoadTest() override { server_.Stop(); }
  LoadTest(const LoadTest&) = delete;
  LoadTest& operator=(const LoadTest&) = delete;

 protected:
  LoadTest() : server_(1, {.stop_deadline = 10ms}) {
    router_.Get("/{number}", [](const http::Request& request, http::Responder respond) {
      respond(http::Response::Html(200, std::string(request.PathValue("number"))));
    });
    router_.Get("/never/{number}", [this](const http::Request&, http::Responder respond) {
      kept_.push_back(std::move(respond));
    });
    options_.port = server_.Listen({.address = "127.0.0.1", .port = 0}, router_)->port;
    options_.connections = 5;
    options_.kinds = 2;
    thread_ = std::jthread([this] { server_.Run(); });
  }

  LoadResult Run(int count, std::string_view more = "") {
    return RunLoad(options_,
                   [&](std::size_t) { return std::make_unique<Counting>(count, more, &broken_); });
  }

  http::Router router_;
  std::vector<http::Responder> kept_;
  http::Server server_;
  std::jthread thread_;
  LoadOptions options_;
  int broken_ = 0;
};

TEST_F(LoadTest, RunsEachScriptToItsEnd) {
  const LoadResult result = Run(101);
  EXPECT_EQ(result.answered, 505U);
  EXPECT_EQ(result.failed + result.broken + result.refused, 0U);
  EXPECT_EQ(result.latencies[0].count(), 255U);
  EXPECT_EQ(result.latencies[1].count(), 250U);
}

TEST_F(LoadTest, OpensClosedConnectionsAgain) {
  const LoadResult result = Run(20, "Connection: close\r\n");
  EXPECT_EQ(result.answered, 100U);
  EXPECT_EQ(result.failed + result.broken + result.refused, 0U);
}

TEST_F(LoadTest, KeepsToItsBounds) {
  options_.max_requests = 42;
  EXPECT_EQ(Run(1000).answered, 42U);
  options_.max_requests = 0;
  options_.max_time = 0ms;
  EXPECT_EQ(Run(1000).answered, 0U);
}

TEST_F(LoadTest, CountsAnswersThatTheScriptRefuses) {
  options_.max_requests = 10;
  const LoadResult result = RunLoad(options_, [&](std::size_t) {
    return std::make_unique<Counting>(1'000'000, "Host: twice\r\n", &broken_);
  });
  EXPECT_EQ(result.failed, 10U);
}

TEST_F(LoadTest, TellsTheScriptWhatIsNotKnown) {
  options_.max_time = 20ms;
  options_.max_wait = 20ms;
  const LoadResult waiting =
      RunLoad(options_, [&](std::size_t) { return std::make_unique<Waiting>(&broken_); });
  EXPECT_EQ(waiting.answered, 0U);
  EXPECT_EQ(waiting.broken, 5U);
  EXPECT_EQ(broken_, 5);

  server_.Stop();
  thread_.join();
  const LoadResult refused = Run(1);
  EXPECT_EQ(refused.refused, 5U);
  EXPECT_EQ(refused.broken, 0U);
  options_.reconnect = true;
  EXPECT_GE(Run(1).refused, 5U);
}

}  // namespace
}  // namespace safety::bench
