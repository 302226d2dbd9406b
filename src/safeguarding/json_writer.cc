#include "safeguarding/json_writer.h"

#include <algorithm>
#include <charconv>

#include "base/secret_bytes.h"

namespace safety::safeguarding {

JsonWriter::~JsonWriter() { base::Wipe(text_); }

void JsonWriter::Append(std::string_view piece) {
  if (text_.capacity() - text_.size() < piece.size()) {
    std::string larger;
    larger.reserve(std::max(text_.capacity() * 2, text_.size() + piece.size()));
    larger.assign(text_);
    base::Wipe(text_);
    text_ = std::move(larger);
  }
  text_ += piece;
}

void JsonWriter::Separate() {
  if (after_value_) {
    Append(",");
  }
  after_value_ = true;
}

void JsonWriter::Open(char bracket) {
  Separate();
  Append({&bracket, 1});
  after_value_ = false;
}

void JsonWriter::Close(char bracket) {
  Append({&bracket, 1});
  after_value_ = true;
}

void JsonWriter::Key(std::string_view key) {
  Separate();
  Quote(key);
  Append(":");
  after_value_ = false;
}

void JsonWriter::String(std::string_view value) {
  Separate();
  Quote(value);
}

void JsonWriter::Number(std::int64_t value) {
  char digits[24];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), value).ptr;
  Raw({digits, end});
}

void JsonWriter::Bool(bool value) { Raw(value ? "true" : "false"); }

void JsonWriter::Raw(std::string_view json) {
  Separate();
  Append(json);
}

void JsonWriter::Field(std::string_view key, std::string_view value) {
  if (!value.empty()) {
    Key(key);
    String(value);
  }
}

void JsonWriter::Quote(std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  Append("\"");
  while (!value.empty()) {
    const auto special = std::ranges::find_if(value, [](char c) {
      return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
    });
    const auto plain = static_cast<std::size_t>(special - value.begin());
    Append(value.substr(0, plain));
    if (special == value.end()) {
      break;
    }
    const char c = *special;
    if (c == '"' || c == '\\') {
      const char escape[] = {'\\', c};
      Append({escape, sizeof escape});
    } else if (c == '\n') {
      Append("\\n");
    } else {
      const auto code = static_cast<unsigned char>(c);
      const char escape[] = {'\\', 'u', '0', '0', kHex[code >> 4], kHex[code & 0xf]};
      Append({escape, sizeof escape});
    }
    value.remove_prefix(plain + 1);
  }
  Append("\"");
}

}  // namespace safety::safeguarding
