#pragma once

#include <string_view>

#include "http/message.h"

namespace safety::http {

/// The compressed encodings that a client takes.
struct AcceptedEncodings {
  bool brotli = false;
  bool gzip = false;
  bool operator==(const AcceptedEncodings&) const = default;
};

/// Reads an Accept-Encoding header. `q=0` refuses, `*` speaks for what is not named; what cannot be
/// read counts as refused, because identity always works.
[[nodiscard]] AcceptedEncodings ParseAcceptEncoding(std::string_view header);

/// The smallest bytes of `wire` that the client takes.
[[nodiscard]] const std::string& ChooseBytes(const WireResponse& wire, AcceptedEncodings accepted);

}  // namespace safety::http
