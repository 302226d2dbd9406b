#pragma once

#include <compare>
#include <cstdint>
#include <expected>
#include <map>
#include <set>
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

/// An AnswerKey that borrows its text: looking an answer up copies nothing.
struct AnswerKeyView {
  std::string_view question;
  std::uint32_t item = 0;
  friend std::strong_ordering operator<=>(const AnswerKey& a, const AnswerKeyView& b) {
    const auto order = std::string_view(a.question) <=> b.question;
    return order != 0 ? order : a.item <=> b.item;
  }
};

/// What somebody has answered so far, as they gave it: one value for text, age and contact; the
/// chosen ids for single and many; day, month, year for a date ("" where not known). An empty list
/// is a question that was passed over: its page has been seen, which a question without any answer
/// here has not. A plain value; owned by one thread.
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

  /// Pages without questions leave no answer: this is how the way goes on past them.
  [[nodiscard]] bool HasSeen(std::string_view page) const { return seen_.contains(page); }
  void MarkSeen(std::string_view page) { seen_.emplace(page); }

  /// True when nothing was answered; pages that were only seen do not count.
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
  std::set<std::string, std::less<>> seen_;
};

}  // namespace safety::journey
