#pragma once

#include <array>
#include <expected>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "datafile/catalogue.h"
#include "datafile/file.h"
#include "html/html.h"
#include "journey/journey.h"
#include "journey/words.h"
#include "safeguarding/vocabulary.h"

namespace safety::site {

/// Who may report, in the order of the start page's doors. Each has a journey of its own.
inline constexpr std::array kAudiences = {
    safeguarding::Audience::kChild, safeguarding::Audience::kParent,
    safeguarding::Audience::kProfessional, safeguarding::Audience::kConcernedAdult};

/// One article of content/<language>/help or /pages: Markdown whose first line is "# Its title".
struct Article {
  std::string title;
  html::Html body;  ///< without the title
};

/// One audience's way through a report, in one language.
struct JourneyContent {
  journey::Journey journey;
  journey::Words words;
  /// The Markdown before a page's questions, made into Html once; by page id, where there is one.
  std::map<std::string, html::Html, std::less<>> bodies;

  [[nodiscard]] const std::string& id() const { return journey.id(); }
};

/// Everything that visitors read in one language, loaded whole or refused. Immutable once loaded;
/// safe from any thread. Pages of a journey point into it: it outlives every request.
class Content {
 public:
  using Journeys = std::map<std::string, JourneyContent, std::less<>>;
  using Articles = std::map<std::string, Article, std::less<>>;

  /// Reads `share`/content: a journey for each audience of the vocabulary, its words, the site's
  /// own words, and all articles. Unknown keys, missing words, an article without a title or one
  /// that is linked and not there are refused with file, line and key.
  [[nodiscard]] static std::expected<Content, datafile::Fault> Load(
      const std::filesystem::path& share, const std::string& language = "en");

  [[nodiscard]] const std::string& language() const { return language_; }
  [[nodiscard]] const datafile::Catalogue& words() const { return *words_; }
  [[nodiscard]] const Journeys& journeys() const { return journeys_; }
  /// nullptr when there is none.
  [[nodiscard]] const JourneyContent* FindJourney(std::string_view id) const;
  /// Guidance about a concern: help/<option>.<audience>.md where there is one, else
  /// help/<option>.md.
  [[nodiscard]] const Article* FindGuidance(std::string_view option,
                                            std::string_view audience) const;
  [[nodiscard]] const Articles& pages() const { return pages_; }
  [[nodiscard]] const Articles& guidance() const { return guidance_; }

 private:
  Content() = default;

  std::string language_;
  std::optional<datafile::Catalogue> words_;
  Journeys journeys_;
  Articles guidance_;
  Articles pages_;
};

}  // namespace safety::site
