#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include "http/message.h"

namespace safety::http {

/// Reads one HTTP/1.0 or 1.1 request from bytes as they come. Keeps only the headers that Request
/// has a place for: the rest, with who the visitor is and what they use, is never copied.
///
/// Refused as malformed beyond what the grammar says: a transfer coding other than `chunked`, no
/// Host in HTTP/1.1, and a second Host, Content-Type, Origin or Sec-Fetch-Site. One thread at a
/// time.
class RequestParser {
 public:
  /// `header_bytes` bounds the request line with all headers, `body_bytes` the body as decoded.
  RequestParser(std::size_t header_bytes, std::size_t body_bytes);
  RequestParser(const RequestParser&) = delete;
  RequestParser& operator=(const RequestParser&) = delete;
  ~RequestParser();

  enum class State { kNeedsMore, kDone, kMalformed, kHeaderTooLarge, kBodyTooLarge };
  struct Result {
    State state = State::kNeedsMore;
    std::size_t taken = 0;  ///< bytes of the input that need not be given again
  };
  /// `bytes` starts with what the last call did not take. Not called again after another state than
  /// kNeedsMore. Bytes past the end of the request are not taken.
  [[nodiscard]] Result Feed(std::string_view bytes);

  /// True once, when the headers are there, the body is not, and the client waits for
  /// "100 Continue" before it sends it.
  [[nodiscard]] bool TakeContinue();

  /// Whether the client wants to keep the connection. Only after kDone.
  [[nodiscard]] bool keep_alive() const;
  /// The request line's address as it was sent, still encoded. Only after kDone.
  [[nodiscard]] std::string_view target() const;
  /// The request with everything but path, query and path values. Only after kDone; may be moved
  /// from.
  [[nodiscard]] Request& request();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace safety::http
