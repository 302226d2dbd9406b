#include "site/content.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "casework/report_from_answers.h"
#include "html/markdown.h"
#include "site/site_words.h"

namespace safety::site {
namespace {

using datafile::Fault;
namespace fs = std::filesystem;

std::expected<Article, Fault> ParseArticle(const datafile::File& file) {
  const std::string_view text = file.text;
  const std::size_t end = text.find('\n');
  const std::string_view first = text.substr(0, end);
  if (!first.starts_with("# ") || first.size() == 2) {
    return std::unexpected(Fault{file.name, 1, "", "must begin with its title: \"# Title\""});
  }
  const std::string_view rest = end == std::string_view::npos ? "" : text.substr(end + 1);
  return Article{std::string(first.substr(2)), html::Markdown(rest)};
}

/// All articles of one folder, by the file's name without ".md".
std::expected<Content::Articles, Fault> LoadArticles(const fs::path& share,
                                                     const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> names;
  for (fs::directory_iterator it(share / folder, error), end; !error && it != end;
       it.increment(error)) {
    names.push_back(it->path().filename());
  }
  if (error) {
    return std::unexpected(Fault{folder, 0, "", "cannot be read: " + error.message()});
  }
  std::ranges::sort(names);
  Content::Articles articles;
  for (const fs::path& name : names) {
    const std::string path = folder + "/" + name.string();
    if (name.extension() != ".md") {
      return std::unexpected(Fault{path, 0, "", "is no article: only .md files belong here"});
    }
    auto file = datafile::ReadFile(share, path);
    if (!file) {
      return std::unexpected(std::move(file.error()));
    }
    auto article = ParseArticle(*file);
    if (!article) {
      return std::unexpected(std::move(article.error()));
    }
    articles.emplace(name.stem().string(), std::move(*article));
  }
  return articles;
}

std::expected<JourneyContent, Fault> LoadJourney(const fs::path& share, const std::string& language,
                                                 const std::string& audience) {
  auto structure = datafile::ReadFile(share, "content/journeys/" + audience + ".toml");
  if (!structure) {
    return std::unexpected(std::move(structure.error()));
  }
  auto journey = journey::Journey::Load(*structure);
  if (!journey) {
    return std::unexpected(std::move(journey.error()));
  }
  if (journey->id() != audience || journey->audience() != audience) {
    return std::unexpected(Fault{structure->name, 0, "id",
                                 "must be \"" + audience + "\", as the file and the audience"});
  }
  if (auto fits = casework::CheckJourney(*journey, structure->name); !fits) {
    return std::unexpected(std::move(fits.error()));
  }
  auto words_file =
      datafile::ReadFile(share, "content/" + language + "/journeys/" + audience + ".toml");
  if (!words_file) {
    return std::unexpected(std::move(words_file.error()));
  }
  auto words = journey::Words::Load(*words_file, *journey);
  if (!words) {
    return std::unexpected(std::move(words.error()));
  }
  std::map<std::string, html::Html, std::less<>> bodies;
  for (const journey::Page& page : journey->pages()) {
    if (const std::string& body = words->page(page.id).body; !body.empty()) {
      bodies.emplace(page.id, html::Markdown(body));
    }
  }
  return JourneyContent{std::move(*journey), std::move(*words), std::move(bodies)};
}

/// A page that shows guidance for a question has an article for each of its concerns.
std::expected<void, Fault> CheckGuidance(const JourneyContent& content,
                                         const Content::Articles& guidance,
                                         const std::string& folder) {
  for (const journey::Page& page : content.journey.pages()) {
    if (page.guidance_for.empty()) {
      continue;
    }
    for (const journey::Option& option : content.journey.FindQuestion(page.guidance_for)->options) {
      if (!option.exclusive && !guidance.contains(option.id)) {
        return std::unexpected(Fault{folder + "/" + option.id + ".md", 0, "",
                                     "is missing: page \"" + page.id + "\" of the journey \"" +
                                         content.id() + "\" shows it"});
      }
    }
  }
  return {};
}

}  // namespace

std::expected<Content, Fault> Content::Load(const fs::path& share, const std::string& language) {
  const std::string folder = "content/" + language;
  Content content;
  content.language_ = language;

  auto guidance = LoadArticles(share, folder + "/help");
  if (!guidance) {
    return std::unexpected(std::move(guidance.error()));
  }
  content.guidance_ = std::move(*guidance);
  auto pages = LoadArticles(share, folder + "/pages");
  if (!pages) {
    return std::unexpected(std::move(pages.error()));
  }
  content.pages_ = std::move(*pages);

  auto file = datafile::ReadFile(share, folder + "/site.toml");
  if (!file) {
    return std::unexpected(std::move(file.error()));
  }
  std::set<std::string, std::less<>> page_ids;
  for (const auto& [id, page] : content.pages_) {
    page_ids.insert(id);
  }
  auto words = LoadSiteWords(*file, page_ids);
  if (!words) {
    return std::unexpected(std::move(words.error()));
  }
  content.words_ = std::move(*words);

  for (const safeguarding::Audience audience : kAudiences) {
    const std::string id(safeguarding::IdOf(audience));
    auto journey = LoadJourney(share, language, id);
    if (!journey) {
      return std::unexpected(std::move(journey.error()));
    }
    if (auto complete = CheckGuidance(*journey, content.guidance_, folder + "/help"); !complete) {
      return std::unexpected(std::move(complete.error()));
    }
    content.journeys_.emplace(id, std::move(*journey));
  }
  return content;
}

const JourneyContent* Content::FindJourney(std::string_view id) const {
  const auto found = journeys_.find(id);
  return found == journeys_.end() ? nullptr : &found->second;
}

const Article* Content::FindGuidance(std::string_view option, std::string_view audience) const {
  std::string name(option);
  const std::size_t without_audience = name.size();
  name.append(".").append(audience);
  auto found = guidance_.find(name);
  if (found == guidance_.end()) {
    name.resize(without_audience);
    found = guidance_.find(name);
  }
  return found == guidance_.end() ? nullptr : &found->second;
}

}  // namespace safety::site
