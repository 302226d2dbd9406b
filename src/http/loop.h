#pragma once

#include <atomic>
#include <boost/asio/post.hpp>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "http/asio.h"
#include "http/router.h"
#include "http/server.h"

namespace safety::http {

class Session;

/// One io thread's world: its io context, its acceptors, its sessions, and the clock that ends the
/// slow ones. Everything but Post belongs to the thread that is inside Run.
///
/// Shared with whoever still holds a responder, so that a late answer finds something to be dropped
/// into.
class Loop : public std::enable_shared_from_this<Loop> {
 public:
  /// `connections` counts those of all loops.
  Loop(const Limits& limits, std::shared_ptr<std::atomic<std::size_t>> connections);
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop() = default;

  /// Before Run. `router` outlives it.
  void AddListener(Acceptor acceptor, const Router& router);
  /// Returns when stopped and everything in flight is finished or cut off. Once.
  void Run();
  /// Takes what queues at the acceptors, closes them and the idle sessions; the other sessions end
  /// with their response.
  void BeginStop();

  /// Runs `work` on the loop's thread. From any thread; after the end `work` is dropped.
  template <class Work>
  void Post(Work work) {
    const std::lock_guard lock(post_mutex_);
    if (!closed_) {
      asio::post(io_, std::move(work));
    }
  }

  [[nodiscard]] Executor executor() { return io_.get_executor(); }
  [[nodiscard]] asio::io_context& io() { return io_; }
  [[nodiscard]] const Limits& limits() const { return limits_; }
  [[nodiscard]] bool stopping() const { return stopping_; }

  using Sessions = std::list<Session*>;
  /// A session says that it lives, and for how long it did.
  [[nodiscard]] Sessions::iterator Enlist(Session* session);
  void Dismiss(Sessions::iterator place);

 private:
  struct Listener {
    Listener(Acceptor acceptor_in, const Router* router_in)
        : acceptor(std::move(acceptor_in)), pause(acceptor.get_executor()), router(router_in) {}
    Acceptor acceptor;
    Timer pause;
    const Router* router;
  };

  Task<> Accept(Listener* listener);
  Task<> Watch();
  void Start(Socket socket, const Router* router);
  void TakeQueued(Listener& listener);
  [[nodiscard]] bool IsFull() const { return *connections_ >= limits_.max_connections; }
  void CloseOneIdle();

  const Limits limits_;
  const std::shared_ptr<std::atomic<std::size_t>> connections_;
  bool stopping_ = false;
  SteadyClock::time_point stop_by_;
  Sessions sessions_;
  std::mutex post_mutex_;
  bool closed_ = false;
  // After the rest, so that what still waits in it dies while the rest is there.
  asio::io_context io_{1};
  Timer tick_{io_.get_executor()};
  std::vector<std::unique_ptr<Listener>> listeners_;
};

}  // namespace safety::http
