#include "http/server.h"

#include <sys/socket.h>

#include <atomic>
#include <boost/asio/detail/socket_option.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <optional>
#include <thread>
#include <vector>

#include "base/check.h"
#include "http/asio.h"
#include "http/loop.h"

namespace safety::http {
namespace {

using ReusePort = asio::detail::socket_option::boolean<SOL_SOCKET, SO_REUSEPORT>;

std::string WhyNot(const error_code& ec) {
  if (ec == asio::error::address_in_use) {
    return "address in use";
  }
  if (ec == asio::error::access_denied) {
    return "permission denied";
  }
  if (ec == boost::system::errc::address_not_available) {
    return "no such address on this machine";
  }
  return ec.message();
}

/// The first acceptor of an address binds alone, so that a second process is refused instead of
/// taking half of the connections; then it lets its siblings in.
enum class Sharing { kFirst, kSibling };

error_code Open(Acceptor& acceptor, const Tcp::endpoint& at, Sharing sharing) {
  error_code ec;
  const auto step = [&ec](auto&& action) {
    if (!ec) {
      action();
    }
  };
  step([&] { acceptor.open(at.protocol(), ec); });
  step([&] { acceptor.set_option(Acceptor::reuse_address(true), ec); });
  if (at.address().is_v6()) {
    step([&] { acceptor.set_option(asio::ip::v6_only(true), ec); });
  }
  if (sharing == Sharing::kSibling) {
    step([&] { acceptor.set_option(ReusePort(true), ec); });
  }
  step([&] { acceptor.bind(at, ec); });
  step([&] { acceptor.listen(Acceptor::max_listen_connections, ec); });
  if (sharing == Sharing::kFirst) {
    step([&] { acceptor.set_option(ReusePort(true), ec); });
  }
  return ec;
}

}  // namespace

class Server::Impl {
 public:
  Impl(std::size_t threads, const Limits& limits) {
    base::Check(threads > 0, "a server has a thread");
    const auto connections = std::make_shared<std::atomic<std::size_t>>(0);
    for (std::size_t i = 0; i < threads; ++i) {
      loops_.push_back(std::make_shared<Loop>(limits, connections));
    }
  }

  std::expected<Endpoint, std::string> Listen(const Endpoint& endpoint, const Router& router) {
    WaitForSignals();
    error_code ec;
    Tcp::endpoint at(asio::ip::make_address(endpoint.address, ec), endpoint.port);
    std::vector<Acceptor> acceptors;
    for (const auto& loop : loops_) {
      if (!ec) {
        acceptors.emplace_back(loop->executor());
        const Sharing sharing = acceptors.size() == 1 ? Sharing::kFirst : Sharing::kSibling;
        ec = Open(acceptors.back(), at, sharing);
      }
      if (!ec) {
        at = acceptors.back().local_endpoint(ec);
      }
    }
    if (ec) {
      return std::unexpected(endpoint.ToString() + ": " + WhyNot(ec));
    }
    for (std::size_t i = 0; i < loops_.size(); ++i) {
      loops_[i]->AddListener(std::move(acceptors[i]), router);
    }
    return Endpoint{.address = endpoint.address, .port = at.port()};
  }

  void Run() {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < loops_.size(); ++i) {
      threads.emplace_back([loop = loops_[i]] { loop->Run(); });
    }
    loops_.front()->Run();
  }

  void Stop() {
    for (const auto& loop : loops_) {
      loop->Post([loop = loop.get()] { loop->BeginStop(); });
    }
    // From here on another signal ends the process.
    loops_.front()->Post([this] { signals_.reset(); });
  }

 private:
  /// Before anybody can connect: what has queued is served even if the signal comes first.
  void WaitForSignals() {
    if (signals_) {
      return;
    }
    signals_.emplace(loops_.front()->executor(), SIGINT, SIGTERM);
    signals_->async_wait([this](const error_code& ec, int) {
      if (!ec) {
        Stop();
      }
    });
  }

  std::vector<std::shared_ptr<Loop>> loops_;
  std::optional<asio::basic_signal_set<Executor>> signals_;
};

Server::Server(std::size_t threads, Limits limits)
    : impl_(std::make_unique<Impl>(threads, limits)) {}

Server::~Server() = default;

std::expected<Endpoint, std::string> Server::Listen(const Endpoint& endpoint,
                                                    const Router& router) {
  return impl_->Listen(endpoint, router);
}

void Server::Run() { impl_->Run(); }

void Server::Stop() { impl_->Stop(); }

}  // namespace safety::http
