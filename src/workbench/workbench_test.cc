#include "workbench/workbench.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "workbench/workbench_for_tests.h"

// Queue and cases, as people of each role see them.
namespace safety::workbench {
namespace {

using safeguarding::Circumstance;
using safeguarding::Concern;

safeguarding::Report ReportOf(Concern concern, std::string summary) {
  safeguarding::Report report;
  report.audience = safeguarding::Audience::kConcernedAdult;
  report.concerns.Add(concern);
  report.summary = std::move(summary);
  return report;
}

class WorkbenchTest : public testing::Test {
 protected:
  static std::string AddressOf(const casework::Receipt& receipt) {
    return "/case/" + receipt.reference.text();
  }
  std::uint64_t VersionOf(const casework::Receipt& receipt) {
    return centre_.store.FindCase(receipt.case_id).value().value().version;
  }
  Seen Take(Browser& browser, const casework::Receipt& receipt) {
    return browser.Post(AddressOf(receipt) + "/take",
                        {{"version", std::to_string(VersionOf(receipt))}});
  }

  WorkbenchForTests centre_;
};

// ---- The queue ---------------------------------------------------------------------------------

TEST_F(WorkbenchTest, TheWorstComesFirstWithItsSummaryOpened) {
  centre_.File(ReportOf(Concern::kCyberbullying, "unkind words"));
  centre_.File(ReportOf(Concern::kGrooming, "gifts in a game"));
  auto urgent = ReportOf(Concern::kGrooming, "they meet tonight");
  urgent.circumstances.Add(Circumstance::kMeetingSoon);
  centre_.File(urgent);
  Browser advisor = centre_.SignedIn("advisor");
  const Seen queue = advisor.Get("/");
  EXPECT_EQ(queue.status, 200);
  EXPECT_EQ(queue.Heading(), "Cases");
  const auto first = queue.body.find("they meet tonight");
  const auto second = queue.body.find("gifts in a game");
  const auto third = queue.body.find("unkind words");
  ASSERT_NE(third, std::string::npos);
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
  EXPECT_TRUE(queue.Says("P1 Immediate"));
  EXPECT_TRUE(queue.Says("1 to 3 of 3 open cases"));
  EXPECT_TRUE(queue.Says("Worried adult"));
  EXPECT_TRUE(queue.Says("Nobody"));
}

TEST_F(WorkbenchTest, AnEmptyQueueSaysSo) {
  EXPECT_TRUE(centre_.SignedIn("advisor").Get("/").Says("No open cases."));
}

TEST_F(WorkbenchTest, LatenessIsInWords) {
  centre_.File("a stranger asks");
  centre_.clock.Advance(std::chrono::days(30));
  const Seen queue = centre_.SignedIn("advisor").Get("/");
  EXPECT_TRUE(queue.Says("Overdue by "));
  EXPECT_TRUE(queue.Says("30 days ago"));
}

TEST_F(WorkbenchTest, TheQueueComesInPages) {
  for (int i = 0; i < 51; ++i) {
    centre_.File("report");
  }
  Browser advisor = centre_.SignedIn("advisor");
  const Seen first = advisor.Get("/");
  EXPECT_TRUE(first.Says("1 to 50 of 51 open cases"));
  EXPECT_TRUE(first.Says("href=\"/?page=2\""));
  const Seen second = advisor.Get("/?page=2");
  EXPECT_TRUE(second.Says("51 to 51 of 51 open cases"));
  EXPECT_TRUE(second.Says("href=\"/?page=1\""));
  EXPECT_FALSE(second.Says("href=\"/?page=3\""));
  for (const char* odd : {"0", "-1", "x", "", "1e9", "99999999999999999999", "2x"}) {
    EXPECT_TRUE(advisor.Get("/?page=" + std::string(odd)).Says("1 to 50")) << odd;
  }
  EXPECT_EQ(advisor.Get("/?page=100000").status, 200);
}

TEST_F(WorkbenchTest, WhatAReporterWroteIsText) {
  const auto receipt = centre_.File("<script>alert(1)</script> \"&\" https://example.org/");
  Browser advisor = centre_.SignedIn("advisor");
  for (const std::string& address : {std::string("/"), AddressOf(receipt)}) {
    const Seen seen = advisor.Get(address);
    EXPECT_TRUE(seen.Says("&lt;script&gt;alert(1)&lt;/script&gt;")) << address;
    EXPECT_FALSE(seen.Says("<script>alert")) << address;
    EXPECT_FALSE(seen.Says("href=\"https://example.org")) << address;
  }
}

// ---- Opening a case ----------------------------------------------------------------------------

TEST_F(WorkbenchTest, TheViewIsInTheJournalBeforeTheCaseIsShown) {
  const auto receipt = centre_.File("a stranger asks");
  Browser advisor = centre_.SignedIn("advisor");
  const Seen seen = advisor.Get(AddressOf(receipt));
  EXPECT_EQ(seen.status, 200);
  EXPECT_EQ(seen.Heading(), "Case " + receipt.reference.text());
  EXPECT_TRUE(seen.Says("a stranger asks"));
  EXPECT_TRUE(seen.Says("What happened?"));
  EXPECT_TRUE(seen.Says("Report received"));
  EXPECT_TRUE(seen.Says("Viewed"));
  EXPECT_EQ(centre_.LastAction(), "viewed");

  centre_.store.SetCommitError(casework::StoreError::kUnavailable);
  const Seen refused = advisor.Get(AddressOf(receipt));
  EXPECT_EQ(refused.status, 503);
  EXPECT_FALSE(refused.Says("a stranger asks"));
}

TEST_F(WorkbenchTest, ReferencesAreForgivingAndUnknownOnesAreAbsent) {
  const auto receipt = centre_.File("a stranger asks");
  Browser advisor = centre_.SignedIn("advisor");
  std::string lower = receipt.reference.text();
  for (char& c : lower) {
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  EXPECT_EQ(advisor.Get("/case/" + lower).status, 200);
  const std::string absent = base::Reference::FromSeed(base::Bytes(32, 9)).text();
  for (const std::string& unknown :
       {absent, std::string("x"), std::string("1"), std::string(2000, 'A')}) {
    const Seen seen = advisor.Get("/case/" + unknown);
    EXPECT_EQ(seen.status, 404) << unknown;
    EXPECT_TRUE(seen.Says("Signed in as advisor"));
  }
}

// ---- Taking a case on --------------------------------------------------------------------------

TEST_F(WorkbenchTest, TakingACaseOn) {
  const auto receipt = centre_.File("a stranger asks");
  Browser advisor = centre_.SignedIn("advisor");
  ASSERT_TRUE(advisor.Get(AddressOf(receipt)).Says("Take this case on"));
  const Seen taken = Take(advisor, receipt);
  EXPECT_EQ(taken.location, AddressOf(receipt) + "?notice=taken");
  EXPECT_EQ(centre_.LastAction(), "taken");
  const Seen after = advisor.Get(taken.location);
  EXPECT_TRUE(after.Says("This case is now yours."));
  EXPECT_TRUE(after.Says("Allocated"));
  EXPECT_FALSE(after.Says("Take this case on"));
}

TEST_F(WorkbenchTest, TwoWhoTakeTheSameCase) {
  const auto receipt = centre_.File("a stranger asks");
  Browser advisor = centre_.SignedIn("advisor");
  Browser lead = centre_.SignedIn("duty_lead");
  const http::FormFields as_seen{{"version", "1"}};
  ASSERT_TRUE(advisor.Post(AddressOf(receipt) + "/take", as_seen).location.ends_with("=taken"));
  const Seen late = lead.Post(AddressOf(receipt) + "/take", as_seen);
  EXPECT_EQ(late.location, AddressOf(receipt) + "?notice=conflict");
  EXPECT_TRUE(lead.Get(late.location).Says("Somebody changed this case while you were reading it"));
  EXPECT_TRUE(Take(lead, receipt).location.ends_with("=not-new"));
  const auto row = centre_.store.FindCase(receipt.case_id).value().value();
  EXPECT_EQ(row.assignee_name, "advisor");
}

TEST_F(WorkbenchTest, FormsThatCannotBeReadTakeNothing) {
  const auto receipt = centre_.File("a stranger asks");
  Browser advisor = centre_.SignedIn("advisor");
  advisor.Get(AddressOf(receipt));
  for (const char* version : {"", "x", "-1", "1x", "99999999999999999999999"}) {
    EXPECT_EQ(advisor.Post(AddressOf(receipt) + "/take", {{"version", version}}).status, 400)
        << version;
  }
  const std::string token = advisor.token();
  advisor.SetToken("forged");
  EXPECT_EQ(Take(advisor, receipt).status, 403);
  EXPECT_EQ(advisor.PostRaw(AddressOf(receipt) + "/take", "a=%zz").status, 400);
  EXPECT_EQ(advisor
                .Send({.method = http::Method::kPost,
                       .path = AddressOf(receipt) + "/take",
                       .content_type = "application/x-www-form-urlencoded",
                       .sec_fetch_site = "cross-site",
                       .body = "version=1&csrf=" + token})
                .status,
            403);
  EXPECT_EQ(VersionOf(receipt), 1U);
}

// ---- Who may -----------------------------------------------------------------------------------

TEST_F(WorkbenchTest, RolesThatReadNoReportsSeeNoneAndTheirTriesAreKept) {
  const auto receipt = centre_.File("a stranger asks");
  for (const char* name : {"auditor", "administrator"}) {
    Browser browser = centre_.SignedIn(name);
    const Seen queue = browser.Get("/");
    EXPECT_EQ(queue.status, 200) << name;
    EXPECT_TRUE(queue.Says("Your role reads no reports.")) << name;
    EXPECT_FALSE(queue.Says(receipt.reference.text())) << name;
    for (const Seen& seen : {browser.Get(AddressOf(receipt)), Take(browser, receipt)}) {
      EXPECT_EQ(seen.status, 403) << name;
      EXPECT_FALSE(seen.Says("a stranger asks")) << name;
      EXPECT_EQ(centre_.LastAction(), "refused") << name;
    }
  }
  for (const char* name : {"advisor", "duty_lead", "manager"}) {
    EXPECT_EQ(centre_.SignedIn(name).Get(AddressOf(receipt)).status, 200) << name;
  }
}

TEST_F(WorkbenchTest, TheNavigationLeadsOnlyWhereOneMayGo) {
  for (const auto& [name, sees] :
       {std::pair("advisor", false), std::pair("auditor", false), std::pair("duty_lead", true),
        std::pair("manager", true), std::pair("administrator", true)}) {
    EXPECT_EQ(centre_.SignedIn(name).Get("/").Says("href=\"/accounts\""), sees) << name;
  }
}

TEST_F(WorkbenchTest, MissesAreInPlainWords) {
  Browser advisor = centre_.SignedIn("advisor");
  const Seen unknown = advisor.Get("/no/such/page");
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(unknown.Heading(), "There is no such page");
  EXPECT_EQ(advisor.Post("/").status, 405);
  EXPECT_EQ(advisor.Get("/case/ABC/take").status, 405);
  centre_.store.SetReadError(casework::StoreError::kUnavailable);
  const Seen trouble = advisor.Get("/");
  EXPECT_EQ(trouble.status, 503);
  EXPECT_EQ(trouble.Header("Retry-After"), "10");
}

TEST_F(WorkbenchTest, NoPageIsKeptByTheBrowser) {
  Browser advisor = centre_.SignedIn("advisor");
  for (const char* address : {"/", "/sign-in", "/activate", "/nowhere"}) {
    EXPECT_TRUE(advisor.Get(address).Header("Cache-Control").contains("no-store")) << address;
  }
}

TEST(WorkbenchDemo, EveryPageSaysThatAllIsInvented) {
  const WorkbenchForTests demo(/*synthetic=*/true);
  Browser browser(demo.router());
  EXPECT_TRUE(browser.Get("/sign-in").Says("Every case, name and account here is invented."));
  const WorkbenchForTests real;
  Browser other(real.router());
  EXPECT_FALSE(other.Get("/sign-in").Says("invented"));
}

}  // namespace
}  // namespace safety::workbench
