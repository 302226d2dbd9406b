#pragma once

#include "http/router.h"
#include "site/services.h"

namespace safety::site {

/// The end of a report: check your answers, send, the confirmation, another report.
class Sending {
 public:
  /// `services` outlives it.
  explicit Sending(const Services& services) : services_(services) {}
  /// `this` outlives the router.
  void AddTo(http::Router& router) const;

 private:
  [[nodiscard]] http::Response ShowCheck(const http::Request& request) const;
  /// Answers only after the sealed report is durable. Sent twice, it is one report.
  void Send(const http::Request& request, http::Responder respond) const;
  /// For as long as the visitor has their cookie: it survives a reload and a bookmark.
  [[nodiscard]] http::Response ShowSent(const http::Request& request) const;
  /// Forgets the visitor, so that the next report is a new one.
  [[nodiscard]] http::Response StartAnother(const http::Request& request) const;

  const Services& services_;
};

}  // namespace safety::site
