#include "datafile/document.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "datafile/near_miss.h"

namespace safety::datafile {
namespace {

constexpr std::size_t kMaxListedText = 4096;

std::uint32_t LineOf(const toml::source_region& source) {
  return static_cast<std::uint32_t>(source.begin.line);
}

bool IsBareKey(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

std::string Join(std::string_view path, std::string_view key) {
  std::string joined(path);
  if (!joined.empty()) {
    joined += '.';
  }
  return joined += IsBareKey(key) ? std::string(key) : '"' + std::string(key) + '"';
}

std::string DateText(const toml::date& date) {
  const auto two = [](unsigned value) { return (value < 10 ? "-0" : "-") + std::to_string(value); };
  std::string year = std::to_string(date.year);
  year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
  return year + two(date.month) + two(date.day);
}

/// What is wrong with a text, or nullptr.
const char* TextTrouble(std::string_view text, std::size_t max_bytes, bool may_be_empty) {
  if (!may_be_empty && base::Trim(text).empty()) {
    return "must not be empty";
  }
  if (text.size() > max_bytes) {
    return "is too long";
  }
  if (!base::IsUtf8(text) || base::HasControlCharacter(text)) {
    return "must not hold control characters";
  }
  return nullptr;
}

}  // namespace

std::string Fault::ToString() const {
  std::string text = file;
  if (line > 0) {
    text += ':' + std::to_string(line);
  }
  text += ": ";
  if (!key.empty()) {
    text += key + ": ";
  }
  return text + reason;
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

  [[nodiscard]] std::optional<Fault> UnknownKey() const;
};

struct Table::Node {
  Document::State& state;
  const toml::table& table;
  std::string path;
  std::uint32_t line;
  std::set<std::string, std::less<>> known{};

  /// Marks `key` as known; nullptr when it is missing.
  const toml::node* Ask(std::string_view key) {
    known.emplace(key);
    return table.get(key);
  }

  void RefuseAt(std::uint32_t at, std::string key, std::string_view reason) const {
    if (!state.refusal) {
      state.refusal = Fault{state.file, at, std::move(key), std::string(reason)};
    }
  }

  void RefuseKey(std::string_view key, std::string_view reason) const {
    const auto found = table.find(key);
    RefuseAt(found == table.end() ? line : LineOf(found->first.source()), Join(path, key), reason);
  }

  void RefuseMissing(std::string_view key) const {
    if (!state.refusal) {
      state.missing_in = this;
      state.missing_key = key;
      RefuseKey(key, "is missing");
    }
  }

  /// The elements of the array at `key`; none when it is missing or no array.
  const toml::array* Array(std::string_view key, const char* reason) {
    const toml::node* node = Ask(key);
    if (node != nullptr && node->as_array() == nullptr) {
      RefuseKey(key, reason);
    }
    return node == nullptr ? nullptr : node->as_array();
  }

  [[nodiscard]] std::string Element(std::string_view key, std::size_t index) const {
    return Join(path, key) + '[' + std::to_string(index + 1) + ']';
  }

  [[nodiscard]] std::shared_ptr<Node> Child(const toml::table& child, std::string child_path) {
    auto& node = state.nodes[&child];
    if (node == nullptr) {
      node = std::make_shared<Node>(state, child, std::move(child_path), LineOf(child.source()));
    }
    return node;
  }

  /// The first key in the file that holds no known name.
  [[nodiscard]] std::optional<std::pair<std::uint32_t, std::string>> FirstUnknown() const {
    std::optional<std::pair<std::uint32_t, std::string>> first;
    for (const auto& [key, value] : table) {
      const std::uint32_t at = LineOf(key.source());
      if (!known.contains(key.str()) && (!first || at < first->first)) {
        first.emplace(at, key.str());
      }
    }
    return first;
  }
};

std::optional<Fault> Document::State::UnknownKey() const {
  std::optional<Fault> fault;
  for (const auto& [table, node] : nodes) {
    const auto unknown = node->FirstUnknown();
    if (unknown && (!fault || unknown->first < fault->line)) {
      const std::string near = NearMiss(unknown->second, node->known);
      fault =
          Fault{file, unknown->first, Join(node->path, unknown->second),
                near.empty() ? "is not a known key" : "is not a known key; is it " + near + '?'};
    }
  }
  return fault;
}

std::string Table::Text(std::string_view key, std::size_t max_bytes) {
  if (!Has(key)) {
    node_->known.emplace(key);
    node_->RefuseMissing(key);
    return {};
  }
  std::string text = TextOr(key, {}, max_bytes);
  if (base::Trim(text).empty()) {
    node_->RefuseKey(key, "must not be empty");
  }
  return text;
}

std::string Table::TextOr(std::string_view key, std::string_view fallback, std::size_t max_bytes) {
  const toml::node* node = node_->Ask(key);
  if (node == nullptr) {
    return std::string(fallback);
  }
  const auto* text = node->as_string();
  const char* trouble = text == nullptr ? "must be a text" : TextTrouble(**text, max_bytes, true);
  if (trouble != nullptr) {
    node_->RefuseKey(key, trouble);
    return std::string(fallback);
  }
  return **text;
}

std::int64_t Table::Integer(std::string_view key, std::int64_t min, std::int64_t max) {
  if (!Has(key)) {
    node_->known.emplace(key);
    node_->RefuseMissing(key);
    return min;
  }
  return IntegerOr(key, min, max, min);
}

std::int64_t Table::IntegerOr(std::string_view key, std::int64_t min, std::int64_t max,
                              std::int64_t fallback) {
  const toml::node* node = node_->Ask(key);
  if (node == nullptr) {
    return fallback;
  }
  const auto* number = node->as_integer();
  if (number == nullptr || **number < min || **number > max) {
    node_->RefuseKey(
        key, "must be a whole number from " + std::to_string(min) + " to " + std::to_string(max));
    return fallback;
  }
  return **number;
}

bool Table::BoolOr(std::string_view key, bool fallback) {
  const toml::node* node = node_->Ask(key);
  if (node == nullptr) {
    return fallback;
  }
  const auto* value = node->as_boolean();
  if (value == nullptr) {
    node_->RefuseKey(key, "must be true or false");
    return fallback;
  }
  return **value;
}

std::string Table::Date(std::string_view key) {
  const toml::node* node = node_->Ask(key);
  if (node == nullptr) {
    node_->RefuseMissing(key);
    return {};
  }
  const auto* date = node->as_date();
  if (date == nullptr) {
    node_->RefuseKey(key, "must be a date such as 2027-01-31, without quotes");
    return {};
  }
  return DateText(**date);
}

std::vector<std::string> Table::Texts(std::string_view key) {
  std::vector<std::string> texts;
  if (const toml::array* array = node_->Array(key, "must be a list of texts"); array != nullptr) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      const auto* text = (*array)[i].as_string();
      const char* trouble =
          text == nullptr ? "must be a text" : TextTrouble(**text, kMaxListedText, false);
      if (trouble != nullptr) {
        node_->RefuseAt(LineOf((*array)[i].source()), node_->Element(key, i), trouble);
        return {};
      }
      texts.push_back(**text);
    }
  }
  return texts;
}

std::vector<std::string> Table::Dates(std::string_view key) {
  std::vector<std::string> dates;
  if (const toml::array* array = node_->Array(key, "must be a list of dates"); array != nullptr) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      const auto* date = (*array)[i].as_date();
      if (date == nullptr) {
        node_->RefuseAt(LineOf((*array)[i].source()), node_->Element(key, i),
                        "must be a date such as 2027-01-31, without quotes");
        return {};
      }
      dates.push_back(DateText(**date));
    }
  }
  return dates;
}

Table Table::Sub(std::string_view key) {
  if (auto table = OptionalSub(key)) {
    return *table;
  }
  node_->RefuseMissing(key);
  return Table(std::make_shared<Node>(node_->state, node_->state.nothing, Join(node_->path, key),
                                      node_->line));
}

std::optional<Table> Table::OptionalSub(std::string_view key) {
  const toml::node* node = node_->Ask(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  if (const toml::table* table = node->as_table(); table != nullptr) {
    return Table(node_->Child(*table, Join(node_->path, key)));
  }
  node_->RefuseKey(key, "must be a table");
  return std::nullopt;
}

std::vector<Table> Table::Tables(std::string_view key) {
  std::vector<Table> tables;
  if (const toml::array* array = node_->Array(key, "must be a list of tables"); array != nullptr) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      const toml::table* table = (*array)[i].as_table();
      if (table == nullptr) {
        node_->RefuseAt(LineOf((*array)[i].source()), node_->Element(key, i), "must be a table");
        return {};
      }
      tables.push_back(Table(node_->Child(*table, node_->Element(key, i))));
    }
  }
  return tables;
}

std::vector<std::pair<std::string, Table>> Table::Entries() {
  std::vector<std::pair<std::string, const toml::table*>> found;
  for (const auto& [key, value] : node_->table) {
    if (value.is_table()) {
      node_->known.emplace(key.str());
      found.emplace_back(key.str(), value.as_table());
    }
  }
  const toml::table& in = node_->table;
  std::ranges::sort(found, {}, [&in](const auto& entry) {
    const auto& source = in.find(entry.first)->first.source();
    return std::pair(source.begin.line, source.begin.column);
  });
  std::vector<std::pair<std::string, Table>> entries;
  for (const auto& [key, table] : found) {
    entries.emplace_back(key, Table(node_->Child(*table, Join(node_->path, key))));
  }
  return entries;
}

bool Table::Has(std::string_view key) const { return node_->table.contains(key); }

std::uint32_t Table::line() const { return node_->line; }

void Table::Refuse(std::string_view key, std::string_view reason) {
  if (key.empty()) {
    node_->RefuseAt(node_->line, node_->path, reason);
  } else {
    node_->RefuseKey(key, reason);
  }
}

Document Document::Parse(std::string_view text, std::string file) {
  auto state = std::make_shared<State>();
  state->file = std::move(file);
  try {
    state->root = toml::parse(text, std::string_view(state->file));
  } catch (const toml::parse_error& error) {
    state->syntax =
        Fault{state->file, LineOf(error.source()), "", std::string(error.description())};
  }
  state->nodes[&state->root] = std::make_shared<Table::Node>(*state, state->root, "", 1U);
  return Document(std::move(state));
}

Table Document::root() { return Table(state_->nodes.at(&state_->root)); }

std::expected<void, Fault> Document::Finish() {
  if (state_->syntax) {
    return std::unexpected(*state_->syntax);
  }
  const std::optional<Fault> unknown = state_->UnknownKey();
  if (state_->refusal) {
    Fault fault = *state_->refusal;
    if (state_->missing_in != nullptr) {
      const auto near = state_->missing_in->FirstUnknown();
      if (near && !NearMiss(near->second, {{state_->missing_key}}).empty()) {
        fault.reason += "; line " + std::to_string(near->first) + " has " + near->second;
      }
    }
    return std::unexpected(std::move(fault));
  }
  if (unknown) {
    return std::unexpected(*unknown);
  }
  return {};
}

}  // namespace safety::datafile
