#include <arpa/inet.h>
#include <netinet/in.h>

#include <charconv>
#include <optional>

#include "http/server.h"

namespace safety::http {
namespace {

std::optional<std::uint16_t> ParsePort(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, ec] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (text.empty() || ec != std::errc{} || end != text.data() + text.size()) {
    return std::nullopt;
  }
  return port;
}

bool IsAddress(int family, const std::string& text) {
  in6_addr parsed{};
  return inet_pton(family, text.c_str(), &parsed) == 1;
}

}  // namespace

std::expected<Endpoint, std::string> Endpoint::Parse(std::string_view text) {
  const auto refuse = [text] {
    return std::unexpected(std::string(text) +
                           ": not an address and port, as in 127.0.0.1:8080 or [::1]:8080");
  };
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos || text.contains('\0')) {
    return refuse();
  }
  const auto port = ParsePort(text.substr(colon + 1));
  std::string_view address = text.substr(0, colon);
  const bool bracketed = address.starts_with('[') && address.ends_with(']');
  if (bracketed) {
    address = address.substr(1, address.size() - 2);
  }
  Endpoint endpoint{.address = std::string(address), .port = port.value_or(0)};
  if (!port || !IsAddress(bracketed ? AF_INET6 : AF_INET, endpoint.address)) {
    return refuse();
  }
  return endpoint;
}

std::string Endpoint::ToString() const {
  const std::string shown = address.contains(':') ? "[" + address + "]" : address;
  return shown + ":" + std::to_string(port);
}

}  // namespace safety::http
