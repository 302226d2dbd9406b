#pragma once

#include <toml++/toml.h>

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "datafile/document.h"

// What stands behind Document and Table. Only this room knows toml++.

namespace safety::datafile {

[[nodiscard]] inline std::uint32_t LineOf(const toml::source_region& source) {
  return static_cast<std::uint32_t>(source.begin.line);
}

struct Document::State {
  std::string file;
  toml::table root;
  const toml::table nothing;  ///< what a table that is missing reads as
  std::optional<Fault> syntax;
  std::optional<Fault> refusal;
  /// Where a required key was missing: an unknown key close to it says more than "is missing".
  const Table::Node* missing_in = nullptr;
  std::string missing_key;
  /// One node a table, so that all handles to it share what is known.
  std::map<const toml::table*, std::shared_ptr<Table::Node>> nodes;

  /// The first key in the file that nobody asked for.
  [[nodiscard]] std::optional<Fault> UnknownKey() const;
};

struct Table::Node {
  Document::State& state;
  const toml::table& table;
  std::string path;
  std::uint32_t line;
  std::set<std::string, std::less<>> known{};

  /// Marks `key` as known; nullptr when it is missing.
  const toml::node* Ask(std::string_view key);
  /// The array at `key`; nullptr when it is missing or, refused for `reason`, no array.
  const toml::array* Array(std::string_view key, const char* reason);
  [[nodiscard]] std::shared_ptr<Node> Child(const toml::table& child, std::string child_path);

  void RefuseAt(std::uint32_t at, std::string key, std::string_view reason) const;
  void RefuseKey(std::string_view key, std::string_view reason) const;
  void RefuseMissing(std::string_view key) const;

  /// The dotted name of a key of this table, and of an element of its array.
  [[nodiscard]] std::string NameOf(std::string_view key) const;
  [[nodiscard]] std::string NameOf(std::string_view key, std::size_t index) const;

  /// A key that holds no known name, and where it stands. Ordered by place.
  struct Unknown {
    std::uint32_t line;
    std::uint32_t column;
    std::string key;
    auto operator<=>(const Unknown&) const = default;
  };
  [[nodiscard]] std::optional<Unknown> FirstUnknown() const;
};

}  // namespace safety::datafile
