#include "datafile/document.h"

#include <algorithm>

#include "datafile/near_miss.h"
#include "datafile/table_node.h"

namespace safety::datafile {
namespace {

/// Tables inside tables are destroyed by recursion: a dotted key of a megabyte would run the stack
/// over. No key needs to be deep, and no line of prose has so many full stops.
constexpr std::ptrdiff_t kMostDotsOfALine = 40;

/// The first line that is too deep, or 0.
std::uint32_t TooDeepLine(std::string_view text) {
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (std::ranges::count(text.substr(0, end), '.') > kMostDotsOfALine) {
      return line;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return 0;
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

std::optional<Fault> Document::State::UnknownKey() const {
  const Table::Node* in = nullptr;
  std::optional<Table::Node::Unknown> first;
  for (const auto& [table, node] : nodes) {
    auto unknown = node->FirstUnknown();
    if (unknown && (!first || *unknown < *first)) {
      first = std::move(unknown);
      in = node.get();
    }
  }
  if (!first) {
    return std::nullopt;
  }
  const std::string near = NearMiss(first->key, in->known);
  return Fault{file, first->line, in->NameOf(first->key),
               near.empty() ? "is not a known key" : "is not a known key; is it " + near + '?'};
}

Document Document::Parse(std::string_view text, std::string file) {
  auto state = std::make_shared<State>();
  state->file = std::move(file);
  if (const std::uint32_t line = TooDeepLine(text); line > 0) {
    state->syntax = Fault{state->file, line, "",
                          "has more than " + std::to_string(kMostDotsOfALine) + " full stops"};
    text = {};
  }
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
  if (state_->refusal) {
    Fault fault = *state_->refusal;
    if (state_->missing_in != nullptr) {
      const auto near = state_->missing_in->FirstUnknown();
      if (near && !NearMiss(near->key, {{state_->missing_key}}).empty()) {
        fault.reason += "; line " + std::to_string(near->line) + " has " + near->key;
      }
    }
    return std::unexpected(std::move(fault));
  }
  if (auto unknown = state_->UnknownKey()) {
    return std::unexpected(std::move(*unknown));
  }
  return {};
}

}  // namespace safety::datafile
