#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"
#include "http/router.h"

namespace safety::http {

/// What stands in `text` between `start` and the next `end`; "" without `start`.
[[nodiscard]] std::string Between(std::string_view text, std::string_view start,
                                  std::string_view end);

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

/// A browser without sockets: keeps cookies, finds the hidden token of the page it is
/// on, and waits for answers that come from other threads.
class Browser {
 public:
  explicit Browser(const Router& router) : router_(router) {}

  Seen Get(std::string_view address);
  /// Get, and on through redirects.
  Seen Visit(std::string_view address);
  /// With the token of the last page that had one.
  Seen Post(std::string_view address, FormFields fields = {});
  /// As it is: for forged and broken forms.
  Seen PostRaw(std::string_view address, std::string body);
  /// Post, and on through redirects.
  Seen Submit(std::string_view address, FormFields fields = {});
  /// Any request, with this browser's cookies.
  Seen Send(Request request);

  /// As they are sent: "name=value; name=value", or "".
  [[nodiscard]] std::string cookie() const;
  /// Replaces all of them, with whatever it is.
  void SetCookie(std::string_view cookies);
  [[nodiscard]] const std::string& token() const { return token_; }
  void SetToken(std::string token) { token_ = std::move(token); }

 private:
  Seen FollowFrom(Seen seen);
  void Keep(std::string_view set_cookie);

  const Router& router_;
  std::vector<std::string> cookies_;  ///< "name=value"
  std::string token_;
};

/// As a form is sent.
[[nodiscard]] std::string Encode(const FormFields& fields);

}  // namespace safety::http
