#include "http/wire.h"

#include <algorithm>
#include <array>
#include <memory>

#include "http/percent.h"
#include "http/text_match.h"

namespace safety::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";

std::string_view ReasonOf(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 204:
      return "No Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "";
  }
}

bool HasNoBody(int status) { return status < 200 || status == 204 || status == 304; }

bool IsTokenCharacter(char c) {
  return c > 0x20 && c < 0x7f && !std::string_view("\"(),/:;<=>?@[\\]{}").contains(c);
}

bool IsServersOwn(std::string_view name) {
  constexpr std::array<std::string_view, 3> kOwn = {"content-length", "transfer-encoding",
                                                    "connection"};
  return std::ranges::any_of(kOwn, [name](auto own) { return EqualsIgnoringCase(name, own); });
}

void AppendHeader(std::string& out, std::string_view name, std::string_view value) {
  out.append(name).append(": ");
  AppendHeaderValue(out, value);
  out.append(kLineEnd);
}

std::string WireBytes(const Response& head, std::string_view encoding, std::string_view body) {
  Response encoded = head;
  if (!encoding.empty()) {
    encoded.SetHeader("Content-Encoding", std::string(encoding));
  }
  std::string out;
  AppendHead(out, encoded, body.size());
  out.append(body);
  return out;
}

}  // namespace

void AppendHead(std::string& out, const Response& response, std::size_t body_bytes) {
  out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  out.append(ReasonOf(response.status)).append(kLineEnd);
  if (!response.content_type.empty()) {
    AppendHeader(out, "Content-Type", response.content_type);
  }
  for (const auto& [name, value] : response.headers) {
    if (!name.empty() && std::ranges::all_of(name, IsTokenCharacter) && !IsServersOwn(name)) {
      AppendHeader(out, name, value);
    }
  }
  if (!HasNoBody(response.status)) {
    AppendHeader(out, "Content-Length", std::to_string(body_bytes));
  }
  out.append(kLineEnd);
}

std::shared_ptr<const WireResponse> MakeWire(const Response& head, std::string_view identity,
                                             std::string_view brotli, std::string_view gzip) {
  const auto helps = [identity](std::string_view compressed) {
    return !compressed.empty() && compressed.size() < identity.size();
  };
  auto wire = std::make_shared<WireResponse>();
  Response varying = head;
  if (helps(brotli) || helps(gzip)) {
    varying.SetHeader("Vary", "Accept-Encoding");
  }
  wire->identity = WireBytes(varying, "", identity);
  if (helps(brotli)) {
    wire->brotli = WireBytes(varying, "br", brotli);
  }
  if (helps(gzip)) {
    wire->gzip = WireBytes(varying, "gzip", gzip);
  }
  return wire;
}

WireParts SplitWire(std::string_view bytes) {
  const std::size_t line = std::min(bytes.find(kLineEnd), bytes.size() - kLineEnd.size()) + 2;
  const std::size_t head = std::min(bytes.find("\r\n\r\n"), bytes.size() - 4) + 4;
  return {.status_line = bytes.substr(0, line),
          .headers = bytes.substr(line, head - line),
          .body = bytes.substr(head)};
}

}  // namespace safety::http
