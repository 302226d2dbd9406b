#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"

namespace safety::http {

/// Answers one request, once, from any thread: the response goes back to the connection it came
/// from, or nowhere when that is gone. Dropped unanswered, it answers 500. A second answer is
/// ignored.
class Responder {
 public:
  using Send = std::move_only_function<void(Response)>;
  explicit Responder(Send send) : send_(std::move(send)) {}
  Responder(Responder&& other) noexcept : send_(std::exchange(other.send_, nullptr)) {}
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
  kMalformed,       ///< 400
  kUnknownPath,     ///< 404
  kWrongMethod,     ///< 405
  kTimeout,         ///< 408
  kBodyTooLarge,    ///< 413
  kHeaderTooLarge,  ///< 431
  kFailed,          ///< 500: a handler threw or dropped its responder
};
[[nodiscard]] int StatusOf(Miss miss);

/// Which page answers which path. Built at start, then only read, from any thread. HEAD is answered
/// by the GET page, without its body.
class Router {
 public:
  /// Patterns: "/report/{journey}/{page}". A `{part}` takes one whole segment, never empty. Where
  /// two patterns take the same path, a literal goes before a `{part}`, from the left, whatever the
  /// order they were added in. Aborts on a pattern that is there already.
  void Get(std::string_view pattern, Handler handler);
  void Post(std::string_view pattern, Handler handler);
  /// The page for misses, in plain words. Must not throw. Called from any io thread; the request is
  /// null when there was none to read.
  void OnMiss(std::function<Response(Miss, const Request*)> page);

  /// Answers with the page for the request's path and method, or with the page for the miss. What a
  /// handler throws stops here and makes a 500. Body and cookie are
  /// wiped before this returns.
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

  std::vector<Route> routes_;  ///< the more literal ones first
  std::function<Response(Miss, const Request*)> on_miss_;
};

}  // namespace safety::http
