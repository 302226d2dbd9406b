#pragma once

#include <boost/json.hpp>
#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "safeguarding/report_json.h"
#include "safeguarding/vocabulary.h"

namespace safety::safeguarding {

/// JSON text as a value, with bounds on depth. A key that one object gives twice is refused: one of
/// the two would be lost, and it may be the danger sign.
[[nodiscard]] std::expected<boost::json::value, ReportError> ParseStrictJson(std::string_view text);

/// One place in a document, linked to the one around it; lives on the stack.
struct Place {
  const Place* parent = nullptr;
  std::string_view key;  ///< of an object; unused when `index` is given
  std::ptrdiff_t index = -1;

  [[nodiscard]] std::string Pointer() const;
};

/// Keeps the first fault; later ones are not looked at.
class Faults {
 public:
  void Add(const Place& place, std::string reason);
  [[nodiscard]] const std::optional<ReportError>& first() const { return first_; }

 private:
  std::optional<ReportError> first_;
};

/// The ids of T as a sentence lists them: "a, b or c".
template <class T>
[[nodiscard]] std::string IdList(std::size_t count) {
  std::string list;
  for (std::size_t i = 0; i < count; ++i) {
    list += (i == 0 ? "" : i + 1 == count ? " or " : ", ");
    list += IdOf(static_cast<T>(i));
  }
  return list;
}

/// One object, read key by key into fields that keep their value when the key is missing. A key
/// that was not asked for is a fault (Finish). The value outlives the reader.
class ObjectReader {
 public:
  ObjectReader(const boost::json::value& value, const Place& place, Faults& faults);

  void Text(std::string_view key, std::string& out, std::size_t max_characters);
  void Texts(std::string_view key, std::vector<std::string>& out, std::size_t max_items,
             std::size_t max_characters);
  void Flag(std::string_view key, bool& out);
  /// "age": whole years, or null for unknown.
  void Age(std::optional<int>& out);

  template <class T>
  void Id(std::string_view key, T& out, std::size_t count, bool required) {
    const boost::json::value* value = Find(key);
    if (const auto id = value == nullptr ? std::nullopt : ParseId<T>(*value)) {
      out = *id;
    } else if (value != nullptr || required) {
      Refuse(key, (value == nullptr ? "is required: " : "must be ") + IdList<T>(count));
    }
  }

  template <class Set>
  void Ids(std::string_view key, Set& out, std::size_t count) {
    using T = typename Set::Value;
    Each(key, 2 * count, [&](const boost::json::value& item, const Place& place) {
      if (const auto id = ParseId<T>(item)) {
        out.Add(*id);
      } else {
        faults_.Add(place, "must be " + IdList<T>(count));
      }
    });
  }

  /// Calls `read` with each item of a list and its place.
  template <class Read>
  void Each(std::string_view key, std::size_t max_items, Read read) {
    const boost::json::array* list = FindList(key, max_items);
    if (list == nullptr) {
      return;
    }
    const Place list_place{&place_, key};
    std::ptrdiff_t index = 0;
    for (const boost::json::value& item : *list) {
      read(item, Place{&list_place, {}, index++});
    }
  }

  /// Calls `read` with the reader of an object within this one, and finishes it.
  template <class Read>
  void Sub(std::string_view key, Read read) {
    if (const boost::json::value* value = Find(key)) {
      const Place place{&place_, key};
      ObjectReader reader(*value, place, faults_);
      read(reader);
      reader.Finish();
    }
  }

  void Require(std::string_view key, std::string_view what);
  void Refuse(std::string_view key, std::string reason);
  void Finish();

 private:
  template <class T>
  static std::optional<T> ParseId(const boost::json::value& value) {
    const boost::json::string* text = value.if_string();
    return text == nullptr ? std::nullopt : Parse<T>(std::string_view(*text));
  }

  const boost::json::value* Find(std::string_view key);
  const boost::json::array* FindList(std::string_view key, std::size_t max_items);
  void ReadText(const boost::json::value& value, const Place& place, std::string& out,
                std::size_t max_characters);

  const boost::json::object* object_;
  Place place_;
  Faults& faults_;
  std::vector<std::string_view> known_;
};

}  // namespace safety::safeguarding
