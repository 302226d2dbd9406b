#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace safety::http {

/// The value of cookie `name` in a Cookie header; nothing when absent, given twice or malformed.
[[nodiscard]] std::optional<std::string> FindCookie(std::string_view header, std::string_view name);

/// A Set-Cookie value: Secure, HttpOnly, SameSite=Strict, Path=/. `name` starts with "__Host-".
[[nodiscard]] std::string SetCookie(std::string_view name, std::string_view value,
                                    std::chrono::seconds max_age);
/// A Set-Cookie value that deletes it.
[[nodiscard]] std::string DeleteCookie(std::string_view name);

}  // namespace safety::http
