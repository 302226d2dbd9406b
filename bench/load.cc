#include "load.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <utility>

#include "base/check.h"

namespace safety::bench {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kRetryPause = 10ms;
constexpr auto kPatience = 50ms;
constexpr std::size_t kReadBytes = 64UL * 1024;

struct Frame {
  int status = 0;
  std::size_t head_bytes = 0;
  std::size_t body_bytes = 0;
  bool closes = false;
};

template <class Number>
std::optional<Number> ReadNumber(std::string_view text) {
  Number number = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), number);
  return ec == std::errc{} && end == text.data() + text.size() ? std::optional(number)
                                                               : std::nullopt;
}

/// Nothing when the head cannot be understood.
std::optional<Frame> ReadHead(std::string_view head) {
  constexpr std::string_view kVersion = "HTTP/1.1 ";
  if (!head.starts_with("HTTP/1.") || head.size() < kVersion.size()) {
    return std::nullopt;
  }
  const std::string_view rest = head.substr(kVersion.size());
  Frame frame;
  frame.head_bytes = head.size();
  frame.status = ReadNumber<int>(rest.substr(0, rest.find(' '))).value_or(0);
  const LoadResponse response{.status = frame.status, .head = head, .body = {}};
  bool bounded = frame.status < 200 || frame.status == 204 || frame.status == 304;
  if (const auto length = response.Header("content-length")) {
    const auto bytes = ReadNumber<std::size_t>(*length);
    bounded = bytes.has_value();
    frame.body_bytes = bytes.value_or(0);
  }
  frame.closes = response.Header("connection") == "close";
  return bounded ? std::optional(frame) : std::nullopt;
}

std::chrono::nanoseconds ThreadCpu() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::chrono::seconds{now.tv_sec} + std::chrono::nanoseconds{now.tv_nsec};
}

/// A socket address of either family.
class Address {
 public:
  Address(const std::string& text, std::uint16_t port) {
    if (inet_pton(AF_INET, text.c_str(), &v4_.sin_addr) == 1) {
      v4_.sin_family = AF_INET;
      v4_.sin_port = htons(port);
      return;
    }
    base::Check(inet_pton(AF_INET6, text.c_str(), &v6_.sin6_addr) == 1,
                "the load's address is in numbers");
    v6_.sin6_family = AF_INET6;
    v6_.sin6_port = htons(port);
  }
  [[nodiscard]] int family() const { return is_v4() ? AF_INET : AF_INET6; }
  [[nodiscard]] int Connect(int socket) const {
    const auto* to =
        is_v4() ? reinterpret_cast<const sockaddr*>(&v4_) : reinterpret_cast<const sockaddr*>(&v6_);
    return connect(socket, to, is_v4() ? sizeof v4_ : sizeof v6_);
  }

 private:
  [[nodiscard]] bool is_v4() const { return v4_.sin_family == AF_INET; }
  sockaddr_in v4_{};
  sockaddr_in6 v6_{};
};

/// Closes what it holds.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    Close();
    fd_ = std::exchange(other.fd_, -1);
    return *this;
  }
  ~Descriptor() { Close(); }
  [[nodiscard]] int get() const { return fd_; }

 private:
  void Close() const {
    if (fd_ >= 0) {
      close(fd_);
    }
  }
  int fd_;
};

/// One connection and its script.
struct Line {
  std::unique_ptr<Script> script;
  Descriptor socket;
  bool connected = false;
  bool asked = false;  ///< a request is out, in whole or part
  bool done = false;
  std::optional<Clock::time_point> retry_at;
  std::size_t kind = 0;
  Clock::time_point asked_at;
  std::string request;
  std::size_t sent = 0;
  std::string received;
  std::optional<Frame> frame;
};

class Generator {
 public:
  Generator(const LoadOptions& options, std::stop_token stop)
      : options_(options),
        stop_(std::move(stop)),
        address_(options.address, options.port),
        epoll_(epoll_create1(EPOLL_CLOEXEC)),
        read_(kReadBytes),
        lines_(options.connections) {
    base::Check(epoll_.get() >= 0, "the kernel gives an epoll descriptor");
    result_.latencies.resize(options.kinds);
  }

  LoadResult Run(const std::function<std::unique_ptr<Script>(std::size_t)>& make_script) {
    const auto begin = Clock::now();
    const auto cpu_begin = ThreadCpu();
    send_until_ = begin + options_.max_time;
    open_lines_ = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      lines_[i].script = make_script(i);
      Connect(lines_[i]);
    }
    while (open_lines_ > 0 && !stop_.stop_requested() &&
           Clock::now() < send_until_ + options_.max_wait) {
      Poll();
    }
    for (Line& line : lines_) {
      End(line);
    }
    result_.wall = Clock::now() - begin;
    result_.cpu = ThreadCpu() - cpu_begin;
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool MaySend(Clock::time_point now) const {
    return (options_.max_requests == 0 || asked_in_all_ < options_.max_requests) &&
           now < send_until_;
  }

  void Connect(Line& line) {
    line.connected = false;
    line.received.clear();
    line.frame.reset();
    line.socket =
        Descriptor(socket(address_.family(), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    base::Check(line.socket.get() >= 0, "the load's connections fit the limit of open files");
    const int on = 1;
    setsockopt(line.socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = &line;
    epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, line.socket.get(), &event);
    if (address_.Connect(line.socket.get()) != 0 && errno != EINPROGRESS) {
      ++result_.refused;
      Break(line);
    }
  }

  void Poll() {
    const auto patience = retrying_ > 0 ? kRetryPause : kPatience;
    const int count = epoll_wait(epoll_.get(), events_.data(), static_cast<int>(events_.size()),
                                 static_cast<int>(patience.count()));
    for (int i = 0; i < count; ++i) {
      const epoll_event& event = events_[static_cast<std::size_t>(i)];
      OnEvent(*static_cast<Line*>(event.data.ptr), event.events);
    }
    if (retrying_ > 0) {
      Retry(Clock::now());
    }
  }

  void OnEvent(Line& line, std::uint32_t events) {
    if (!line.connected) {
      int error = 0;
      socklen_t size = sizeof error;
      getsockopt(line.socket.get(), SOL_SOCKET, SO_ERROR, &error, &size);
      if (error != 0) {
        ++result_.refused;
        Break(line);
      } else if ((events & EPOLLOUT) != 0) {
        line.connected = true;
        Ask(line);
      }
      return;
    }
    if ((events & EPOLLOUT) != 0) {
      Send(line);
    }
    const bool ends = (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    if (ends || (events & EPOLLIN) != 0) {
      Receive(line, ends);
    }
  }

  void Ask(Line& line) {
    const auto now = Clock::now();
    line.request.clear();
    line.sent = 0;
    const auto kind = MaySend(now) ? line.script->Next(line.request) : std::nullopt;
    if (!kind) {
      End(line);
      return;
    }
    base::Check(*kind < options_.kinds, "a script's kinds are below the load's");
    ++asked_in_all_;
    line.kind = *kind;
    line.asked = true;
    line.asked_at = now;
    Send(line);
  }

  /// An error shows when the answer is read: the server may have given it before it closed.
  static void Send(Line& line) {
    while (line.sent < line.request.size()) {
      const ssize_t size = send(line.socket.get(), line.request.data() + line.sent,
                                line.request.size() - line.sent, MSG_NOSIGNAL);
      if (size < 0) {
        return;
      }
      line.sent += static_cast<std::size_t>(size);
    }
  }

  /// `to_the_end`: there is an end to be read, and no other event will tell.
  void Receive(Line& line, bool to_the_end) {
    for (;;) {
      const ssize_t size = recv(line.socket.get(), read_.data(), read_.size(), 0);
      if (size < 0 && errno == EAGAIN) {
        return;
      }
      if (size <= 0) {
        Break(line);
        return;
      }
      const auto bytes = static_cast<std::size_t>(size);
      line.received.append(read_.data(), bytes);
      const bool drained = bytes < read_.size() && !to_the_end;
      if (!TakeAnswer(line) || drained) {
        return;
      }
    }
  }

  /// False when this connection is not to be read from any more.
  bool TakeAnswer(Line& line) {
    if (!line.frame) {
      const std::size_t end = line.received.find("\r\n\r\n");
      if (end == std::string::npos) {
        return true;
      }
      line.frame = ReadHead(std::string_view(line.received).substr(0, end + 4));
      if (!line.frame || !line.asked) {
        Break(line);
        return false;
      }
    }
    const Frame frame = *line.frame;
    if (line.received.size() < frame.head_bytes + frame.body_bytes) {
      return true;
    }
    line.frame.reset();
    if (frame.status < 200) {
      line.received.erase(0, frame.head_bytes);
      return TakeAnswer(line);
    }
    Finish(line, frame);
    if (frame.closes) {
      Connect(line);
      return false;
    }
    Ask(line);
    return !line.done;
  }

  void Finish(Line& line, const Frame& frame) {
    result_.latencies[line.kind].Record(Clock::now() - line.asked_at);
    ++result_.answered;
    line.asked = false;
    const std::string_view bytes = line.received;
    const bool content =
        line.script->Receive({.status = frame.status,
                              .head = bytes.substr(0, frame.head_bytes),
                              .body = bytes.substr(frame.head_bytes, frame.body_bytes)});
    result_.failed += content ? 0 : 1;
    line.received.clear();
  }

  /// The connection is of no more use; the script may be.
  void Break(Line& line) {
    Disconnect(line);
    const auto now = Clock::now();
    if (!options_.reconnect || !MaySend(now)) {
      End(line);
      return;
    }
    line.retry_at = now + kRetryPause;
    ++retrying_;
  }

  void Retry(Clock::time_point now) {
    for (Line& line : lines_) {
      if (!line.retry_at || *line.retry_at > now) {
        continue;
      }
      line.retry_at.reset();
      --retrying_;
      if (MaySend(now)) {
        Connect(line);
      } else {
        End(line);
      }
    }
  }

  void Disconnect(Line& line) {
    line.socket = Descriptor();
    line.connected = false;
    if (std::exchange(line.asked, false)) {
      ++result_.broken;
      line.script->Broken();
    }
  }

  void End(Line& line) {
    if (!std::exchange(line.done, true)) {
      Disconnect(line);
      --open_lines_;
    }
  }

  const LoadOptions& options_;
  const std::stop_token stop_;
  const Address address_;
  const Descriptor epoll_;
  std::array<epoll_event, 256> events_{};
  std::vector<char> read_;
  std::vector<Line> lines_;
  std::size_t open_lines_ = 0;
  std::size_t retrying_ = 0;
  std::uint64_t asked_in_all_ = 0;
  Clock::time_point send_until_;
  LoadResult result_;
};

}  // namespace

LoadResult RunLoad(const LoadOptions& options,
                   const std::function<std::unique_ptr<Script>(std::size_t)>& make_script,
                   std::stop_token stop) {
  return Generator(options, std::move(stop)).Run(make_script);
}

}  // namespace safety::bench
