#pragma once

#include <string>
#include <vector>

#include "journey/journey.h"
#include "journey/words.h"

namespace safety::content {

/// One audience's journey and its English words, as the repository ships them.
struct ShippedJourney {
  journey::Journey journey;
  journey::Words words;
};

inline constexpr const char* kAudiences[] = {"child", "parent", "professional", "concerned_adult"};

/// Loads content/journeys/<audience>.toml and its words; a fault ends the test run with its text.
[[nodiscard]] const ShippedJourney& Shipped(const std::string& audience);

/// A text of a page with the place it stands at, for messages: "concerns.hint".
struct PlacedText {
  std::string place;
  std::string text;
};
enum class Kind { kTitle, kCaption, kBody, kButton, kLabel, kHint, kMissing, kName, kOption };
struct PageText {
  Kind kind;
  PlacedText text;
};

/// Every text of one page that somebody may read.
[[nodiscard]] std::vector<PageText> TextsOf(const ShippedJourney& shipped,
                                            const journey::Page& page);

/// An article of content/en, whole.
struct ShippedArticle {
  std::string name;  ///< "help/cyberbullying.child.md"
  std::string text;
};
[[nodiscard]] std::vector<ShippedArticle> ShippedArticles(const std::string& folder);

}  // namespace safety::content
