#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safety::http {

enum class Method { kGet, kHead, kPost, kOther };

/// One request as the pages see it: parsed, bounded, and with nothing in it that says who asked
/// (no address, no user agent).
struct Request {
  Method method = Method::kGet;
  std::string path;   ///< percent-decoded, well-formed UTF-8, starts with '/'
  std::string query;  ///< raw, without '?'
  std::string cookie;
  std::string content_type;
  std::string accept_encoding;
  std::string accept_language;
  std::string host;
  std::string origin;
  std::string sec_fetch_site;
  std::string body;

  /// The values of a pattern's `{name}` parts, filled in by the router.
  std::vector<std::pair<std::string, std::string>> path_values;
  /// The value of path part `name`, or "".
  [[nodiscard]] std::string_view PathValue(std::string_view name) const;
  /// The first value of query parameter `name`, decoded; nothing when absent or malformed.
  [[nodiscard]] std::optional<std::string> QueryValue(std::string_view name) const;
};

/// A whole response in wire bytes, made once and shared: head and body, per encoding.
struct WireResponse {
  std::string identity;
  std::string brotli;  ///< empty: only identity
  std::string gzip;
};

/// What the content policy of a page lets its scripts do. Both allow our own script files only.
enum class Scripts {
  kTrustedTypes,  ///< and no text may become markup, not even through them: the public site
  kOwnFiles,      ///< for component libraries that set innerHTML: the workbench
};

/// One response. Either `wire` is set and everything else ignored, or it is made of the parts.
///
/// A 400, 404, 405 or 500 with an empty body goes out as the router's page for that miss.
struct Response {
  int status = 200;
  std::string content_type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<const WireResponse> wire;

  /// Page with these headers: no-store, nosniff, no-referrer, the site's content policy, and no
  /// power over the browser's devices or other windows.
  static Response Html(int status, std::string body, Scripts scripts = Scripts::kTrustedTypes);
  /// 303, so that a reload does not send a form again.
  static Response SeeOther(std::string location);
  /// Replaces a header of that name, Set-Cookie apart, of which each is kept. Whatever `value`
  /// holds stays inside its line: control characters and bytes outside ASCII go out
  /// percent-encoded. Content-Length, Transfer-Encoding and Connection are the server's own and are
  /// left out.
  void SetHeader(std::string name, std::string value);
};

/// Makes complete wire bytes of `response`, in identity, brotli and gzip, for pages and files that
/// are the same for everybody. Slow: at start only.
[[nodiscard]] std::shared_ptr<const WireResponse> Precompress(const Response& response);

}  // namespace safety::http
