// What the whole centre does on this machine, beside its limits and a peer, in one run: the table
// of docs/measured.md. Everything is on loopback, bounded, and removed at the end.
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "base/check.h"
#include "child_process.h"
#include "journey_script.h"
#include "limits.h"
#include "load.h"
#include "nginx.h"
#include "store/data_folder.h"
#include "store/sqlite_store.h"
#include "vault/keys.h"

namespace {

using namespace safety;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kConnections = 64;
constexpr std::size_t kSealedBytes = 2'048;
constexpr std::size_t kRawBatch = 64;

struct Sizes {
  std::size_t journeys = 3'000;
  std::size_t submissions = 20'000;
  std::size_t stored = 100'000;
};

/// One row of the table.
void Row(const std::string& what, const std::string& measured, const std::string& to_reach) {
  std::printf("| %s | %s | %s |\n", what.c_str(), measured.c_str(), to_reach.c_str());
  std::fflush(stdout);
}

std::string Number(double value, int decimals = 0) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

std::string Milliseconds(std::chrono::nanoseconds duration) {
  return Number(std::chrono::duration<double, std::milli>(duration).count(), 2) + " ms";
}

/// A port that was free a moment ago.
std::uint16_t FreePort() {
  const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  base::Check(bind(probe, generic, length) == 0 && getsockname(probe, generic, &length) == 0,
              "the kernel has a free port");
  close(probe);
  return ntohs(address.sin_port);
}

class Bench {
 public:
  Bench(std::string binary, fs::path scratch, Sizes sizes)
      : binary_(std::move(binary)), scratch_(std::move(scratch)), sizes_(sizes) {
    bench::ChildProcess init({binary_, "init", "--data", data().string()},
                             "passphrase of the bench\npassphrase of the bench\n");
    base::Check(init.Wait() == 0, "init makes a folder for the bench");
  }

  void Run() {
    Conditions();
    StartAndServe();
    server_.reset();
    MemoryAndStart();
  }

 private:
  [[nodiscard]] fs::path data() const { return scratch_ / "centre"; }

  void StartServer() {
    server_ = std::make_unique<bench::ChildProcess>(
        std::vector<std::string>{binary_, "serve", "--data", data().string(), "--public",
                                 "127.0.0.1:0", "--only", "public"},
        "");
    const auto line = server_->ReadUntil("http://127.0.0.1:");
    base::Check(line.has_value(), "the server starts");
    port_ = static_cast<std::uint16_t>(std::stoi(line->substr(line->find("0.1:") + 4)));
  }

  void Conditions() const {
    std::ifstream info("/proc/cpuinfo");
    std::string line;
    while (std::getline(info, line) && !line.starts_with("model name")) {
    }
    std::printf(
        "%s; %u processors, shared by server, load generator and disk; %zu connections; "
        "kept connections, no TLS, loopback\n\n| what | measured | to reach |\n"
        "| --- | --- | --- |\n",
        line.empty() ? "unknown processor" : line.substr(line.find(": ") + 2).c_str(),
        std::thread::hardware_concurrency(), kConnections);
  }

  template <class OneScript>
  bench::LoadResult Load(bench::JourneyWork& work) {
    return bench::RunLoad({.port = port_,
                           .connections = kConnections,
                           .kinds = bench::kJourneyKinds,
                           .max_time = std::chrono::minutes(5)},
                          [&work](std::size_t) { return std::make_unique<OneScript>(work); });
  }

  void StartAndServe() {
    StartServer();
    FirstPage();
    FirstVisit();
    WholeJourneys();
    Submissions();
  }

  void WholeJourneys() {
    bench::JourneyWork work{.left = sizes_.journeys, .sent = 0, .ready = {}};
    const auto result = Load<bench::WholeJourney>(work);
    const double seconds = std::chrono::duration<double>(result.wall).count();
    base::Check(work.sent == sizes_.journeys && result.failed == 0, "every journey arrives");
    Row("whole journey, every GET and POST from start to reference",
        Number(static_cast<double>(work.sent) / seconds) + " journeys/s (" +
            Number(result.PerSecond()) + " requests/s, GET p99 " +
            Milliseconds(result.latencies[bench::kJourneyGet].Percentile(0.99)) + ", POST p99 " +
            Milliseconds(result.latencies[bench::kJourneyPost].Percentile(0.99)) + ")",
        "500 journeys/s");
  }

  void Submissions() {
    bench::JourneyWork work{.left = sizes_.submissions, .sent = 0, .ready = {}};
    static_cast<void>(Load<bench::PrepareDraft>(work));
    base::Check(work.ready.size() == sizes_.submissions, "every draft gets ready");
    const auto result = Load<bench::SendReport>(work);
    base::Check(work.sent == sizes_.submissions && result.failed == 0, "every report is sent");
    const double ours = result.PerSecond();
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const double seals =
        bench::SealsPerSecond(vault::KeyPair::Generate().public_key(), kSealedBytes, cores);
    const double rows = bench::RawRowsPerSecond(scratch_, kSealedBytes, kRawBatch);
    Row("durable sealed submissions, final POST",
        Number(ours) + "/s (p50 " +
            Milliseconds(result.latencies[bench::kJourneySend].Percentile(0.5)) + ", p99 " +
            Milliseconds(result.latencies[bench::kJourneySend].Percentile(0.99)) + "; generator " +
            Number(static_cast<double>(result.CpuPerRequest().count()) / 1000.0) + " µs a request)",
        "5,000/s");
    Row("limit: sealing 2 kB, all cores", Number(seals) + "/s", "");
    Row("limit: raw SQLite, 2 kB rows, " + std::to_string(kRawBatch) + " a commit",
        Number(rows) + "/s", "");
    Row("our share of the smaller limit", Number(100 * ours / std::min(seals, rows)) + " %", "");
  }

  /// One GET / with `encoding`, whole.
  struct Page {
    std::string head;
    std::string body;
  };
  Page GetPage(const std::string& path, const std::string& encoding) const {
    struct Once final : bench::Script {
      std::string request;
      Page& page;
      bool asked = false;
      Once(std::string text, Page& to) : request(std::move(text)), page(to) {}
      std::optional<std::size_t> Next(std::string& out) override {
        if (asked) {
          return std::nullopt;
        }
        asked = true;
        out = request;
        return 0;
      }
      bool Receive(const bench::LoadResponse& response) override {
        page = {.head = std::string(response.head), .body = std::string(response.body)};
        return response.status == 200;
      }
    };
    Page page;
    const auto result = bench::RunLoad({.port = port_, .connections = 1}, [&](std::size_t) {
      return std::make_unique<Once>(
          "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: " + encoding +
              "\r\n\r\n",
          page);
    });
    base::Check(result.answered == 1 && result.failed == 0, "the page is there");
    return page;
  }

  struct GetStart final : bench::Script {
    std::optional<std::size_t> Next(std::string& out) override {
      out = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
      return 0;
    }
    bool Receive(const bench::LoadResponse& response) override { return response.status == 200; }
  };

  /// A server that was just started takes a moment until it listens.
  static void AwaitFirstAnswer(std::uint16_t port) {
    const auto result =
        bench::RunLoad({.port = port, .connections = 1, .max_requests = 1, .reconnect = true},
                       [](std::size_t) { return std::make_unique<GetStart>(); });
    base::Check(result.answered == 1 && result.failed == 0, "nginx answers");
  }

  static double GetsPerSecond(std::uint16_t port) {
    const auto result = bench::RunLoad(
        {.port = port, .connections = kConnections, .max_time = std::chrono::seconds(2)},
        [](std::size_t) { return std::make_unique<GetStart>(); });
    base::Check(result.failed == 0 && result.broken == 0, "every page is answered");
    return result.PerSecond();
  }

  void FirstPage() {
    const Page page = GetPage("/", "identity");
    const fs::path folder = scratch_ / "nginx";
    fs::create_directory(folder);
    const std::uint16_t port = FreePort();
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    const auto nginx = bench::StartNginx(folder, port, cores, page.head, page.body);
    if (nginx == nullptr) {
      Row("first page against nginx", "nginx is not installed", "ratio 0.8");
      return;
    }
    // In turns, so that a machine that changes its speed changes it for both.
    std::vector<double> ratios;
    std::vector<double> ours;
    std::vector<double> theirs;
    AwaitFirstAnswer(port);
    for (int turn = 0; turn < 5; ++turn) {
      ours.push_back(GetsPerSecond(port_));
      theirs.push_back(GetsPerSecond(port));
      ratios.push_back(ours.back() / theirs.back());
    }
    for (auto* values : {&ratios, &ours, &theirs}) {
      std::ranges::sort(*values);
    }
    Row("first page, " + std::to_string(page.body.size()) + " bytes, against nginx, same bytes",
        Number(ours[2]) + "/s and " + Number(theirs[2]) + "/s: ratio " + Number(ratios[2], 2) +
            " (" + Number(ratios.front(), 2) + " to " + Number(ratios.back(), 2) + ")",
        "ratio 0.8");
  }

  void FirstVisit() {
    const Page start = GetPage("/", "br");
    const std::string plain = GetPage("/", "identity").body;
    std::size_t bytes = start.head.size() + start.body.size();
    std::size_t files = 1;
    std::size_t strangers = 0;
    for (const std::string mark : {"href=\"", "src=\""}) {
      for (std::size_t at = plain.find(mark); at != std::string::npos;
           at = plain.find(mark, at + 1)) {
        const std::size_t from = at + mark.size();
        const std::string address = plain.substr(from, plain.find('"', from) - from);
        if (address.starts_with("/assets/")) {
          const Page asset = GetPage(address, "br");
          bytes += asset.head.size() + asset.body.size();
          ++files;
        } else if (mark == "src=\"") {
          ++strangers;
        }
      }
    }
    Row("first visit over the wire, brotli, headers included",
        Number(static_cast<double>(bytes) / 1000.0, 1) + " kB in " + std::to_string(files) +
            " requests, " + std::to_string(strangers) + " to others",
        "20 kB, none to others");
  }

  void MemoryAndStart() {
    {
      auto folder = store::DataFolder::Open(data());
      base::Check(folder.has_value(), "the bench's folder opens");
      auto store = store::SqliteStore::Open(*folder);
      base::Check(store.has_value(), "the bench's store opens");
      bench::Fill(**store, vault::KeyPair::Generate().public_key(), sizes_.stored);
    }
    std::vector<std::chrono::nanoseconds> starts;
    for (int turn = 0; turn < 5; ++turn) {
      server_.reset();
      const auto began = Clock::now();
      StartServer();
      static_cast<void>(GetPage("/", "identity").body);
      starts.push_back(Clock::now() - began);
    }
    std::ranges::sort(starts);
    bench::JourneyWork work{.left = sizes_.journeys, .sent = 0, .ready = {}};
    static_cast<void>(Load<bench::WholeJourney>(work));
    Row("memory with " + std::to_string(sizes_.stored) + " reports stored, after load",
        Number(static_cast<double>(server_->MemoryKb("VmRSS")) / 1024.0, 1) + " MB (at most " +
            Number(static_cast<double>(server_->MemoryKb("VmHWM")) / 1024.0, 1) + ")",
        "80 MB");
    Row("start to first answered request, " + std::to_string(sizes_.stored) + " reports stored",
        Milliseconds(starts[2]) + " (" + Milliseconds(starts.front()) + " to " +
            Milliseconds(starts.back()) + ")",
        "300 ms");
  }

  std::string binary_;
  fs::path scratch_;
  Sizes sizes_;
  std::unique_ptr<bench::ChildProcess> server_;
  std::uint16_t port_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  std::string binary;
  fs::path scratch;
  Sizes sizes;
  CLI::App app("Measures the whole centre and prints a table");
  app.add_option("binary", binary, "the safety-centre to measure")->required();
  app.add_option("scratch", scratch, "an empty folder on the disk to measure")->required();
  app.add_option("--journeys", sizes.journeys, "whole journeys")->capture_default_str();
  app.add_option("--submissions", sizes.submissions, "final POSTs")->capture_default_str();
  app.add_option("--stored", sizes.stored, "reports stored before start and memory are measured")
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  vault::Initialise();
  Bench(binary, scratch, sizes).Run();
  return 0;
}
