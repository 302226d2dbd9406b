#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "content/readability.h"
#include "content/shipped.h"

namespace safety::content {
namespace {

/// Grade 4 of Flesch-Kincaid is a reading age of about 9.
constexpr double kHardestGradeForChildren = 4.0;
constexpr std::size_t kLongestSentenceForChildren = 20;

/// Words that public pages do without: they beg, grovel, judge or prejudge.
constexpr std::string_view kUnwelcome[] = {"please", "sorry",       "valid",  "invalid",
                                           "oops",   "perpetrator", "victim", "paedophile"};

std::vector<std::string> LowerWords(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

void ExpectHouseStyle(const std::string& place, const std::string& text) {
  EXPECT_FALSE(text.contains('!')) << place << ": " << text;
  for (const std::string& word : LowerWords(text)) {
    for (const std::string_view unwelcome : kUnwelcome) {
      EXPECT_NE(word, unwelcome) << place << ": " << text;
    }
  }
}

void ExpectKindsForm(const PageText& text) {
  const auto& [place, words] = text.text;
  switch (text.kind) {
    case Kind::kTitle:
    case Kind::kLabel:
    case Kind::kOption:
    case Kind::kName:
    case Kind::kButton:
    case Kind::kCaption:
      EXPECT_FALSE(words.ends_with('.')) << place << ": " << words;
      break;
    case Kind::kHint:
      EXPECT_TRUE(words.ends_with('.')) << place << ": " << words;
      break;
    case Kind::kMissing:
      EXPECT_TRUE(words.starts_with("Enter ") || words.starts_with("Select ")) << place;
      EXPECT_FALSE(words.ends_with('.')) << place << ": " << words;
      break;
    case Kind::kBody:
      break;
  }
}

TEST(JourneyWords, FollowTheHouseStyle) {
  for (const char* audience : kAudiences) {
    SCOPED_TRACE(audience);
    const ShippedJourney& shipped = Shipped(audience);
    for (const journey::Page& page : shipped.journey.pages()) {
      for (const PageText& text : TextsOf(shipped, page)) {
        ExpectHouseStyle(text.text.place, text.text.text);
        ExpectKindsForm(text);
      }
    }
  }
}

TEST(JourneyWords, EachAudienceCanSayThatItDoesNotKnow) {
  for (const char* audience : kAudiences) {
    SCOPED_TRACE(audience);
    for (const journey::Page& page : Shipped(audience).journey.pages()) {
      for (const journey::Question& question : page.questions) {
        if (question.fills == "circumstances") {
          const journey::Option& last = question.options.back();
          EXPECT_TRUE(last.exclusive && (last.id == "not_sure" || last.id == "not_known"))
              << question.id;
        }
      }
    }
  }
}

void ExpectEasy(const std::string& place, const std::vector<std::string>& lines) {
  const Reading reading = Measure(lines);
  EXPECT_LE(reading.Grade(), kHardestGradeForChildren) << place;
  EXPECT_LE(reading.longest_sentence, kLongestSentenceForChildren) << place;
}

TEST(ChildWords, EveryPageReadsAtNineYearsOrLower) {
  const ShippedJourney& child = Shipped("child");
  for (const journey::Page& page : child.journey.pages()) {
    std::vector<std::string> lines;
    for (const PageText& text : TextsOf(child, page)) {
      if (text.kind != Kind::kName) {  // part of error messages only
        std::vector<std::string> more = LinesOfMarkdown(text.text.text);
        lines.insert(lines.end(), more.begin(), more.end());
      }
    }
    ExpectEasy(page.id, lines);
  }
}

TEST(Articles, FollowTheHouseStyleAndSayWhenTheyWereReviewed) {
  for (const std::string folder : {"help", "pages"}) {
    for (const ShippedArticle& article : ShippedArticles(folder)) {
      SCOPED_TRACE(article.name);
      EXPECT_TRUE(article.text.starts_with("# "));
      EXPECT_TRUE(article.text.contains("\n*Last reviewed "));
      EXPECT_FALSE(article.text.contains("http://"));
      for (const std::string& line : LinesOfMarkdown(article.text)) {
        ExpectHouseStyle(article.name, line);
      }
    }
  }
}

TEST(Articles, GuidanceEndsInSomethingToDo) {
  for (const ShippedArticle& article : ShippedArticles("help")) {
    const std::size_t last_paragraph = article.text.rfind("\n**");
    ASSERT_NE(last_paragraph, std::string::npos) << article.name;
    const std::string_view ending = std::string_view(article.text).substr(last_paragraph + 1);
    EXPECT_TRUE(ending.starts_with("**Do this") || ending.starts_with("**Next:")) << article.name;
  }
}

TEST(Articles, EveryOutsideConcernHasWordsForEachKindOfReader) {
  std::vector<std::string> names;
  for (const ShippedArticle& article : ShippedArticles("help")) {
    names.push_back(article.name);
  }
  for (const std::string concern :
       {"cyberbullying", "account_hacked", "unknown_contact", "peer_image_sharing"}) {
    for (const char* reader : {"", ".child", ".professional"}) {
      EXPECT_NE(std::ranges::find(names, "help/" + concern + reader + ".md"), names.end())
          << concern << reader;
    }
  }
}

TEST(Articles, ThoseForChildrenReadAtNineYearsOrLower) {
  for (const ShippedArticle& article : ShippedArticles("help")) {
    if (article.name.ends_with(".child.md")) {
      ExpectEasy(article.name, LinesOfMarkdown(article.text));
    }
  }
  for (const ShippedArticle& article : ShippedArticles("pages")) {
    if (article.name == "pages/leaving.md") {
      ExpectEasy(article.name, LinesOfMarkdown(article.text));
    }
  }
}

}  // namespace
}  // namespace safety::content
