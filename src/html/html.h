#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safety::html {

class HtmlTestPeer;
class Part;

/// Markup that our own source wrote: only a string literal becomes one, at compile time.
class Markup {
 public:
  consteval Markup(const char* literal) : text_(literal) {}  // NOLINT(google-explicit-constructor)
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  friend class HtmlTestPeer;
  explicit constexpr Markup(std::string_view trusted) : text_(trusted) {}

  std::string_view text_;
};

/// Text that anybody may have written, borrowed. It is escaped when it is put into Html.
struct Text {
  explicit constexpr Text(std::string_view value_in) : value(value_in) {}
  std::string_view value;
};

/// Safe markup. It is made only of literals, escaped text and other Html, so that markup injection
/// does not compile. A value; owned by one thread.
class Html {
 public:
  Html() = default;
  Html(Markup literal) : out_(literal.text()) {}  // NOLINT(google-explicit-constructor)
  explicit Html(Text text) { Escape(text.value); }

  Html& operator<<(Markup literal) {
    out_ += literal.text();
    return *this;
  }
  /// The five characters that mean something in HTML, and the backslash, become entities: the
  /// result is safe as text and between the double quotes of an attribute.
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
  // Tests read the official markup that ours is compared with; nothing else opens this door.
  friend class HtmlTestPeer;
  friend Html Join(const Part&, const Part&, const Part&, const Part&, const Part&, const Part&,
                   const Part&, const Part&, const Part&, const Part&, const Part&, const Part&,
                   const Part&, const Part&, const Part&, const Part&);

  void Escape(std::string_view text);

  std::string out_;
};

/// ` name="value"`, the value escaped.
[[nodiscard]] Html Attribute(Markup name, std::string_view value);

/// An attribute of an element: ` name="value"`, or ` name` alone when there is no value.
struct NamedValue {
  Markup name;
  std::optional<std::string> value;
};

/// Attributes in the order in which they are written: {{"data-step", "2"}, {"hidden", {}}}.
using Attributes = std::vector<NamedValue>;
Html& operator<<(Html& out, const Attributes& attributes);

/// One piece of a Join. A literal is checked at compile time; text and Html are borrowed for the
/// length of the call.
class Part {
 public:
  constexpr Part() = default;
  consteval Part(const char* literal) : text_(literal) {}    // NOLINT(google-explicit-constructor)
  constexpr Part(Markup literal) : text_(literal.text()) {}  // NOLINT(google-explicit-constructor)
  constexpr Part(Text text)                                  // NOLINT(google-explicit-constructor)
      : text_(text.value), escape_(true) {}
  Part(const Html& html) : text_(html.text()) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] constexpr std::string_view bytes() const { return text_; }
  [[nodiscard]] constexpr bool needs_escape() const { return escape_; }

 private:
  std::string_view text_;
  bool escape_ = false;
};

/// All parts one after the other: Join("<p>", Text(name), "</p>"). It takes up to sixteen parts
/// rather than a pack, because only a parameter of type Part lets a literal be checked at compile
/// time; longer runs use `<<`.
[[nodiscard]] Html Join(const Part& p1, const Part& p2 = {}, const Part& p3 = {},
                        const Part& p4 = {}, const Part& p5 = {}, const Part& p6 = {},
                        const Part& p7 = {}, const Part& p8 = {}, const Part& p9 = {},
                        const Part& p10 = {}, const Part& p11 = {}, const Part& p12 = {},
                        const Part& p13 = {}, const Part& p14 = {}, const Part& p15 = {},
                        const Part& p16 = {});

}  // namespace safety::html
