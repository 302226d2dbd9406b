#include "http/message.h"

#include <algorithm>

#include "base/text.h"
#include "http/percent.h"
#include "http/text_match.h"

namespace safety::http {
namespace {

constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
constexpr std::string_view kTrustedTypesPolicy = "; require-trusted-types-for 'script'";
constexpr std::string_view kNoPermissions =
    "camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), "
    "browsing-topics=()";

}  // namespace

std::string_view Request::PathValue(std::string_view name) const {
  const auto found =
      std::ranges::find(path_values, name, &std::pair<std::string, std::string>::first);
  return found == path_values.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<std::string> Request::QueryValue(std::string_view name) const {
  std::string_view rest = query;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (PercentDecode(pair.substr(0, equals), PlusMeans::kSpace) != name) {
      continue;
    }
    auto value = PercentDecode(pair.substr(std::min(equals + 1, pair.size())), PlusMeans::kSpace);
    if (!value || value->contains('\0') || !base::IsUtf8(*value)) {
      return std::nullopt;
    }
    return value;
  }
  return std::nullopt;
}

Response Response::Html(int status, std::string body, Scripts scripts) {
  std::string policy(kPagePolicy);
  if (scripts == Scripts::kTrustedTypes) {
    policy += kTrustedTypesPolicy;
  }
  Response response;
  response.status = status;
  response.body = std::move(body);
  response.headers.reserve(8);
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("Content-Security-Policy", std::move(policy));
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  response.headers.emplace_back("Permissions-Policy", kNoPermissions);
  return response;
}

Response Response::SeeOther(std::string location) {
  Response response;
  response.status = 303;
  response.content_type.clear();
  response.headers.emplace_back("Location", std::move(location));
  response.headers.emplace_back("Cache-Control", "no-store");
  response.headers.emplace_back("Referrer-Policy", "no-referrer");
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  return response;
}

void Response::SetHeader(std::string name, std::string value) {
  if (!EqualsIgnoringCase(name, "Set-Cookie")) {
    std::erase_if(headers,
                  [&](const auto& header) { return EqualsIgnoringCase(header.first, name); });
  }
  headers.emplace_back(std::move(name), std::move(value));
}

}  // namespace safety::http
