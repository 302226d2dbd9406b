#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"
#include "http/router.h"

namespace safety::site {

/// What a test sees of a response.
struct Seen {
  int status = 0;
  std::string address;   ///< what was asked for
  std::string location;  ///< of a redirect
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;

  [[nodiscard]] std::string Header(std::string_view name) const;
  [[nodiscard]] bool Says(std::string_view text) const { return body.contains(text); }
  /// The text of the first <h1>, without tags.
  [[nodiscard]] std::string Heading() const;
  [[nodiscard]] std::string Title() const;
};

using FormFields = std::vector<std::pair<std::string, std::string>>;

/// A browser without sockets: keeps the visitor's cookie, finds the hidden token of the page it is
/// on, and waits for answers that come from other threads.
class Browser {
 public:
  explicit Browser(const http::Router& router) : router_(router) {}

  Seen Get(std::string_view address);
  /// Get, and on through redirects.
  Seen Visit(std::string_view address);
  /// With the token of the last page that had one.
  Seen Post(std::string_view address, FormFields fields = {});
  /// As it is: for forged and broken forms.
  Seen PostRaw(std::string_view address, std::string body);
  /// Post, and on through redirects.
  Seen Submit(std::string_view address, FormFields fields = {});
  /// Any request, with this browser's cookie.
  Seen Send(http::Request request);

  [[nodiscard]] const std::string& cookie() const { return cookie_; }
  void SetCookie(std::string cookie) { cookie_ = std::move(cookie); }
  [[nodiscard]] const std::string& token() const { return token_; }
  void SetToken(std::string token) { token_ = std::move(token); }

 private:
  Seen FollowFrom(Seen seen);

  const http::Router& router_;
  std::string cookie_;  ///< "name=value", or empty
  std::string token_;
};

/// As a form is sent.
[[nodiscard]] std::string Encode(const FormFields& fields);

}  // namespace safety::site
