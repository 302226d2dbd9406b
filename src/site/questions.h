#pragma once

#include "http/router.h"
#include "site/services.h"

namespace safety::site {

/// The pages of a journey: beginning one, showing a page, taking its answers, removing an item.
class Questions {
 public:
  /// `services` outlives it.
  explicit Questions(const Services& services) : services_(services) {}
  /// `this` outlives the router.
  void AddTo(http::Router& router) const;

 private:
  /// Gives the visitor their cookie, or leads them to where they were.
  [[nodiscard]] http::Response Begin(const http::Request& request) const;
  [[nodiscard]] http::Response Show(const http::Request& request) const;
  void Take(const http::Request& request, http::Responder respond) const;
  void Remove(const http::Request& request, http::Responder respond) const;

  const Services& services_;
};

}  // namespace safety::site
