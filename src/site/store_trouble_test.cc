// Stores that are busy, gone or ahead of us: nothing is lost, and "sent" is never said too early.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <future>
#include <limits>

#include "site/site_for_tests.h"

namespace safety::site {
namespace {

using casework::StoreError;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kDanger = "/report/child/danger";
constexpr const char* kConcerns = "/report/child/concerns";
constexpr const char* kWords = "/report/child/what-happened";

class EveryStoreError : public ::testing::TestWithParam<StoreError> {};

TEST_P(EveryStoreError, IsNeverTakenForSent) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen check = WalkToCheck(browser, "child");
  site.store.SetCommitError(GetParam());
  const Seen not_sent = browser.Post(check.address);
  EXPECT_EQ(not_sent.status, 503);
  EXPECT_NE(not_sent.Header("Retry-After"), "");
  EXPECT_EQ(not_sent.Heading(), "Your report has not been sent yet");
  EXPECT_THAT(not_sent.body, HasSubstr("999"));
  EXPECT_THAT(not_sent.body, HasSubstr("101"));
  EXPECT_THAT(not_sent.body, HasSubstr("action=\"/report/child/check\""));
  EXPECT_EQ(site.draft_store.size(), 1U);
  EXPECT_EQ(browser.Visit("/report/sent").address, check.address);

  site.store.SetCommitError(std::nullopt);
  EXPECT_EQ(browser.Submit(check.address).address, "/report/sent");
  EXPECT_EQ(site.store.commits(), 1U);
}

TEST_P(EveryStoreError, LeavesATypedAnswerOnItsPage) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToCheck(browser, "child");
  site.draft_store.SetError(GetParam());
  const Seen page = browser.Post(kWords, {{"what_happened", "Typed just now"}});
  EXPECT_EQ(page.status, 503);
  EXPECT_NE(page.Header("Retry-After"), "");
  EXPECT_THAT(page.body, HasSubstr("Typed just now"));
  EXPECT_THAT(page.body, HasSubstr("We have not saved this answer yet"));
  site.draft_store.SetError(std::nullopt);
  EXPECT_EQ(browser.Post(kWords, {{"what_happened", "Typed just now"}}).status, 303);
}

INSTANTIATE_TEST_SUITE_P(StoreErrors, EveryStoreError,
                         ::testing::Values(StoreError::kBusy, StoreError::kUnavailable));

TEST(StoreTrouble, OnReadingIsAPageToTryAgainFrom) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToCheck(browser, "child");
  site.draft_store.SetError(StoreError::kUnavailable);
  for (const char* address : {kDanger, "/report/child", "/report/child/check"}) {
    const Seen page = browser.Get(address);
    EXPECT_EQ(page.status, 503) << address;
    EXPECT_NE(page.Header("Retry-After"), "") << address;
  }
  EXPECT_EQ(browser.Post("/report/child/check").status, 503);
  site.draft_store.SetError(std::nullopt);
  site.store.SetReadError(StoreError::kUnavailable);
  EXPECT_EQ(browser.Get("/report/sent").status, 503);
}

TEST(DoubleSend, IsOneReportWithOneReference) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen check = WalkToCheck(browser, "child");
  const Seen first = browser.Post(check.address);
  const Seen second = browser.Post(check.address);
  EXPECT_EQ(first.location, "/report/sent");
  EXPECT_EQ(second.location, "/report/sent");
  EXPECT_EQ(site.store.ListQueue({})->total, 1U);
}

TEST(DoubleSend, AfterALostAnswerShowsTheSameReference) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen check = WalkToCheck(browser, "child");
  browser.Post(check.address);  // and the answer never arrives
  const std::string reference = ReferenceOn(browser.Get("/report/sent"));
  const Seen again = browser.Submit(check.address);
  EXPECT_EQ(ReferenceOn(again), reference);
  EXPECT_EQ(site.store.commits(), 1U);
}

TEST(TwoTabs, KeepBothAnswers) {
  SiteForTests site;
  Browser browser(site.router());
  WalkToCheck(browser, "child");
  Browser other(site.router());
  other.SetCookie(browser.cookie());
  other.SetToken(browser.token());
  browser.Submit(kWords, {{"what_happened", "From one tab"}});
  other.Submit(kConcerns, {{"concerns", "indecent_image"}});
  const Seen check = browser.Get("/report/child/check");
  EXPECT_THAT(check.body, HasSubstr("From one tab"));
  EXPECT_THAT(check.body, HasSubstr("nude or sexual picture"));
}

/// Another tab that saves between our load and our save, a number of times.
class OtherTabWins final : public casework::DraftStore {
 public:
  explicit OtherTabWins(casework::DraftStore& store) : store_(store) {}

  std::expected<std::optional<casework::StoredDraft>, StoreError> Load(base::ByteView id,
                                                                       base::UtcTime now) override {
    return store_.Load(id, now);
  }
  void Save(base::Bytes id, std::uint64_t expected_version, base::Bytes sealed, base::UtcTime now,
            Done done) override {
    if (conflicts > 0) {
      --conflicts;
      done(std::unexpected(StoreError::kConflict));
      return;
    }
    store_.Save(std::move(id), expected_version, std::move(sealed), now, std::move(done));
  }
  void Erase(base::Bytes id, Done done) override { store_.Erase(std::move(id), std::move(done)); }
  void EraseIdle(base::UtcTime before, Done done) override {
    store_.EraseIdle(before, std::move(done));
  }

  std::atomic<int> conflicts = 0;

 private:
  casework::DraftStore& store_;
};

TEST(TwoTabs, ThatSaveAtOnceAreBothHeard) {
  casework::MemoryDraftStore drafts;
  OtherTabWins other_tab(drafts);
  SiteForTests site(&other_tab);
  Browser browser(site.router());
  WalkToCheck(browser, "child");
  other_tab.conflicts = 2;
  const Seen page = browser.Post(kWords, {{"what_happened", "Third time lucky"}});
  EXPECT_EQ(page.status, 303);
  EXPECT_THAT(browser.Get("/report/child/check").body, HasSubstr("Third time lucky"));
}

TEST(TwoTabs, ThatNeverAgreeEndInAPageThatKeepsTheAnswer) {
  casework::MemoryDraftStore drafts;
  OtherTabWins other_tab(drafts);
  SiteForTests site(&other_tab);
  Browser browser(site.router());
  WalkToCheck(browser, "child");
  other_tab.conflicts = std::numeric_limits<int>::max();
  const Seen page = browser.Post(kWords, {{"what_happened", "Never saved"}});
  EXPECT_EQ(page.status, 503);
  EXPECT_THAT(page.body, HasSubstr("Never saved"));
}

TEST(TwoTabs, OneThatHasSentEndsTheOther) {
  SiteForTests site;
  Browser browser(site.router());
  const Seen check = WalkToCheck(browser, "child");
  Browser other(site.router());
  other.SetCookie(browser.cookie());
  other.SetToken(browser.token());
  browser.Submit(check.address);
  EXPECT_EQ(other.Submit(kWords, {{"what_happened", "Too late"}}).address, "/report/sent");
  EXPECT_EQ(site.draft_store.size(), 0U) << "nothing is written after the report is sent";
}

}  // namespace
}  // namespace safety::site
