#include "http/loop.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "http/session.h"

namespace safety::http {
namespace {

using namespace std::chrono_literals;

/// How long to leave an acceptor alone that can take no more.
constexpr auto kPause = 50ms;

/// Out of descriptors or memory: trying again at once would only spin.
bool IsExhaustion(const error_code& ec) {
  return ec == asio::error::no_descriptors || ec == asio::error::no_memory ||
         ec == asio::error::no_buffer_space ||
         ec == boost::system::errc::too_many_files_open_in_system;
}

/// Fine enough for every deadline, and cheap when nothing happens.
SteadyClock::duration TickOf(const Limits& limits) {
  const auto shortest =
      std::min({limits.request_deadline, limits.idle_deadline, limits.stop_deadline});
  return std::clamp<SteadyClock::duration>(shortest / 8, 5ms, 500ms);
}

}  // namespace

Loop::Loop(const Limits& limits, std::shared_ptr<std::atomic<std::size_t>> connections)
    : limits_(limits), connections_(std::move(connections)) {}

void Loop::AddListener(Acceptor acceptor, const Router& router) {
  listeners_.push_back(std::make_unique<Listener>(std::move(acceptor), &router));
}

void Loop::Run() {
  asio::co_spawn(executor(), Watch(), asio::detached);
  for (const auto& listener : listeners_) {
    asio::co_spawn(executor(), Accept(listener.get()), asio::detached);
  }
  io_.run();
  {
    const std::lock_guard lock(post_mutex_);
    closed_ = true;
  }
  // What was posted while the end came would keep this loop alive from inside itself.
  io_.restart();
  io_.poll();
}

void Loop::BeginStop() {
  if (std::exchange(stopping_, true)) {
    return;
  }
  stop_by_ = SteadyClock::now() + limits_.stop_deadline;
  for (Session* session : sessions_) {
    session->CloseIfIdle();
  }
  for (const auto& listener : listeners_) {
    TakeQueued(*listener);
    error_code ignored;
    listener->acceptor.close(ignored);
    listener->pause.cancel();
  }
  tick_.cancel();
}

Loop::Sessions::iterator Loop::Enlist(Session* session) {
  ++*connections_;
  return sessions_.insert(sessions_.end(), session);
}

void Loop::Dismiss(Sessions::iterator place) {
  --*connections_;
  sessions_.erase(place);
  if (stopping_) {
    tick_.cancel();
  }
}

Task<> Loop::Accept(Listener* listener) {
  while (!stopping_) {
    if (IsFull()) {
      CloseOneIdle();
      listener->pause.expires_after(kPause);
      co_await listener->pause.async_wait(kAwait);
      continue;
    }
    Socket socket(executor());
    const auto [ec] = co_await listener->acceptor.async_accept(socket, kAwait);
    if (!ec) {
      Start(std::move(socket), listener->router);
    } else if (IsExhaustion(ec)) {
      CloseOneIdle();
      listener->pause.expires_after(kPause);
      co_await listener->pause.async_wait(kAwait);
    }
  }
}

Task<> Loop::Watch() {
  const auto interval = TickOf(limits_);
  while (!stopping_ || !sessions_.empty()) {
    tick_.expires_after(interval);
    co_await tick_.async_wait(kAwait);
    const auto now = SteadyClock::now();
    const bool cut_off = stopping_ && now >= stop_by_;
    for (Session* session : sessions_) {
      if (cut_off) {
        session->CutOff();
      } else {
        session->CheckDeadline(now);
      }
    }
  }
}

void Loop::Start(Socket socket, const Router* router) {
  auto session = std::make_unique<Session>(shared_from_this(), std::move(socket), router);
  asio::co_spawn(executor(), Session::Serve(std::move(session)), asio::detached);
}

void Loop::TakeQueued(Listener& listener) {
  error_code ec;
  listener.acceptor.non_blocking(true, ec);
  while (!ec && !IsFull()) {
    Socket socket(executor());
    listener.acceptor.accept(socket, ec);
    if (!ec) {
      Start(std::move(socket), listener.router);
    }
  }
}

void Loop::CloseOneIdle() {
  const auto idle =
      std::ranges::find_if(sessions_, [](Session* session) { return session->is_idle(); });
  if (idle != sessions_.end()) {
    (*idle)->CloseIfIdle();
  }
}

}  // namespace safety::http
