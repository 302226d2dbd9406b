#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "workbench/workbench_for_tests.h"

namespace safety::workbench {
namespace {

using safeguarding::Role;

class AccountsPageTest : public testing::Test {
 protected:
  /// Sends the form of the page that `browser` is on.
  static Seen Invite(Browser& browser, const std::string& name, const std::string& role) {
    const Seen page = browser.Get("/accounts");
    return browser.Post("/accounts/invite", {{"once", Once(page)}, {"name", name}, {"role", role}});
  }
  static std::string Once(const Seen& page) {
    return Between(page.body, "name=\"once\" value=\"", "\"");
  }
  static std::string CodeOn(const Seen& page) {
    return Between(page.body, "<strong>", "</strong>");
  }
  /// An account that was made by invitation and waits for access.
  base::AccountId AddWaiting(const std::string& name, Role role = Role::kAdvisor) {
    const auto id = base::AccountId::Random();
    casework::Transaction transaction;
    transaction.changes.emplace_back(
        casework::NewAccount{.id = id,
                             .name = name,
                             .role = role,
                             .key = centre_.store.FindAccount("advisor").value()->key,
                             .wrapped_key = {1},
                             .second_factor = {1},
                             .invited_by = centre_.IdOf("administrator")});
    EXPECT_TRUE(casework::CommitAndWait(centre_.store, std::move(transaction)).has_value());
    return id;
  }
  static std::string AccessOf(base::AccountId id) { return "/accounts/" + id.ToHex() + "/access"; }

  WorkbenchForTests centre_;
};

TEST_F(AccountsPageTest, IsForSomeRoles) {
  for (const char* name : {"administrator", "duty_lead", "manager"}) {
    const Seen seen = centre_.SignedIn(name).Get("/accounts");
    EXPECT_EQ(seen.status, 200) << name;
    EXPECT_TRUE(seen.Says("duty_lead")) << name;
  }
  for (const char* name : {"advisor", "auditor"}) {
    Browser browser = centre_.SignedIn(name);
    const Seen seen = browser.Get("/accounts");
    EXPECT_EQ(seen.status, 403) << name;
    EXPECT_EQ(seen.Heading(), "Your role does not do this") << name;
    EXPECT_EQ(centre_.LastAction(), "refused") << name;
    EXPECT_EQ(Invite(browser, "sam.hill", "advisor").status, 400) << name;
    EXPECT_EQ(browser.Post("/accounts/invite", {{"once", "1"}, {"name", "sam.hill"}}).status, 403);
  }
}

TEST_F(AccountsPageTest, EachRoleIsOfferedWhatItDoes) {
  AddWaiting("sam.hill");
  const Seen admin = centre_.SignedIn("administrator").Get("/accounts");
  EXPECT_TRUE(admin.Says("action=\"/accounts/invite\""));
  EXPECT_FALSE(admin.Says("Give access to reports"));
  EXPECT_TRUE(admin.Says("Waiting for access"));
  const Seen lead = centre_.SignedIn("duty_lead").Get("/accounts");
  EXPECT_FALSE(lead.Says("action=\"/accounts/invite\""));
  EXPECT_TRUE(lead.Says("Give access to reports"));
}

TEST_F(AccountsPageTest, AnInvitationShowsItsCodeAndWhereToGo) {
  Browser admin = centre_.SignedIn("administrator");
  const Seen page = admin.Get("/accounts");
  const Seen invited = admin.Send({.method = http::Method::kPost,
                                   .path = "/accounts/invite",
                                   .content_type = "application/x-www-form-urlencoded",
                                   .host = "workbench.example.org",
                                   .sec_fetch_site = "same-origin",
                                   .body = http::Encode({{"once", Once(page)},
                                                         {"name", " sam.hill "},
                                                         {"role", "advisor"},
                                                         {"csrf", admin.token()}})});
  EXPECT_EQ(invited.status, 200);
  EXPECT_EQ(invited.Heading(), "Code for sam.hill");
  EXPECT_TRUE(invited.Says("workbench.example.org/activate"));
  EXPECT_TRUE(invited.Says("on 27 November 2026"));
  EXPECT_TRUE(invited.Says("gives them access to reports"));
  EXPECT_EQ(std::ranges::count(CodeOn(invited), ' '), 6);
  const Seen list = admin.Get("/accounts");
  EXPECT_TRUE(list.Says("sam.hill"));
  EXPECT_FALSE(list.Says(CodeOn(invited)));
}

TEST_F(AccountsPageTest, SendingTheFormTwiceShowsTheSameCode) {
  Browser admin = centre_.SignedIn("administrator");
  const Seen page = admin.Get("/accounts");
  const http::FormFields form{{"once", Once(page)}, {"name", "sam.hill"}, {"role", "manager"}};
  const Seen first = admin.Post("/accounts/invite", form);
  const Seen second = admin.Post("/accounts/invite", form);
  EXPECT_EQ(second.status, 200);
  EXPECT_EQ(CodeOn(second), CodeOn(first));
  // A new page invites anew.
  const Seen other = Invite(admin, "mo.khan", "manager");
  EXPECT_NE(CodeOn(other), CodeOn(first));
}

TEST_F(AccountsPageTest, MistakesAreNamedAndAnswersKept) {
  Browser admin = centre_.SignedIn("administrator");
  ASSERT_EQ(Invite(admin, "sam.hill", "advisor").status, 200);
  const struct {
    std::string name;
    std::string role;
    int status;
    std::string says;
  } table[] = {
      {"", "advisor", 400, "Enter an account name"},
      {"mo.khan", "", 400, "Select what they will do"},
      {"mo.khan", "head_teacher", 400, "Select what they will do"},
      {"mo khan", "advisor", 400, "Account name must be 3 to 60 letters"},
      {"x\"><script>", "advisor", 400, "Account name must be"},
      {"Sam.Hill", "manager", 409, "Somebody has an account of this name or is invited with it"},
      {"duty_lead", "manager", 409, "Somebody has an account of this name"},
  };
  for (const auto& [name, role, status, says] : table) {
    const Seen seen = Invite(admin, name, role);
    EXPECT_EQ(seen.status, status) << name;
    EXPECT_TRUE(seen.Says(says)) << name;
    EXPECT_TRUE(seen.Title().starts_with("Error: ")) << name;
    EXPECT_FALSE(seen.Says("<script>")) << name;
    EXPECT_EQ(seen.Says("value=\"" + name + "\""), !name.empty() && !name.contains('"')) << name;
    EXPECT_EQ(seen.Says("value=\"" + role + "\" checked"), role == "advisor" || role == "manager");
  }
}

TEST_F(AccountsPageTest, ADutyLeadInvitesNobody) {
  Browser lead = centre_.SignedIn("duty_lead");
  lead.Get("/accounts");
  const Seen seen =
      lead.Post("/accounts/invite", {{"once", "1"}, {"name", "sam.hill"}, {"role", "advisor"}});
  EXPECT_EQ(seen.status, 403);
  EXPECT_EQ(centre_.LastAction(), "refused");
  EXPECT_EQ(lead.Post("/accounts/withdraw", {{"invitation", "00"}}).status, 403);
  EXPECT_TRUE(centre_.store.ListInvitations(centre_.clock.Now())->empty());
}

TEST_F(AccountsPageTest, WithdrawingAnInvitation) {
  Browser admin = centre_.SignedIn("administrator");
  Invite(admin, "sam.hill", "advisor");
  const std::string id = Between(admin.Get("/accounts").body, "name=\"invitation\" value=\"", "\"");
  const Seen gone = admin.Submit("/accounts/withdraw", {{"invitation", id}});
  EXPECT_EQ(gone.address, "/accounts");
  EXPECT_TRUE(gone.Says("The invitation is withdrawn."));
  EXPECT_FALSE(gone.Says("sam.hill</td>"));
  for (const std::string& unknown : {id, std::string(), std::string("zz"), std::string(64, '0')}) {
    EXPECT_EQ(admin.Post("/accounts/withdraw", {{"invitation", unknown}}).location,
              "/accounts?notice=gone");
  }
}

TEST_F(AccountsPageTest, GivingAccessOnceOrTwice) {
  const auto sam = AddWaiting("sam.hill");
  Browser lead = centre_.SignedIn("duty_lead");
  lead.Get("/accounts");
  const Seen given = lead.Submit(AccessOf(sam));
  EXPECT_TRUE(given.Says("The account has access to reports."));
  EXPECT_FALSE(given.Says("Waiting for access"));
  EXPECT_EQ(centre_.store.ListGrants(sam)->size(), 1U);
  EXPECT_EQ(lead.Post(AccessOf(sam)).location, "/accounts?notice=given");
  EXPECT_EQ(centre_.store.ListGrants(sam)->size(), 1U);
}

TEST_F(AccountsPageTest, AccessThatCannotBeGiven) {
  Browser lead = centre_.SignedIn("duty_lead");
  lead.Get("/accounts");
  EXPECT_EQ(lead.Post(AccessOf(centre_.IdOf("auditor"))).location, "/accounts?notice=not-possible");
  EXPECT_TRUE(lead.Get("/accounts?notice=not-possible").Says("cannot be given access"));
  EXPECT_EQ(lead.Post(AccessOf(centre_.IdOf("duty_lead"))).status, 403);
  EXPECT_EQ(lead.Post(AccessOf(base::AccountId::Random())).status, 404);
  for (const char* odd : {"/accounts/x/access", "/accounts/00/access"}) {
    EXPECT_EQ(lead.Post(odd).status, 404) << odd;
  }
  const auto sam = AddWaiting("sam.hill");
  for (const char* name : {"advisor", "auditor", "administrator"}) {
    Browser browser = centre_.SignedIn(name);
    EXPECT_EQ(browser.Post(AccessOf(sam)).status, 403) << name;
    EXPECT_EQ(centre_.LastAction(), "refused") << name;
  }
  EXPECT_TRUE(centre_.store.ListGrants(sam)->empty());
}

TEST_F(AccountsPageTest, ForeignFormsChangeNothing) {
  const auto sam = AddWaiting("sam.hill");
  Browser lead = centre_.SignedIn("duty_lead");
  Browser admin = centre_.SignedIn("administrator");
  for (Browser* browser : {&lead, &admin}) {
    browser->SetToken("forged");
    for (const std::string& address :
         {std::string("/accounts/invite"), std::string("/accounts/withdraw"), AccessOf(sam)}) {
      EXPECT_EQ(browser->Post(address, {{"once", "1"}, {"name", "mo.khan"}}).status, 403);
    }
  }
  EXPECT_TRUE(centre_.store.ListGrants(sam)->empty());
  EXPECT_TRUE(centre_.store.ListInvitations(centre_.clock.Now())->empty());
}

TEST_F(AccountsPageTest, NoticesAreOurOwnWordsOnly) {
  Browser lead = centre_.SignedIn("duty_lead");
  const Seen seen = lead.Get("/accounts?notice=%3Cscript%3E");
  EXPECT_EQ(seen.status, 200);
  EXPECT_FALSE(seen.Says("govuk-notification-banner"));
}

TEST_F(AccountsPageTest, TroubleWithTheStore) {
  Browser admin = centre_.SignedIn("administrator");
  const Seen page = admin.Get("/accounts");
  centre_.store.SetCommitError(casework::StoreError::kUnavailable);
  EXPECT_EQ(admin
                .Post("/accounts/invite",
                      {{"once", Once(page)}, {"name", "sam.hill"}, {"role", "advisor"}})
                .status,
            503);
  centre_.store.SetCommitError(std::nullopt);
  centre_.store.SetReadError(casework::StoreError::kUnavailable);
  EXPECT_EQ(admin.Get("/accounts").status, 503);
}

TEST_F(AccountsPageTest, ReloadingFromTheAddressBarLeadsBack) {
  Browser admin = centre_.SignedIn("administrator");
  EXPECT_EQ(admin.Get("/accounts/invite").location, "/accounts");
  EXPECT_EQ(admin.Get("/accounts/withdraw").location, "/accounts");
}

}  // namespace
}  // namespace safety::workbench
