#pragma once

#include <compare>
#include <cstdint>
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace safety::journey {

/// Which answer: a question, and which item when its page is in a repeated group (0-based).
struct AnswerKey {
  std::string question;
  std::uint32_t item = 0;
  auto operator<=>(const AnswerKey&) const = default;
};

/// What somebody has answered so far, as they gave it: one value for text, age and contact; the
/// chosen ids for single and many; day, month, year for a date ("" where not known).
/// A plain value; owned by one thread.
class Answers {
 public:
  using Values = std::vector<std::string>;

  /// nullptr when never answered.
  [[nodiscard]] const Values* Find(std::string_view question, std::uint32_t item = 0) const;
  /// The first value, or "".
  [[nodiscard]] std::string_view First(std::string_view question, std::uint32_t item = 0) const;
  [[nodiscard]] bool Chose(std::string_view question, std::string_view option,
                           std::uint32_t item = 0) const;
  void Set(std::string_view question, std::uint32_t item, Values values);
  void Erase(std::string_view question, std::uint32_t item = 0);

  /// How many items a group has. An item exists from its first page's answer on.
  [[nodiscard]] std::uint32_t ItemCount(std::string_view group) const;
  void SetItemCount(std::string_view group, std::uint32_t count);
  /// Removes one item of a group, given the group's question ids; later items move up.
  void RemoveItem(std::string_view group, const std::vector<std::string>& questions,
                  std::uint32_t item);

  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] const std::map<AnswerKey, Values, std::less<>>& all() const { return values_; }

  /// Length-prefixed bytes, for sealing. Deserialise refuses anything Serialise would not write.
  [[nodiscard]] std::string Serialise() const;
  enum class ParseError { kMalformed };
  [[nodiscard]] static std::expected<Answers, ParseError> Deserialise(std::string_view bytes);

  bool operator==(const Answers&) const = default;

 private:
  std::map<AnswerKey, Values, std::less<>> values_;
  std::map<std::string, std::uint32_t, std::less<>> items_;
};

}  // namespace safety::journey
