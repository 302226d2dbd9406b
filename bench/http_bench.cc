// How fast the http room serves one page that is the same for everybody, or, with --target, how
// fast another server serves it: the comparison with nginx runs this twice over the same bytes.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>

#include "http/server.h"
#include "load.h"

namespace {

using namespace safety;

class GetOnePage final : public bench::Script {
 public:
  explicit GetOnePage(const std::string& request) : request_(request) {}
  std::optional<std::size_t> Next(std::string& out) override {
    out = request_;
    return 0;
  }
  bool Receive(const bench::LoadResponse& response) override { return response.status == 200; }

 private:
  const std::string& request_;
};

std::string ReadFile(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argc, char** argv) {
  std::string page_file;
  std::string target;
  std::string path = "/";
  std::size_t threads = 2;
  bench::LoadOptions options;
  int seconds = 5;
  CLI::App app("GET requests a second over kept connections");
  app.add_option("--page", page_file, "file to serve; by default 12 kB of text");
  app.add_option("--target", target, "ADDR:PORT of another server to ask instead");
  app.add_option("--path", path, "address of the page")->capture_default_str();
  app.add_option("--threads", threads, "io threads of our server")->capture_default_str();
  app.add_option("--connections", options.connections, "")->capture_default_str();
  app.add_option("--seconds", seconds, "")->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  const std::string page = page_file.empty() ? std::string(12'000, 'x') : ReadFile(page_file);
  const auto wire = http::Precompress(http::Response::Html(200, page));
  http::Router router;
  router.Get("/", [&wire](const http::Request&, http::Responder respond) {
    http::Response response;
    response.wire = wire;
    respond(std::move(response));
  });

  http::Server server(threads, {});
  auto at = target.empty() ? server.Listen({.address = "127.0.0.1", .port = 0}, router)
                           : http::Endpoint::Parse(target);
  if (!at) {
    std::fprintf(stderr, "%s\n", at.error().c_str());
    return 1;
  }
  std::jthread serving;
  if (target.empty()) {
    serving = std::jthread([&server] { server.Run(); });
  }
  options.address = at->address;
  options.port = at->port;
  options.max_time = std::chrono::seconds{seconds};
  const std::string request = "GET " + path + " HTTP/1.1\r\nHost: " + at->ToString() + "\r\n\r\n";
  const auto result = bench::RunLoad(
      options, [&request](std::size_t) { return std::make_unique<GetOnePage>(request); });
  server.Stop();
  std::printf("%s\n", result.Summary().c_str());
  return result.answered > 0 && result.failed == 0 ? 0 : 1;
}
