#include "html/html.h"

#include <array>
#include <charconv>
#include <initializer_list>
#include <limits>

namespace safety::html {
namespace {

/// What a byte becomes; empty when it stays as it is. The set and the entities are those of the
/// templates that the official markup comes from.
constexpr std::string_view Entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    case '\\':
      return "&#92;";
    default:
      return {};
  }
}

constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    table[i] = !Entity(static_cast<char>(static_cast<unsigned char>(i))).empty();
  }
  return table;
}();

}  // namespace

Html& Html::operator<<(std::size_t number) {
  std::array<char, std::numeric_limits<std::size_t>::digits10 + 1> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out_.append(digits.data(), end);
  return *this;
}

void Html::Escape(std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kSpecial[static_cast<unsigned char>(text[i])]) continue;
    out_.append(text, plain, i - plain);
    out_ += Entity(text[i]);
    plain = i + 1;
  }
  out_.append(text, plain);
}

Html Attribute(Markup name, std::string_view value) {
  Html html;
  html << " " << name << "=\"" << Text(value) << "\"";
  return html;
}

Html& operator<<(Html& out, const Attributes& attributes) {
  for (const NamedValue& attribute : attributes) {
    out << " " << attribute.name;
    if (attribute.value) out << "=\"" << Text(*attribute.value) << "\"";
  }
  return out;
}

Html Join(const Part& p1, const Part& p2, const Part& p3, const Part& p4, const Part& p5,
          const Part& p6, const Part& p7, const Part& p8, const Part& p9, const Part& p10,
          const Part& p11, const Part& p12, const Part& p13, const Part& p14, const Part& p15,
          const Part& p16) {
  const std::initializer_list<const Part*> parts = {&p1, &p2,  &p3,  &p4,  &p5,  &p6,  &p7,  &p8,
                                                    &p9, &p10, &p11, &p12, &p13, &p14, &p15, &p16};
  std::size_t size = 0;
  for (const Part* part : parts) size += part->bytes().size();
  Html html;
  html.Reserve(size);
  for (const Part* part : parts) {
    if (part->needs_escape()) {
      html.Escape(part->bytes());
    } else {
      html.out_ += part->bytes();
    }
  }
  return html;
}

}  // namespace safety::html
