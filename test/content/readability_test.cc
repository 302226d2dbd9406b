#include "content/readability.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safety::content {
namespace {

using testing::ElementsAre;

TEST(CountSyllables, FollowsHowWordsSound) {
  struct Case {
    const char* word;
    std::size_t syllables;
  };
  for (const Case& c : {Case{"cat", 1},
                        {"like", 1},
                        {"the", 1},
                        {"little", 2},
                        {"trouble", 2},
                        {"named", 1},
                        {"started", 2},
                        {"messages", 3},
                        {"pictures", 2},
                        {"adult", 2},
                        {"username", 3},
                        {"video", 2},
                        {"999", 1},
                        {"don't", 1},
                        {"photograph", 3}}) {
    EXPECT_EQ(CountSyllables(c.word), c.syllables) << c.word;
  }
}

TEST(Measure, CountsSentencesWordsAndTheLongest) {
  const Reading reading =
      Measure({"We believe you. You are safe here", "Yes", "", "www.a.uk is one"});
  EXPECT_EQ(reading.sentences, 4U);
  EXPECT_EQ(reading.words, 13U);
  EXPECT_EQ(reading.longest_sentence, 5U);
}

TEST(Measure, HarderWordsAndLongerSentencesGiveAHigherGrade) {
  const double easy = Measure({"You can stop now. We will help you."}).Grade();
  const double hard =
      Measure({"Notwithstanding previous communication, safeguarding considerations necessitate "
               "immediate multidisciplinary consultation."})
          .Grade();
  EXPECT_LT(easy, 2);
  EXPECT_GT(hard, 15);
  EXPECT_EQ(Measure({}).Grade(), 0);
}

TEST(LinesOfMarkdown, GivesTheWordsThatAreRead) {
  EXPECT_THAT(LinesOfMarkdown("# Help\n\n- Call [0800 1111](tel:08001111).\n\n**Now:** go\n"),
              ElementsAre("Help", "Call 0800 1111.", "Now: go"));
}

}  // namespace
}  // namespace safety::content
