#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safety::datafile {

/// Why a data file was refused, in the words that the operator reads at start.
struct Fault {
  std::string file;    ///< as given to Parse, e.g. "policy/risk.toml"
  std::uint32_t line;  ///< 1-based; 0 when the fault has no place in the file
  std::string key;     ///< dotted, e.g. "rule[3].floor", counted from 1; may be empty
  std::string reason;  ///< what is wrong and what to do

  /// "policy/risk.toml:12: rule[3].floor: must be P1, P2 or P3"
  [[nodiscard]] std::string ToString() const;
};

/// One table of a document, read key by key. A cheap handle: valid while its Document lives.
///
/// Every reader marks its key as known. A reader that meets a missing key, another type or a value
/// out of bounds records a fault at that place and returns a neutral value, so that a loader reads
/// straight on and asks Document::Finish once at the end. The first fault wins.
class Table {
 public:
  /// Required, not empty after trimming, at most `max_bytes`, well-formed UTF-8.
  [[nodiscard]] std::string Text(std::string_view key, std::size_t max_bytes = 4096);
  [[nodiscard]] std::string TextOr(std::string_view key, std::string_view fallback,
                                   std::size_t max_bytes = 4096);
  /// Required, between `min` and `max` inclusive.
  [[nodiscard]] std::int64_t Integer(std::string_view key, std::int64_t min, std::int64_t max);
  [[nodiscard]] std::int64_t IntegerOr(std::string_view key, std::int64_t min, std::int64_t max,
                                       std::int64_t fallback);
  [[nodiscard]] bool BoolOr(std::string_view key, bool fallback);
  /// A TOML local date, as YYYY-MM-DD. Required.
  [[nodiscard]] std::string Date(std::string_view key);
  /// An array of strings; missing is the empty list.
  [[nodiscard]] std::vector<std::string> Texts(std::string_view key);
  /// An array of TOML local dates, as YYYY-MM-DD; missing is the empty list.
  [[nodiscard]] std::vector<std::string> Dates(std::string_view key);
  /// A required sub-table; an empty one is returned with a fault when it is missing.
  [[nodiscard]] Table Sub(std::string_view key);
  [[nodiscard]] std::optional<Table> OptionalSub(std::string_view key);
  /// An array of tables; missing is the empty list.
  [[nodiscard]] std::vector<Table> Tables(std::string_view key);
  /// A required sub-table as JSON text, for a reader that is strict itself; dates become strings.
  [[nodiscard]] std::string Json(std::string_view key);
  /// Every key of this table that holds a table, in the file's order; marks them all as known.
  [[nodiscard]] std::vector<std::pair<std::string, Table>> Entries();

  [[nodiscard]] bool Has(std::string_view key) const;
  /// Where the table starts, 1-based.
  [[nodiscard]] std::uint32_t line() const;
  /// Records a fault at `key` (or at this table, when `key` is empty).
  void Refuse(std::string_view key, std::string_view reason);

 private:
  friend class Document;
  struct Node;
  explicit Table(std::shared_ptr<Node> node) : node_(std::move(node)) {}
  std::shared_ptr<Node> node_;
};

/// A TOML file, read strictly: a key that nobody asked for is a fault.
class Document {
 public:
  /// Parses `text`. A syntax fault is kept for Finish; until then the document reads as empty.
  [[nodiscard]] static Document Parse(std::string_view text, std::string file);

  [[nodiscard]] Table root();

  /// The first fault by what happened: syntax, then refusals in reading order, then unknown keys.
  [[nodiscard]] std::expected<void, Fault> Finish();

 private:
  friend class Table;
  struct State;
  explicit Document(std::shared_ptr<State> state) : state_(std::move(state)) {}
  std::shared_ptr<State> state_;
};

}  // namespace safety::datafile
