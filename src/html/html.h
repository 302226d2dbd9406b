#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace safety::html {

/// Markup that our own source wrote: only a string literal becomes one, at compile time.
class Markup {
 public:
  consteval Markup(const char* literal) : text_(literal) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// Text that anybody may have written. It is escaped when it is put into Html.
struct Text {
  explicit Text(std::string_view value_in) : value(value_in) {}
  std::string_view value;
};

/// Safe markup. It is made only of literals, escaped text and other Html, so that markup injection
/// does not compile. A value; owned by one thread.
class Html {
 public:
  Html() = default;
  Html(Markup literal) : out_(literal.text()) {}  // NOLINT(google-explicit-constructor)

  Html& operator<<(Markup literal) {
    out_ += literal.text();
    return *this;
  }
  Html& operator<<(Text text) {
    Escape(text.value);
    return *this;
  }
  Html& operator<<(const Html& other) {
    out_ += other.out_;
    return *this;
  }
  /// A number needs no escaping.
  Html& operator<<(std::size_t number);

  void Reserve(std::size_t bytes) { out_.reserve(bytes); }
  [[nodiscard]] bool empty() const { return out_.empty(); }
  [[nodiscard]] const std::string& text() const& { return out_; }
  [[nodiscard]] std::string text() && { return std::move(out_); }

 private:
  void Escape(std::string_view text);

  std::string out_;
};

/// ` name="value"`, the value escaped.
[[nodiscard]] Html Attribute(Markup name, std::string_view value);

/// All parts one after the other: Join("<p>", Text(name), "</p>").
template <class... Parts>
[[nodiscard]] Html Join(Parts&&... parts);

}  // namespace safety::html
