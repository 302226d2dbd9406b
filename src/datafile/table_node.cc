#include "datafile/table_node.h"

#include <algorithm>

namespace safety::datafile {
namespace {

bool IsBareKey(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

}  // namespace

const toml::node* Table::Node::Ask(std::string_view key) {
  known.emplace(key);
  return table.get(key);
}

const toml::array* Table::Node::Array(std::string_view key, const char* reason) {
  const toml::node* node = Ask(key);
  if (node != nullptr && node->as_array() == nullptr) {
    RefuseKey(key, reason);
  }
  return node == nullptr ? nullptr : node->as_array();
}

std::shared_ptr<Table::Node> Table::Node::Child(const toml::table& child, std::string child_path) {
  auto& node = state.nodes[&child];
  if (node == nullptr) {
    node = std::make_shared<Node>(state, child, std::move(child_path), LineOf(child.source()));
  }
  return node;
}

void Table::Node::RefuseAt(std::uint32_t at, std::string key, std::string_view reason) const {
  if (!state.refusal) {
    state.refusal = Fault{state.file, at, std::move(key), std::string(reason)};
  }
}

void Table::Node::RefuseKey(std::string_view key, std::string_view reason) const {
  const auto found = table.find(key);
  RefuseAt(found == table.end() ? line : LineOf(found->first.source()), NameOf(key), reason);
}

void Table::Node::RefuseMissing(std::string_view key) const {
  if (!state.refusal) {
    state.missing_in = this;
    state.missing_key = key;
    RefuseKey(key, "is missing");
  }
}

std::string Table::Node::NameOf(std::string_view key) const {
  std::string name = path;
  if (!name.empty()) {
    name += '.';
  }
  return name += IsBareKey(key) ? std::string(key) : '"' + std::string(key) + '"';
}

std::string Table::Node::NameOf(std::string_view key, std::size_t index) const {
  return NameOf(key) + '[' + std::to_string(index + 1) + ']';
}

std::optional<Table::Node::Unknown> Table::Node::FirstUnknown() const {
  std::optional<Unknown> first;
  for (const auto& [key, value] : table) {
    const toml::source_position at = key.source().begin;
    if (!known.contains(key.str())) {
      Unknown unknown{at.line, at.column, std::string(key.str())};
      if (!first || unknown < *first) {
        first = std::move(unknown);
      }
    }
  }
  return first;
}

}  // namespace safety::datafile
