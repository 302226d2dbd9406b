#pragma once

#include "http/router.h"
#include "site/services.h"

namespace safety::site {

/// Leaving fast: /exit, by link, by button and by keyboard, with and without script.
class Leaving {
 public:
  /// `services` outlives it.
  explicit Leaving(const Services& services) : services_(services) {}
  /// `this` outlives the router.
  void AddTo(http::Router& router) const;

 private:
  /// Erases the draft, deletes the cookie that alone opens it, and sends the browser to a page that
  /// anybody may be looking at. Waits for nothing.
  [[nodiscard]] http::Response Leave(const http::Request& request) const;

  const Services& services_;
};

}  // namespace safety::site
