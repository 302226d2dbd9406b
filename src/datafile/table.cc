#include <algorithm>
#include <sstream>
#include <utility>

#include "base/text.h"
#include "datafile/table_node.h"

namespace safety::datafile {
namespace {

constexpr std::size_t kMaxListedText = 4096;

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
        node_->RefuseAt(LineOf((*array)[i].source()), node_->NameOf(key, i), trouble);
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
        node_->RefuseAt(LineOf((*array)[i].source()), node_->NameOf(key, i),
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
  return Table(
      std::make_shared<Node>(node_->state, node_->state.nothing, node_->NameOf(key), node_->line));
}

std::optional<Table> Table::OptionalSub(std::string_view key) {
  const toml::node* node = node_->Ask(key);
  if (node == nullptr) {
    return std::nullopt;
  }
  if (const toml::table* table = node->as_table(); table != nullptr) {
    return Table(node_->Child(*table, node_->NameOf(key)));
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
        node_->RefuseAt(LineOf((*array)[i].source()), node_->NameOf(key, i), "must be a table");
        return {};
      }
      tables.push_back(Table(node_->Child(*table, node_->NameOf(key, i))));
    }
  }
  return tables;
}

std::string Table::Json(std::string_view key) {
  const toml::node* node = node_->Ask(key);
  if (node == nullptr) {
    node_->RefuseMissing(key);
    return "{}";
  }
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    node_->RefuseKey(key, "must be a table");
    return "{}";
  }
  std::ostringstream out;
  out << toml::json_formatter{*table};
  return std::move(out).str();
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
  entries.reserve(found.size());
  for (const auto& [key, table] : found) {
    entries.emplace_back(key, Table(node_->Child(*table, node_->NameOf(key))));
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

}  // namespace safety::datafile
