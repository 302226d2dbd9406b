#include "content/shipped.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <utility>

#include "datafile/file.h"

namespace safety::content {
namespace {

template <class T>
T OrEnd(std::expected<T, datafile::Fault> loaded) {
  if (!loaded) {
    std::fprintf(stderr, "%s\n", loaded.error().ToString().c_str());
    std::exit(1);
  }
  return std::move(*loaded);
}

datafile::File Read(const std::string& name) {
  return OrEnd(datafile::ReadFile(SAFETY_SOURCE_DIR, name));
}

ShippedJourney Load(const std::string& audience) {
  auto journey = OrEnd(journey::Journey::Load(Read("content/journeys/" + audience + ".toml")));
  auto words =
      OrEnd(journey::Words::Load(Read("content/en/journeys/" + audience + ".toml"), journey));
  return {std::move(journey), std::move(words)};
}

}  // namespace

const ShippedJourney& Shipped(const std::string& audience) {
  static std::map<std::string, ShippedJourney> loaded;
  auto found = loaded.find(audience);
  if (found == loaded.end()) {
    found = loaded.emplace(audience, Load(audience)).first;
  }
  return found->second;
}

std::vector<PageText> TextsOf(const ShippedJourney& shipped, const journey::Page& page) {
  const journey::PageWords& words = shipped.words.page(page.id);
  std::vector<PageText> texts;
  const auto add = [&texts](Kind kind, std::string place, const std::string& text) {
    if (!text.empty()) {
      texts.push_back({kind, {std::move(place), text}});
    }
  };
  add(Kind::kTitle, page.id + ".title", words.title);
  add(Kind::kCaption, page.id + ".caption", words.caption);
  add(Kind::kBody, page.id + ".body", words.body);
  add(Kind::kButton, page.id + ".button", words.button);
  for (const auto& [id, question] : words.questions) {
    add(Kind::kLabel, id + ".label", question.label);
    add(Kind::kHint, id + ".hint", question.hint);
    add(Kind::kMissing, id + ".missing", question.missing);
    add(Kind::kName, id + ".name", question.name);
    for (const auto& [option, text] : question.options) {
      add(Kind::kOption, id + ".option." + option, text);
    }
    for (const auto& [option, text] : question.option_hints) {
      add(Kind::kHint, id + ".option_hint." + option, text);
    }
  }
  return texts;
}

std::vector<ShippedArticle> ShippedArticles(const std::string& folder) {
  const std::string path = "content/en/" + folder;
  std::vector<ShippedArticle> articles;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(SAFETY_SOURCE_DIR) + "/" + path)) {
    const std::string name = entry.path().filename().string();
    articles.push_back({folder + "/" + name, Read(path + "/" + name).text});
  }
  std::ranges::sort(articles, {}, &ShippedArticle::name);
  return articles;
}

}  // namespace safety::content
