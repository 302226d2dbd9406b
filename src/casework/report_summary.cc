#include <algorithm>

#include "base/text.h"
#include "casework/report_document.h"

namespace safety::casework {
namespace {

constexpr std::size_t kMaxCharacters = 160;
constexpr std::size_t kMaxNamed = 2;

/// White space of any kind and length becomes one space.
std::string OnOneLine(std::string_view text) {
  std::string line;
  for (const char c : base::Trim(text)) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      line += c;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

/// At most kMaxCharacters code points; a longer text ends after a whole word, with an ellipsis.
std::string Shorten(std::string text) {
  if (base::CountCharacters(text) <= kMaxCharacters) {
    return text;
  }
  std::size_t end = 0;
  for (std::size_t characters = 0; end < text.size(); ++end) {
    const bool starts_character = (static_cast<unsigned char>(text[end]) & 0xc0) != 0x80;
    if (starts_character && ++characters == kMaxCharacters) {
      break;
    }
  }
  const std::size_t space = text.rfind(' ', end);
  const bool near = space != std::string::npos && space > end / 2;
  text.resize(near ? space : end);
  return text + "…";
}

std::string NameOf(const safeguarding::Child& child) {
  std::string name = OnOneLine(child.name);
  if (name.empty() && !child.also_known_as.empty()) {
    name = OnOneLine(child.also_known_as.front());
  }
  if (name.empty() && !child.identifiers.empty()) {
    name = OnOneLine(child.identifiers.front().value);
  }
  const std::string age = child.age ? std::to_string(*child.age) : "";
  if (name.empty()) {
    return age.empty() ? "" : "Child aged " + age;
  }
  return age.empty() ? name : name + " (" + age + ")";
}

/// "Amelia (12), Noah (14) and 2 more".
std::string WhoOf(const safeguarding::Report& report) {
  std::string who;
  std::size_t named = 0;
  for (const safeguarding::Child& child : report.children) {
    const std::string name = NameOf(child);
    if (!name.empty() && named < kMaxNamed) {
      who += (named == 0 ? "" : ", ") + name;
      ++named;
    }
  }
  if (named > 0 && report.children.size() > named) {
    who += " and " + std::to_string(report.children.size() - named) + " more";
  }
  return who;
}

/// The reporter's own words; without any, the concerns.
std::string WhatOf(const safeguarding::Report& report) {
  std::string what = OnOneLine(report.summary);
  for (std::size_t i = 0; what.empty() && i < safeguarding::kConcernCount; ++i) {
    if (const auto concern = static_cast<safeguarding::Concern>(i); report.concerns.Has(concern)) {
      what = IdOf(concern);
      std::ranges::replace(what, '_', ' ');
    }
  }
  return what;
}

}  // namespace

std::string SummaryOf(const safeguarding::Report& report) {
  const std::string who = WhoOf(report);
  const std::string what = WhatOf(report);
  return Shorten(who + (who.empty() || what.empty() ? "" : ": ") + what);
}

}  // namespace safety::casework
