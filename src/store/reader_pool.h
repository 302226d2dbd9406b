#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "store/connection.h"

namespace safety::store {

/// Read-only connections, lent to one thread at a time. As many are open as threads have ever read
/// at once; one that met an error is closed, so that the next read starts afresh.
class ReaderPool {
 public:
  /// Gives null when the database cannot be opened just now.
  using Opener = std::move_only_function<std::unique_ptr<Connection>()>;

  explicit ReaderPool(Opener open) : open_(std::move(open)) {}

  /// Gives `read` a connection and returns what it returns; nothing when the database failed.
  template <class Read>
  auto With(Read read) -> std::optional<decltype(read(std::declval<Connection&>()))> {
    std::unique_ptr<Connection> connection = Take();
    if (connection == nullptr) {
      return std::nullopt;
    }
    auto result = read(*connection);
    if (connection->error()) {
      return std::nullopt;
    }
    GiveBack(std::move(connection));
    return result;
  }

 private:
  std::unique_ptr<Connection> Take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
      return open_();
    }
    std::unique_ptr<Connection> connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
  }

  void GiveBack(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
  }

  std::mutex mutex_;
  Opener open_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

}  // namespace safety::store
