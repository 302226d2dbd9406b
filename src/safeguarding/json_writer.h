#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace safety::safeguarding {

/// Writes compact JSON that may hold a report's words: when its buffer grows or is dropped, the old
/// one is wiped, so that the text that Take gives is the only copy. Strings are well-formed UTF-8.
/// Used by one thread. Commas are put by the writer; the caller keeps brackets in balance.
class JsonWriter {
 public:
  explicit JsonWriter(std::size_t expected_size = 512) { text_.reserve(expected_size); }
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;
  ~JsonWriter();

  void BeginObject() { Open('{'); }
  void EndObject() { Close('}'); }
  void BeginArray() { Open('['); }
  void EndArray() { Close(']'); }
  void Key(std::string_view key);
  void String(std::string_view value);
  void Number(std::int64_t value);
  void Bool(bool value);
  /// JSON made elsewhere, as one value.
  void Raw(std::string_view json);

  /// Key and value, or nothing when the value is empty.
  void Field(std::string_view key, std::string_view value);

  /// The document. Wipe it when it has been used.
  [[nodiscard]] std::string Take() { return std::move(text_); }

 private:
  void Open(char bracket);
  void Close(char bracket);
  void Separate();
  void Quote(std::string_view value);
  void Append(std::string_view piece);

  std::string text_;
  bool after_value_ = false;
};

}  // namespace safety::safeguarding
