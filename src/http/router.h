#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace safety::http {

/// Answers one request, once, from any thread: the response goes back to the connection it came
/// from. Dropped unanswered, it answers 500.
class Responder {
 public:
  using Send = std::move_only_function<void(Response)>;
  explicit Responder(Send send) : send_(std::move(send)) {}
  Responder(Responder&&) noexcept = default;
  Responder& operator=(Responder&&) = delete;
  ~Responder();
  void operator()(Response response);

 private:
  Send send_;
};

/// A page. Quick: it runs on an io thread, which waits for nothing. What must wait (a commit, a
/// passphrase) takes the responder along and answers later.
using Handler = std::function<void(const Request&, Responder)>;

/// Why a request has no page.
enum class Miss {
  kMalformed,         ///< 400
  kUnknownPath,       ///< 404
  kWrongMethod,       ///< 405
  kTimeout,           ///< 408
  kBodyTooLarge,      ///< 413
  kHeaderTooLarge,    ///< 431
  kFailed,            ///< 500: a handler threw or dropped its responder
};
[[nodiscard]] int StatusOf(Miss miss);

/// Which page answers which path. Built at start, then only read, from any thread. HEAD is answered
/// by the GET page, without its body.
class Router {
 public:
  /// Patterns: "/report/{journey}/{page}". A `{part}` takes one whole segment, never empty.
  void Get(std::string_view pattern, Handler handler);
  void Post(std::string_view pattern, Handler handler);
  /// The page for misses, in plain words. Must not throw.
  void OnMiss(std::function<Response(Miss, const Request*)> page);

  void Dispatch(Request request, Responder respond) const;
  [[nodiscard]] Response MissPage(Miss miss, const Request* request) const;
  /// "GET /report/{journey}/{page}", sorted: for tests that hold every route to something.
  [[nodiscard]] std::vector<std::string> Routes() const;

 private:
  struct Route {
    Method method;
    std::string pattern;
    std::vector<std::string> parts;
    Handler handler;
  };
  void Add(Method method, std::string_view pattern, Handler handler);

  std::vector<Route> routes_;
  std::function<Response(Miss, const Request*)> on_miss_;
};

}  // namespace safety::http
