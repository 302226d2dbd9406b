// What stops the server at start: each fault names its file, and where it has one, line and key.

#include "site/content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "site/site_for_tests.h"

namespace safety::site {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kSiteFile = "content/en/site.toml";

/// A copy of the shipped content to break.
class BrokenContent : public ::testing::Test {
 protected:
  BrokenContent() {
    std::string name = (fs::temp_directory_path() / "content-test-XXXXXX").string();
    share_ = ::mkdtemp(name.data());
    fs::create_directories(share_ / "content");
    const fs::path shipped = fs::path(SAFETY_SOURCE_DIR) / "content";
    for (const char* folder : {"journeys", "en"}) {
      fs::copy(shipped / folder, share_ / "content" / folder, fs::copy_options::recursive);
    }
  }
  ~BrokenContent() override { fs::remove_all(share_); }

  void Write(const std::string& file, const std::string& text) const {
    std::ofstream(share_ / file) << text;
  }
  [[nodiscard]] std::string Read(const std::string& file) const {
    std::ostringstream text;
    text << std::ifstream(share_ / file).rdbuf();
    return text.str();
  }
  void Replace(const std::string& file, const std::string& old_text,
               const std::string& new_text) const {
    std::string text = Read(file);
    const std::size_t at = text.find(old_text);
    ASSERT_NE(at, std::string::npos) << old_text;
    Write(file, text.replace(at, old_text.size(), new_text));
  }
  [[nodiscard]] std::string Fault() const {
    const auto content = Content::Load(share_);
    return content ? "" : content.error().ToString();
  }

  fs::path share_;
};

TEST_F(BrokenContent, IsWholeBeforeItIsBroken) { EXPECT_EQ(Fault(), ""); }

TEST_F(BrokenContent, UnknownWordNamesLineAndKey) {
  Replace(kSiteFile, "[layout]\n", "[layout]\nsurprise = \"x\"\n");
  EXPECT_THAT(Fault(), ::testing::MatchesRegex("content/en/site.toml:[0-9]+: .*surprise.*"));
}

TEST_F(BrokenContent, MissingWordNamesItsKey) {
  Replace(kSiteFile, "\nback = \"Back\"\n", "\n");
  EXPECT_THAT(Fault(), HasSubstr("layout.back"));
}

TEST_F(BrokenContent, TheWayOutMustLeadToASafeAddress) {
  for (const char* address :
       {"http://example.org", "javascript:alert(1)", "/", "https://example.org/a b"}) {
    const std::string text = Read(kSiteFile);
    Replace(kSiteFile, "https://www.bbc.co.uk/weather", address);
    EXPECT_THAT(Fault(), HasSubstr("operator.leave_for")) << address;
    Write(kSiteFile, text);
  }
}

TEST_F(BrokenContent, TheFootNamesOnlyArticlesThatAreThere) {
  Replace(kSiteFile, "foot_pages = \"leaving", "foot_pages = \"leaving nowhere");
  EXPECT_THAT(Fault(), ::testing::AllOf(StartsWith(kSiteFile), HasSubstr("operator.foot_pages"),
                                        HasSubstr("nowhere")));
}

TEST_F(BrokenContent, AnArticleBeginsWithItsTitle) {
  Write("content/en/pages/cookies.md", "No title\n");
  EXPECT_THAT(Fault(), StartsWith("content/en/pages/cookies.md:1"));
  Write("content/en/pages/cookies.md", "");
  EXPECT_THAT(Fault(), StartsWith("content/en/pages/cookies.md"));
}

TEST_F(BrokenContent, OnlyArticlesLieInTheirFolders) {
  Write("content/en/help/notes.txt", "x");
  EXPECT_THAT(Fault(), StartsWith("content/en/help/notes.txt"));
}

TEST_F(BrokenContent, GuidanceThatAJourneyShowsIsThere) {
  fs::remove(share_ / "content/en/help/grooming.md");
  EXPECT_THAT(Fault(), StartsWith("content/en/help/grooming.md"));
}

TEST_F(BrokenContent, EveryAudienceHasItsJourneyAndWords) {
  const std::string parent = Read("content/journeys/parent.toml");
  fs::remove(share_ / "content/journeys/parent.toml");
  EXPECT_THAT(Fault(), StartsWith("content/journeys/parent.toml"));
  Write("content/journeys/parent.toml", parent);
  Replace("content/journeys/parent.toml", "audience = \"parent\"", "audience = \"child\"");
  EXPECT_THAT(Fault(), StartsWith("content/journeys/parent.toml"));
  Write("content/journeys/parent.toml", parent);
  fs::remove(share_ / "content/en/journeys/child.toml");
  EXPECT_THAT(Fault(), StartsWith("content/en/journeys/child.toml"));
}

TEST_F(BrokenContent, AJourneyThatFillsAnUnknownFieldIsRefused) {
  Replace("content/journeys/child.toml", "fills = \"summary\"", "fills = \"nonsense\"");
  EXPECT_THAT(Fault(),
              ::testing::AllOf(StartsWith("content/journeys/child.toml:"), HasSubstr("nonsense")));
}

TEST(Content, GuidanceSpeaksToItsAudienceWhereItCan) {
  const Content& content = ShippedContent();
  EXPECT_NE(content.FindGuidance("cyberbullying", "child"),
            content.FindGuidance("cyberbullying", "parent"));
  EXPECT_EQ(content.FindGuidance("grooming", "child"), content.FindGuidance("grooming", "parent"));
  EXPECT_EQ(content.FindGuidance("nothing", "child"), nullptr);
}

TEST(Content, NeverUsesTheWordsThatFrightenOrBlame) {
  std::ostringstream read;
  read << std::ifstream(fs::path(SAFETY_SOURCE_DIR) / kSiteFile).rdbuf();
  const std::string text = read.str();
  for (const char* word :
       {"perpetrator", "Please", "please", "Sorry", "sorry", "nvalid", "Oops", "oops"}) {
    EXPECT_THAT(text, ::testing::Not(HasSubstr(word)));
  }
}

}  // namespace
}  // namespace safety::site
