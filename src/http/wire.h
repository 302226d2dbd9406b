#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "http/message.h"

namespace safety::http {

/// Appends status line and headers of `response`, with the empty line that ends them, for a body of
/// `body_bytes`. Nothing in `response` can end a line or add one.
void AppendHead(std::string& out, const Response& response, std::size_t body_bytes);

/// A head as complete wire bytes with the given bodies; an empty compressed body, or one that is no
/// smaller, is left out.
[[nodiscard]] std::shared_ptr<const WireResponse> MakeWire(const Response& head,
                                                           std::string_view identity,
                                                           std::string_view brotli,
                                                           std::string_view gzip);

/// The pieces of complete wire bytes: a Connection header goes between the first two, and HEAD
/// leaves the last one out.
struct WireParts {
  std::string_view status_line;  ///< with its CR LF
  std::string_view headers;      ///< with the empty line
  std::string_view body;
};
[[nodiscard]] WireParts SplitWire(std::string_view bytes);

}  // namespace safety::http
