#include "http/server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <climits>
#include <csignal>
#include <future>
#include <latch>
#include <mutex>
#include <optional>
#include <semaphore>
#include <stdexcept>
#include <thread>

namespace safety::http {
namespace {

using namespace std::chrono_literals;

/// A plain blocking client, so that the server meets bytes and not another HTTP library.
class Client {
 public:
  explicit Client(const Endpoint& server)
      : Client(server.address.contains(':') ? AF_INET6 : AF_INET) {
    Connect(server);
  }
  /// Not connected yet.
  explicit Client(int family) : socket_(socket(family, SOCK_STREAM, 0)) {
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  void Connect(const Endpoint& server) {
    if (server.address.contains(':')) {
      sockaddr_in6 to{};
      to.sin6_family = AF_INET6;
      to.sin6_port = htons(server.port);
      inet_pton(AF_INET6, server.address.c_str(), &to.sin6_addr);
      Connect(reinterpret_cast<sockaddr*>(&to), sizeof to);
    } else {
      sockaddr_in to{};
      to.sin_family = AF_INET;
      to.sin_port = htons(server.port);
      inet_pton(AF_INET, server.address.c_str(), &to.sin_addr);
      Connect(reinterpret_cast<sockaddr*>(&to), sizeof to);
    }
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { close(socket_); }

  /// False when the server has closed its side.
  bool Send(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent < 0) {
        return false;
      }
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// One response with its body, by Content-Length; what came of it when the server closes.
  std::string Receive(bool has_body = true) {
    for (;;) {
      const std::size_t head_end = seen_.find("\r\n\r\n");
      if (head_end != std::string::npos) {
        const std::size_t size = head_end + 4 + (has_body ? BodyBytes(head_end) : 0);
        if (seen_.size() >= size) {
          const std::string response = seen_.substr(0, size);
          seen_.erase(0, size);
          return response;
        }
      }
      if (!ReceiveSome()) {
        return std::exchange(seen_, "");
      }
    }
  }

  std::string Ask(std::string_view request) {
    Send(request);
    return Receive();
  }

  /// Everything until the server closes.
  std::string ReceiveAll() {
    while (ReceiveSome()) {
    }
    return std::exchange(seen_, "");
  }

 private:
  void Connect(const sockaddr* to, socklen_t size) const {
    if (connect(socket_, to, size) != 0) {
      throw std::runtime_error("cannot connect");
    }
  }
  std::size_t BodyBytes(std::size_t head_end) const {
    constexpr std::string_view kName = "\r\nContent-Length: ";
    const std::size_t at = seen_.find(kName);
    return at < head_end ? std::stoul(seen_.substr(at + kName.size())) : 0;
  }
  bool ReceiveSome() {
    char bytes[4096];
    const ssize_t size = recv(socket_, bytes, sizeof bytes, 0);
    if (size <= 0) {
      return false;
    }
    seen_.append(bytes, static_cast<std::size_t>(size));
    return true;
  }

  int socket_;
  std::string seen_;
};

std::string Get(std::string_view path, std::string_view more = "") {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: centre\r\n" + std::string(more) + "\r\n";
}

std::string Post(std::string_view path, std::string_view body) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: centre\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + std::string(body);
}

std::string StatusOf(std::string_view response) {
  return std::string(response.substr(0, response.find("\r\n")));
}

std::string BodyOf(std::string_view response) {
  return std::string(response.substr(response.find("\r\n\r\n") + 4));
}

class ServerTest : public ::testing::Test {
 public:
  ~ServerTest() override { Stop(); }
  ServerTest(const ServerTest&) = delete;
  ServerTest& operator=(const ServerTest&) = delete;

 protected:
  ServerTest() {
    router_.OnMiss([](Miss miss, const Request*) {
      const int status = http::StatusOf(miss);
      return Response::Html(status, "miss " + std::to_string(status));
    });
    router_.Get("/hello", [](const Request& request, Responder respond) {
      respond(Response::Html(200, "hello " + request.QueryValue("name").value_or("")));
    });
    router_.Post("/echo", [](const Request& request, Responder respond) {
      respond(Response::Html(200, request.body));
    });
    router_.Get("/wire", [wire = Precompress(Response::Html(200, std::string(2000, 'w')))](
                             const Request&, Responder respond) {
      Response response;
      response.wire = wire;
      respond(std::move(response));
    });
    router_.Get("/later", [this](const Request&, Responder respond) {
      const std::lock_guard lock(mutex_);
      kept_.emplace(std::move(respond));
      is_kept_.release();
    });
    router_.Get("/throws", [](const Request&, Responder) { throw std::runtime_error("no"); });
    router_.Get("/nothing", [](const Request&, Responder respond) { respond({.status = 404}); });
  }

  void Start(Limits limits = {}, std::size_t threads = 2,
             std::string_view address = "127.0.0.1:0") {
    server_.emplace(threads, limits);
    at_ = server_->Listen(*Endpoint::Parse(address), router_).value();
    thread_ = std::jthread([this] { server_->Run(); });
  }
  void Stop() {
    if (thread_.joinable()) {
      server_->Stop();
      thread_.join();
    }
  }
  Responder TakeKept() {
    is_kept_.acquire();
    const std::lock_guard lock(mutex_);
    Responder responder(std::move(*kept_));
    kept_.reset();
    return responder;
  }

  Router router_;
  std::mutex mutex_;
  std::optional<Responder> kept_;
  std::counting_semaphore<> is_kept_{0};
  std::optional<Server> server_;
  Endpoint at_;
  std::jthread thread_;
};

TEST_F(ServerTest, KeepsTheConnection) {
  Start();
  Client client(at_);
  for (int i = 0; i < 3; ++i) {
    const std::string response = client.Ask(Get("/hello?name=" + std::to_string(i)));
    EXPECT_EQ(StatusOf(response), "HTTP/1.1 200 OK");
    EXPECT_EQ(BodyOf(response), "hello " + std::to_string(i));
    EXPECT_FALSE(response.contains("Connection:"));
  }
  EXPECT_EQ(BodyOf(client.Ask(Post("/echo", "a=1&b=2"))), "a=1&b=2");
}

TEST_F(ServerTest, ServesMoreRequestsThanItsBufferHolds) {
  Start({.header_bytes = 200});
  Client client(at_);
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(StatusOf(client.Ask(
                  Get("/hello", "X: " + std::string(static_cast<std::size_t>(i), 'x') + "\r\n"))),
              "HTTP/1.1 200 OK");
  }
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  Start();
  Client client(at_);
  client.Send(Get("/hello?name=1") + Post("/echo", "two") + Get("/later") + Get("/wire") +
              Get("/hello?name=5"));
  EXPECT_EQ(BodyOf(client.Receive()), "hello 1");
  EXPECT_EQ(BodyOf(client.Receive()), "two");
  TakeKept()(Response::Html(200, "three"));
  EXPECT_EQ(BodyOf(client.Receive()), "three");
  EXPECT_EQ(BodyOf(client.Receive()), std::string(2000, 'w'));
  EXPECT_EQ(BodyOf(client.Receive()), "hello 5");
}

TEST_F(ServerTest, ReadsARequestInSmallPieces) {
  Start();
  Client client(at_);
  for (const char c : Post("/echo", "pieces")) {
    client.Send(std::string_view(&c, 1));
  }
  EXPECT_EQ(BodyOf(client.Receive()), "pieces");
}

TEST_F(ServerTest, ClosesWhenAsked) {
  Start();
  for (const std::string_view path : {"/hello", "/wire"}) {
    Client client(at_);
    client.Send(Get(path, "Connection: close\r\n"));
    const std::string response = client.ReceiveAll();
    EXPECT_TRUE(response.starts_with("HTTP/1.1 200 OK\r\nConnection: close\r\n")) << response;
    EXPECT_EQ(response.find("Connection:"), response.rfind("Connection:"));
  }
  Client old(at_);
  old.Send("GET /hello HTTP/1.0\r\n\r\n");
  EXPECT_TRUE(old.ReceiveAll().ends_with("\r\n\r\nhello "));
}

TEST_F(ServerTest, HeadHasTheLengthAndNoBody) {
  Start();
  Client client(at_);
  for (const std::string_view path : {"/hello", "/wire"}) {
    client.Send("HEAD " + std::string(path) + " HTTP/1.1\r\nHost: centre\r\n\r\n");
    const std::string response = client.Receive(false);
    EXPECT_EQ(StatusOf(response), "HTTP/1.1 200 OK");
    EXPECT_TRUE(response.contains(path == "/wire" ? "Content-Length: 2000" : "Content-Length: 6"));
  }
  EXPECT_EQ(BodyOf(client.Ask(Get("/hello?name=after"))), "hello after");
}

TEST_F(ServerTest, SendsTheEncodingThatTheClientTakes) {
  Start();
  Client client(at_);
  EXPECT_TRUE(client.Ask(Get("/wire", "Accept-Encoding: gzip, br\r\n"))
                  .contains("\r\nContent-Encoding: br\r\n"));
  EXPECT_TRUE(client.Ask(Get("/wire", "Accept-Encoding: gzip, br;q=0\r\n"))
                  .contains("\r\nContent-Encoding: gzip\r\n"));
  EXPECT_FALSE(client.Ask(Get("/wire")).contains("Content-Encoding"));
}

TEST_F(ServerTest, ReadsChunkedBodies) {
  Start();
  Client client(at_);
  EXPECT_EQ(BodyOf(client.Ask("POST /echo HTTP/1.1\r\nHost: centre\r\n"
                              "Transfer-Encoding: chunked\r\n\r\n"
                              "3\r\na=1\r\n4;x=y\r\n&b=2\r\n0\r\nHost: other\r\n\r\n")),
            "a=1&b=2");
  EXPECT_EQ(BodyOf(client.Ask(Get("/hello"))), "hello ");
}

TEST_F(ServerTest, BoundsBodies) {
  Start({.body_bytes = 1000});
  const std::string big(1001, 'b');
  for (const std::string& request :
       {Post("/echo", big),
        "POST /echo HTTP/1.1\r\nHost: centre\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3e9\r\n" +
            big + "\r\n0\r\n\r\n"}) {
    Client client(at_);
    client.Send(request);
    const std::string response = client.ReceiveAll();
    EXPECT_EQ(StatusOf(response), "HTTP/1.1 413 Content Too Large");
    EXPECT_EQ(BodyOf(response), "miss 413");
  }
  Client client(at_);
  EXPECT_EQ(BodyOf(client.Ask(Post("/echo", std::string(1000, 'b')))), std::string(1000, 'b'));
}

TEST_F(ServerTest, AnswersAClientThatKeepsSending) {
  Start();
  Client client(at_);
  client.Send(Post("/echo", std::string(10UL * 1024 * 1024, 'b')));
  EXPECT_EQ(StatusOf(client.ReceiveAll()), "HTTP/1.1 413 Content Too Large");
}

TEST_F(ServerTest, BoundsHeaders) {
  Start({.header_bytes = 1000});
  Client fits(at_);
  EXPECT_EQ(StatusOf(fits.Ask(Get("/hello", "X: " + std::string(900, 'x') + "\r\n"))),
            "HTTP/1.1 200 OK");
  for (const std::string& request : {Get("/hello", "X: " + std::string(1000, 'x') + "\r\n"),
                                     Get("/" + std::string(2000, 'x'))}) {
    Client client(at_);
    client.Send(request);
    const std::string response = client.ReceiveAll();
    EXPECT_EQ(StatusOf(response), "HTTP/1.1 431 Request Header Fields Too Large");
    EXPECT_EQ(BodyOf(response), "miss 431");
  }
}

TEST_F(ServerTest, RefusesWhatIsNotHttp) {
  Start();
  for (const std::string_view request :
       {"nonsense\r\n\r\n", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "GET / HTTP/1.1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1x\r\n\r\n", "\x16\x03\x01 hello"}) {
    Client client(at_);
    client.Send(request);
    const std::string response = client.ReceiveAll();
    EXPECT_EQ(StatusOf(response), "HTTP/1.1 400 Bad Request") << request;
    EXPECT_TRUE(response.contains("Connection: close")) << request;
  }
}

TEST_F(ServerTest, MissesKeepTheConnection) {
  Start();
  Client client(at_);
  struct Case {
    std::string request;
    std::string_view body;
  };
  const std::vector<Case> cases = {
      {Get("/nowhere"), "miss 404"},     {Get("/a/../b"), "miss 400"},
      {Get("/%00"), "miss 400"},         {Get("/echo"), "miss 405"},
      {Post("/hello", "x"), "miss 405"}, {Get("/throws"), "miss 500"},
      {Get("/nothing"), "miss 404"},     {Get("/hello"), "hello "},
  };
  for (const auto& [request, body] : cases) {
    EXPECT_EQ(BodyOf(client.Ask(request)), body) << request;
  }
}

TEST_F(ServerTest, SlowRequestsAreToldSo) {
  Start({.request_deadline = 50ms});
  Client client(at_);
  client.Send("GET /hello HTTP/1.1\r\nHos");
  const std::string response = client.ReceiveAll();
  EXPECT_EQ(StatusOf(response), "HTTP/1.1 408 Request Timeout");
  EXPECT_EQ(BodyOf(response), "miss 408");
}

TEST_F(ServerTest, ClientsThatDoNotReadAreCutOff) {
  constexpr std::size_t kTooMuchForTheKernel = 30'000'000;
  router_.Get("/big", [](const Request&, Responder respond) {
    respond(Response::Html(200, std::string(kTooMuchForTheKernel, 'x')));
  });
  Start({.request_deadline = 40ms, .idle_deadline = 80ms}, 1);
  Client deaf(at_);
  deaf.Send(Get("/big"));
  Client idle(at_);
  EXPECT_EQ(idle.ReceiveAll(), "");  // Both deadlines have passed.
  EXPECT_LT(deaf.ReceiveAll().size(), kTooMuchForTheKernel);
}

TEST_F(ServerTest, IdleConnectionsCloseSilently) {
  Start({.idle_deadline = 50ms});
  Client client(at_);
  EXPECT_EQ(BodyOf(client.Ask(Get("/hello"))), "hello ");
  EXPECT_EQ(client.ReceiveAll(), "");
}

TEST_F(ServerTest, AHandlerMayTakeLongerThanTheDeadlines) {
  Start({.request_deadline = 40ms, .idle_deadline = 40ms});
  Client slow(at_);
  slow.Send(Get("/later"));
  Responder respond = TakeKept();
  Client idle(at_);
  EXPECT_EQ(idle.ReceiveAll(), "");  // The deadline has passed.
  respond(Response::Html(200, "late"));
  EXPECT_EQ(BodyOf(slow.Receive()), "late");
}

TEST_F(ServerTest, AsksForTheBodyThatWaits) {
  Start({.body_bytes = 1000});
  const std::string head = "POST /echo HTTP/1.1\r\nHost: centre\r\nExpect: 100-continue\r\n";
  Client client(at_);
  EXPECT_EQ(client.Ask(head + "Content-Length: 3\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
  EXPECT_EQ(BodyOf(client.Ask("abc")), "abc");
  client.Send(head + "Content-Length: 2000\r\n\r\n");
  EXPECT_EQ(StatusOf(client.ReceiveAll()), "HTTP/1.1 413 Content Too Large");
}

TEST_F(ServerTest, AnswersFromAnyThread) {
  Start();
  Client client(at_);
  for (int i = 0; i < 100; ++i) {
    client.Send(Get("/later"));
    std::jthread([respond = TakeKept(), i]() mutable {
      respond(Response::Html(200, std::to_string(i)));
    }).join();
    EXPECT_EQ(BodyOf(client.Receive()), std::to_string(i));
  }
}

TEST_F(ServerTest, ADroppedResponderAnswers500) {
  Start();
  Client client(at_);
  client.Send(Get("/later"));
  {
    const Responder dropped = TakeKept();
  }
  EXPECT_EQ(BodyOf(client.Receive()), "miss 500");
  EXPECT_EQ(BodyOf(client.Ask(Get("/hello"))), "hello ");
}

TEST_F(ServerTest, ALateAnswerHarmsNobody) {
  Start({.stop_deadline = 20ms});
  std::optional<Responder> late;
  {
    Client client(at_);
    client.Send(Get("/later"));
    late.emplace(TakeKept());
  }
  {
    Client client(at_);
    client.Send(Get("/later"));
    TakeKept()(Response::Html(200, std::string(1'000'000, 'x')));
  }  // gone before it has read that
  Client other(at_);
  EXPECT_EQ(BodyOf(other.Ask(Get("/hello"))), "hello ");
  Stop();
  server_.reset();
  (*late)(Response::Html(200, "nobody"));
}

TEST_F(ServerTest, StopFinishesWhatIsInFlight) {
  Start();
  Client idle(at_);
  EXPECT_EQ(BodyOf(idle.Ask(Get("/hello"))), "hello ");
  Client waiting(at_);
  waiting.Send(Get("/later"));
  Responder respond = TakeKept();
  Client half(at_);
  half.Send(
      "POST /echo HTTP/1.1\r\nHost: centre\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
  EXPECT_EQ(half.Receive(), "HTTP/1.1 100 Continue\r\n\r\n");

  server_->Stop();
  EXPECT_EQ(idle.ReceiveAll(), "");
  half.Send("half");
  EXPECT_TRUE(half.ReceiveAll().ends_with("half"));
  respond(Response::Html(200, "committed"));
  const std::string response = waiting.ReceiveAll();
  EXPECT_EQ(BodyOf(response), "committed");
  EXPECT_TRUE(response.contains("Connection: close"));
  thread_.join();
}

TEST_F(ServerTest, StopCutsOffWhatTakesTooLong) {
  Start({.stop_deadline = 50ms});
  Client client(at_);
  client.Send(Get("/later"));
  Responder respond = TakeKept();
  server_->Stop();
  thread_.join();
  EXPECT_EQ(client.ReceiveAll(), "");
  respond(Response::Html(200, "too late"));
}

TEST_F(ServerTest, SignalsStopIt) {
  Start();
  Client client(at_);
  EXPECT_EQ(BodyOf(client.Ask(Get("/hello"))), "hello ");
  kill(getpid(), SIGTERM);
  EXPECT_EQ(client.ReceiveAll(), "");
  thread_.join();
}

TEST_F(ServerTest, StopBeforeRunReturnsAtOnce) {
  server_.emplace(2, Limits{});
  ASSERT_TRUE(server_->Listen(*Endpoint::Parse("127.0.0.1:0"), router_).has_value());
  server_->Stop();
  server_->Run();
}

TEST_F(ServerTest, ASignalBeforeRunServesWhatHadQueued) {
  server_.emplace(2, Limits{});
  at_ = server_->Listen(*Endpoint::Parse("127.0.0.1:0"), router_).value();
  Client client(at_);
  client.Send(Get("/hello"));
  kill(getpid(), SIGTERM);
  server_->Run();
  EXPECT_TRUE(client.ReceiveAll().ends_with("\r\n\r\nhello "));
}

TEST_F(ServerTest, StopServesWhatHadQueued) {
  server_.emplace(2, Limits{});
  at_ = server_->Listen(*Endpoint::Parse("127.0.0.1:0"), router_).value();
  Client client(at_);
  client.Send(Get("/hello"));
  server_->Stop();
  server_->Run();
  EXPECT_TRUE(client.ReceiveAll().ends_with("\r\n\r\nhello "));
}

TEST_F(ServerTest, WaitsForDescriptors) {
  Start({}, 1);
  Client first(at_);
  EXPECT_EQ(BodyOf(first.Ask(Get("/hello"))), "hello ");
  Client second(AF_INET);
  const int next = dup(0);
  close(next);
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  const rlimit full{.rlim_cur = static_cast<rlim_t>(next), .rlim_max = before.rlim_max};
  ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &full), 0);
  second.Connect(at_);
  second.Send(Get("/hello?name=second"));
  EXPECT_EQ(first.ReceiveAll(), "");  // Idle, so it makes room.
  setrlimit(RLIMIT_NOFILE, &before);
  EXPECT_EQ(BodyOf(second.Receive()), "hello second");
}

TEST_F(ServerTest, PastTheLimitIdleConnectionsMakeRoom) {
  Start({.max_connections = 2}, 1);
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 6; ++i) {
    clients.push_back(std::make_unique<Client>(at_));
    EXPECT_EQ(BodyOf(clients.back()->Ask(Get("/hello"))), "hello ");
  }
}

TEST_F(ServerTest, SpeaksIpv6) {
  Start({}, 2, "[::1]:0");
  Client client(at_);
  EXPECT_EQ(BodyOf(client.Ask(Get("/hello"))), "hello ");
}

TEST_F(ServerTest, RefusesAnAddressInUse) {
  Start();
  Server second(2, Limits{});
  const auto again = second.Listen(at_, router_);
  ASSERT_FALSE(again.has_value());
  EXPECT_EQ(again.error(), at_.ToString() + ": address in use");
  const auto elsewhere = second.Listen({.address = "192.0.2.1", .port = 0}, router_);
  ASSERT_FALSE(elsewhere.has_value());
  EXPECT_EQ(elsewhere.error(), "192.0.2.1:0: no such address on this machine");
}

TEST(Endpoint, IsParsed) {
  for (const std::string_view text : {"127.0.0.1:8080", "[::1]:8080", "0.0.0.0:0", "[::]:65535"}) {
    const auto endpoint = Endpoint::Parse(text);
    ASSERT_TRUE(endpoint.has_value()) << text;
    EXPECT_EQ(endpoint->ToString(), text);
  }
  for (const std::string_view text :
       {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1",
        "127.0.0.1:+1", "127.0.0.1: 1", "127.0.0.1:80x", "localhost:80", "::1:80", "[::1]",
        "[127.0.0.1]:80", "[::1:80", "1.2.3:80"}) {
    EXPECT_FALSE(Endpoint::Parse(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace safety::http
