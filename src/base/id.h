#pragma once

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/bytes.h"

namespace safety::base {

/// A random 128-bit name of one thing of one kind. `Tag` keeps a case from being taken for a
/// report. Says nothing about order or number of things, and is never shown to the public.
template <class Tag>
class Id {
 public:
  static constexpr std::size_t kSize = 16;

  /// All zero: names nothing.
  Id() = default;

  static Id Random() {
    Id id;
    FillRandom(id.bytes_);
    return id;
  }

  /// Takes exactly 16 bytes, as a database holds them.
  static std::optional<Id> FromBytes(ByteView bytes) {
    if (bytes.size() != kSize) {
      return std::nullopt;
    }
    Id id;
    std::ranges::copy(bytes, id.bytes_.begin());
    return id;
  }

  /// Takes exactly 32 hexadecimal digits, as addresses in the workbench carry them.
  static std::optional<Id> FromHex(std::string_view text) {
    const auto bytes = base::FromHex(text);
    return bytes ? FromBytes(*bytes) : std::nullopt;
  }

  [[nodiscard]] ByteView bytes() const { return bytes_; }
  [[nodiscard]] std::string ToHex() const { return base::ToHex(bytes_); }
  auto operator<=>(const Id&) const = default;

 private:
  std::array<std::uint8_t, kSize> bytes_{};
};

using CaseId = Id<struct CaseTag>;
using ReportId = Id<struct ReportTag>;
using EntryId = Id<struct EntryTag>;
using AccountId = Id<struct AccountTag>;

}  // namespace safety::base
