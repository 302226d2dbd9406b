// The bytes of an Answers: a version, then the answers, the groups' item counts and the pages seen,
// each list in the order of its map, numbers as 32 bits with the smallest byte first. One value has
// one spelling only, so that Deserialise can refuse everything else.

#include <optional>

#include "journey/answers.h"

namespace safety::journey {
namespace {

constexpr std::uint32_t kVersion = 1;

void PutNumber(std::string& out, std::size_t value) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out.push_back(static_cast<char>((value >> shift) & 0xffU));
  }
}

void PutText(std::string& out, std::string_view text) {
  PutNumber(out, text.size());
  out += text;
}

/// Takes from the front. Once something was not there, every later answer is empty too.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  std::uint32_t Number() {
    const std::string_view bytes = Take(4);
    std::uint32_t value = 0;
    for (std::size_t i = bytes.size(); i > 0; --i) {
      value = (value << 8U) | static_cast<std::uint8_t>(bytes[i - 1]);
    }
    return value;
  }

  std::string Text() { return std::string(Take(Number())); }

  /// The number of entries that follow. Each takes four bytes at least, so that a forged number
  /// cannot ask for more memory than the bytes themselves.
  std::uint32_t Count() {
    const std::uint32_t count = Number();
    if (count > rest_.size() / 4) {
      broken_ = true;
      return 0;
    }
    return count;
  }

  [[nodiscard]] bool broken() const { return broken_; }
  [[nodiscard]] bool AtEnd() const { return !broken_ && rest_.empty(); }

 private:
  std::string_view Take(std::size_t size) {
    if (broken_ || size > rest_.size()) {
      broken_ = true;
      return {};
    }
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool broken_ = false;
};

/// Puts an entry last; false when it does not come after the ones before.
template <class Container, class Entry>
bool Append(Container& container, Entry entry) {
  const std::size_t before = container.size();
  const auto at = container.insert(container.end(), std::move(entry));
  return container.size() > before && std::next(at) == container.end();
}

}  // namespace

std::string Answers::Serialise() const {
  std::string out;
  PutNumber(out, kVersion);
  PutNumber(out, values_.size());
  for (const auto& [key, values] : values_) {
    PutText(out, key.question);
    PutNumber(out, key.item);
    PutNumber(out, values.size());
    for (const std::string& value : values) {
      PutText(out, value);
    }
  }
  PutNumber(out, items_.size());
  for (const auto& [group, count] : items_) {
    PutText(out, group);
    PutNumber(out, count);
  }
  PutNumber(out, seen_.size());
  for (const std::string& page : seen_) {
    PutText(out, page);
  }
  return out;
}

std::expected<Answers, Answers::ParseError> Answers::Deserialise(std::string_view bytes) {
  Cursor cursor(bytes);
  Answers answers;
  bool ordered = cursor.Number() == kVersion;
  for (std::uint32_t left = cursor.Count(); left > 0 && ordered && !cursor.broken(); --left) {
    AnswerKey key{.question = cursor.Text(), .item = cursor.Number()};
    Values values(cursor.Count());
    for (std::string& value : values) {
      value = cursor.Text();
    }
    ordered = Append(answers.values_, std::pair(std::move(key), std::move(values)));
  }
  for (std::uint32_t left = cursor.Count(); left > 0 && ordered && !cursor.broken(); --left) {
    std::string group = cursor.Text();
    const std::uint32_t count = cursor.Number();
    ordered = count > 0 && Append(answers.items_, std::pair(std::move(group), count));
  }
  for (std::uint32_t left = cursor.Count(); left > 0 && ordered && !cursor.broken(); --left) {
    ordered = Append(answers.seen_, cursor.Text());
  }
  if (!ordered || !cursor.AtEnd()) {
    return std::unexpected(ParseError::kMalformed);
  }
  return answers;
}

}  // namespace safety::journey
