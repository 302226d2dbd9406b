#include "safeguarding/object_reader.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"

namespace safety::safeguarding {
namespace {

namespace json = boost::json;

/// Deep enough for a report, too shallow to hurt.
constexpr std::size_t kMaxDepth = 8;
constexpr std::size_t kMaxShownKey = 64;

/// The members that the text writes: colons outside strings. `text` is well-formed JSON.
std::size_t CountWrittenMembers(std::string_view text) {
  std::size_t count = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && text[i] == ':') {
      ++count;
    }
  }
  return count;
}

/// The members that the parser kept. Depth is bounded by the parser.
std::size_t CountKeptMembers(const json::value& value) {
  std::size_t count = 0;
  if (const json::object* object = value.if_object()) {
    count = object->size();
    for (const auto& member : *object) {
      count += CountKeptMembers(member.value());
    }
  } else if (const json::array* list = value.if_array()) {
    for (const json::value& item : *list) {
      count += CountKeptMembers(item);
    }
  }
  return count;
}

}  // namespace

std::expected<json::value, ReportError> ParseStrictJson(std::string_view text) {
  json::parse_options options;
  options.max_depth = kMaxDepth;
  json::error_code error;
  json::value value = json::parse(text, error, {}, options);
  if (error) {
    return std::unexpected(ReportError{"", "is not JSON as a report has it: " + error.message()});
  }
  if (CountKeptMembers(value) != CountWrittenMembers(text)) {
    return std::unexpected(ReportError{"", "gives a key twice in one object"});
  }
  return value;
}

std::string Place::Pointer() const {
  if (parent == nullptr) {
    return "";
  }
  std::string pointer = parent->Pointer() + '/';
  if (index >= 0) {
    return pointer + std::to_string(index);
  }
  for (const char c : key) {
    c == '~' ? pointer += "~0" : c == '/' ? pointer += "~1" : pointer += c;
  }
  return pointer;
}

void Faults::Add(const Place& place, std::string reason) {
  if (!first_) {
    first_ = ReportError{place.Pointer(), std::move(reason)};
  }
}

ObjectReader::ObjectReader(const json::value& value, const Place& place, Faults& faults)
    : object_(value.if_object()), place_(place), faults_(faults) {
  if (object_ == nullptr) {
    faults_.Add(place_, "must be an object");
  }
}

void ObjectReader::Text(std::string_view key, std::string& out, std::size_t max_characters) {
  if (const json::value* value = Find(key)) {
    ReadText(*value, Place{&place_, key}, out, max_characters);
  }
}

void ObjectReader::Texts(std::string_view key, std::vector<std::string>& out, std::size_t max_items,
                         std::size_t max_characters) {
  Each(key, max_items, [&](const json::value& item, const Place& place) {
    ReadText(item, place, out.emplace_back(), max_characters);
  });
}

void ObjectReader::Flag(std::string_view key, bool& out) {
  const json::value* value = Find(key);
  if (value == nullptr) {
    return;
  }
  if (const bool* flag = value->if_bool()) {
    out = *flag;
  } else {
    Refuse(key, "must be true or false");
  }
}

void ObjectReader::Age(std::optional<int>& out) {
  const json::value* value = Find("age");
  if (value == nullptr || value->is_null()) {
    return;
  }
  const std::int64_t* age = value->if_int64();
  if (age == nullptr || *age < 0 || *age > kMaxAge) {
    Refuse("age", "must be a whole number from 0 to " + std::to_string(kMaxAge) + ", or null");
    return;
  }
  out = static_cast<int>(*age);
}

void ObjectReader::Require(std::string_view key, std::string_view what) {
  if (object_ != nullptr && !object_->contains(key)) {
    Refuse(key, "is required: " + std::string(what));
  }
}

void ObjectReader::Refuse(std::string_view key, std::string reason) {
  faults_.Add(Place{&place_, key}, std::move(reason));
}

void ObjectReader::Finish() {
  if (object_ == nullptr) {
    return;
  }
  for (const auto& member : *object_) {
    const std::string_view key = member.key();
    if (std::ranges::find(known_, key) != known_.end()) {
      continue;
    }
    if (key.size() > kMaxShownKey || base::HasControlCharacter(key)) {
      faults_.Add(place_, "has a key that is not known");
    } else {
      Refuse(key, "is not a known key");
    }
    return;
  }
}

const json::value* ObjectReader::Find(std::string_view key) {
  known_.push_back(key);
  return object_ == nullptr ? nullptr : object_->if_contains(key);
}

const json::array* ObjectReader::FindList(std::string_view key, std::size_t max_items) {
  const json::value* value = Find(key);
  if (value == nullptr) {
    return nullptr;
  }
  const json::array* list = value->if_array();
  if (list == nullptr) {
    Refuse(key, "must be a list");
  } else if (list->size() > max_items) {
    Refuse(key, "must have at most " + std::to_string(max_items) + " items");
    return nullptr;
  }
  return list;
}

void ObjectReader::ReadText(const json::value& value, const Place& place, std::string& out,
                            std::size_t max_characters) {
  const json::string* string = value.if_string();
  if (string == nullptr) {
    faults_.Add(place, "must be a text");
    return;
  }
  const std::string_view text(*string);
  if (base::CountCharacters(text) > max_characters) {
    faults_.Add(place, "must have at most " + std::to_string(max_characters) + " characters");
  } else if (base::HasControlCharacter(text)) {
    faults_.Add(place, "must not hold control characters");
  } else {
    out = text;
  }
}

}  // namespace safety::safeguarding
