#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

#include "casework/second_factor.h"
#include "workbench/workbench_for_tests.h"

namespace safety::workbench {
namespace {

constexpr std::string_view kPassphrase = "four random words here";

/// Undoes base32, as an authenticator app does.
base::SecretBytes FromBase32(std::string_view text) {
  base::Bytes bytes;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    bits = bits << 5 | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
    count += 5;
    if (count >= 8) {
      count -= 8;
      bytes.push_back(static_cast<std::uint8_t>(bits >> count));
    }
  }
  return base::SecretBytes::CopyOf(bytes);
}

class ActivationPageTest : public testing::Test {
 protected:
  ActivationPageTest() { code_ = Invite("sam.hill"); }

  std::string Invite(const std::string& name) {
    Browser admin = centre_.SignedIn("administrator");
    admin.Get("/accounts");
    const Seen invited =
        admin.Post("/accounts/invite", {{"once", "1"}, {"name", name}, {"role", "advisor"}});
    return Between(invited.body, "<strong>", "</strong>");
  }
  /// On to the page where the account is set up.
  Seen Begin(Browser& browser) {
    browser.Get("/activate");
    return browser.Submit("/activate", {{"invitation", code_}});
  }
  std::string FirstCode(const Seen& page) {
    const auto secret = FromBase32(Between(page.body, "?secret=", "&"));
    return casework::CodeAt(secret, centre_.clock.Now());
  }
  static http::FormFields Fields(std::string_view passphrase, std::string_view repeat,
                                 std::string_view code) {
    return {{"passphrase", std::string(passphrase)},
            {"repeat", std::string(repeat)},
            {"code", std::string(code)}};
  }
  bool IsMade() { return centre_.store.FindAccount("sam.hill").value().has_value(); }

  WorkbenchForTests centre_;
  std::string code_;
  Browser browser_{centre_.router()};
};

TEST_F(ActivationPageTest, FromACodeToASignedInAdvisorWhoWaits) {
  const Seen page = Begin(browser_);
  EXPECT_EQ(page.address, "/activate/account");
  EXPECT_EQ(page.Heading(), "Set up your account");
  EXPECT_TRUE(page.Says("Your account name is sam.hill. Your role is Advisor."));
  EXPECT_TRUE(page.Says("otpauth://totp/Safety%20Centre:sam.hill?secret="));
  const auto secret = FromBase32(Between(page.body, "?secret=", "&"));
  EXPECT_TRUE(page.Says(casework::SpellForTyping(secret)));

  const Seen ready =
      browser_.Submit("/activate/account", Fields(kPassphrase, kPassphrase, FirstCode(page)));
  EXPECT_EQ(ready.address, "/sign-in");
  EXPECT_TRUE(ready.Says("Your account is ready."));
  EXPECT_EQ(centre_.LastAction(), "account_created");
  EXPECT_FALSE(browser_.cookie().contains("__Host-activation"));
  EXPECT_FALSE(browser_.cookie().contains("__Host-invitation"));

  centre_.clock.Advance(std::chrono::seconds(30));
  const Seen home =
      browser_.Submit("/sign-in", {{"name", "sam.hill"},
                                   {"passphrase", std::string(kPassphrase)},
                                   {"code", casework::CodeAt(secret, centre_.clock.Now())}});
  EXPECT_EQ(home.address, "/");
  EXPECT_TRUE(home.Says("Your access to reports is waiting for a duty lead."));

  const auto receipt = centre_.File("a stranger asks");
  const std::string address = "/case/" + receipt.reference.text();
  EXPECT_FALSE(browser_.Get("/").Says(receipt.reference.text()));
  EXPECT_EQ(browser_.Get(address).status, 403);
  EXPECT_EQ(browser_.Post(address + "/take", {{"version", "1"}}).status, 403);

  Browser lead = centre_.SignedIn("duty_lead");
  lead.Get("/accounts");
  ASSERT_EQ(lead.Post("/accounts/" + centre_.IdOf("sam.hill").ToHex() + "/access").location,
            "/accounts?notice=given");
  EXPECT_TRUE(browser_.Get("/").Says("a stranger asks"));
  EXPECT_TRUE(browser_.Get(address).Says("a stranger asks"));
}

TEST_F(ActivationPageTest, CodesAreForgivenTheirSpellingAndNoMore) {
  browser_.Get("/activate");
  std::string upper;
  for (const char c : code_) {
    upper += c == ' ' ? std::string(", ") : std::string(1, static_cast<char>(c - 'a' + 'A'));
  }
  EXPECT_EQ(browser_.Post("/activate", {{"invitation", upper}}).location, "/activate/account");
  for (const std::string& bad :
       {std::string("one two three"), std::string("aaa aaa aaa aaa aaa aaa aaa"),
        std::string(5000, 'a'), std::string("<b>")}) {
    const Seen seen = browser_.Post("/activate", {{"invitation", bad}});
    EXPECT_EQ(seen.status, 400);
    EXPECT_TRUE(seen.Says("This code does not work."));
    EXPECT_FALSE(seen.Says("<b>"));
  }
  EXPECT_TRUE(browser_.Post("/activate", {{"invitation", " "}}).Says("Enter your code"));
}

TEST_F(ActivationPageTest, MistakesAreNamedAndTheKeyOfTheAppStays) {
  const Seen page = Begin(browser_);
  const std::string key = Between(page.body, "?secret=", "&");
  const std::string good = FirstCode(page);
  const struct {
    http::FormFields fields;
    std::string says;
  } table[] = {
      {Fields("", "", ""), "Passphrase must have 15 characters or more"},
      {Fields("too short", "too short", good), "Passphrase must have 15 characters or more"},
      {Fields(kPassphrase, "five random words here", good), "The two passphrases must be the same"},
      {Fields(kPassphrase, "", good), "The two passphrases must be the same"},
      {Fields(kPassphrase, kPassphrase, ""), "Enter the 6 digits"},
      {Fields(kPassphrase, kPassphrase, "abcdef"), "This is not the code that the app shows"},
  };
  for (const auto& [fields, says] : table) {
    const Seen seen = browser_.Post("/activate/account", fields);
    EXPECT_EQ(seen.status, 400) << says;
    EXPECT_TRUE(seen.Says(says)) << says;
    EXPECT_TRUE(seen.Title().starts_with("Error: ")) << says;
    EXPECT_EQ(Between(seen.body, "?secret=", "&"), key) << says;
    EXPECT_FALSE(seen.Says(kPassphrase)) << says;
    EXPECT_FALSE(IsMade()) << says;
  }
  EXPECT_EQ(browser_.Post("/activate/account", Fields(kPassphrase, kPassphrase, good)).status, 303);
}

TEST_F(ActivationPageTest, ReloadingShowsTheSameKeyAndAnotherBrowserAnother) {
  const std::string key = Between(Begin(browser_).body, "?secret=", "&");
  EXPECT_EQ(Between(browser_.Get("/activate/account").body, "?secret=", "&"), key);
  EXPECT_EQ(Between(Begin(browser_).body, "?secret=", "&"), key);
  // The administrator, who knows the code, learns nothing of it.
  Browser other(centre_.router());
  EXPECT_NE(Between(Begin(other).body, "?secret=", "&"), key);
}

TEST_F(ActivationPageTest, SendingTwiceMakesOneAccount) {
  const Seen page = Begin(browser_);
  const auto fields = Fields(kPassphrase, kPassphrase, FirstCode(page));
  Browser again(centre_.router());
  again.SetCookie(browser_.cookie());
  again.SetToken(browser_.token());
  EXPECT_EQ(browser_.Post("/activate/account", fields).location, "/sign-in?ready=1");
  // The second click's answer is the one that the browser shows.
  EXPECT_EQ(again.Post("/activate/account", fields).location, "/sign-in?ready=1");
  EXPECT_EQ(centre_.store.ListAccounts()->size(), 6U);
}

TEST_F(ActivationPageTest, BackAfterwardsBeginsAnew) {
  const Seen page = Begin(browser_);
  const auto fields = Fields(kPassphrase, kPassphrase, FirstCode(page));
  ASSERT_EQ(browser_.Post("/activate/account", fields).status, 303);
  EXPECT_EQ(browser_.Get("/activate/account").location, "/activate");
  const Seen resent = browser_.Post("/activate/account", fields);
  EXPECT_EQ(resent.status, 403);
  EXPECT_TRUE(resent.Says("Enter your code again."));
  const Seen used = Begin(browser_);
  EXPECT_EQ(used.status, 400);
  EXPECT_TRUE(used.Says("This code does not work."));
}

TEST_F(ActivationPageTest, ACodeThatExpiresOnTheWay) {
  const Seen page = Begin(browser_);
  centre_.clock.Advance(std::chrono::hours(72));
  EXPECT_EQ(browser_.Get("/activate/account").status, 400);
  const Seen late =
      browser_.Post("/activate/account", Fields(kPassphrase, kPassphrase, FirstCode(page)));
  EXPECT_EQ(late.status, 400);
  EXPECT_EQ(late.Heading(), "Make your account");
  EXPECT_TRUE(late.Says("This code does not work."));
  EXPECT_FALSE(IsMade());
}

TEST_F(ActivationPageTest, ForeignFormsMakeNothing) {
  const Seen page = Begin(browser_);
  const auto fields = Fields(kPassphrase, kPassphrase, FirstCode(page));
  const std::string token = browser_.token();
  browser_.SetToken("forged");
  const Seen forged = browser_.Post("/activate/account", fields);
  EXPECT_EQ(forged.status, 403);
  EXPECT_EQ(forged.Heading(), "Make your account");
  http::FormFields whole = fields;
  whole.emplace_back("csrf", token);
  EXPECT_EQ(browser_
                .Send({.method = http::Method::kPost,
                       .path = "/activate/account",
                       .content_type = "application/x-www-form-urlencoded",
                       .sec_fetch_site = "cross-site",
                       .body = http::Encode(whole)})
                .status,
            403);
  Browser stranger(centre_.router());
  EXPECT_EQ(stranger.PostRaw("/activate", "invitation=x").status, 403);
  EXPECT_EQ(browser_.PostRaw("/activate/account", "code=%zz").status, 400);
  EXPECT_FALSE(IsMade());
}

TEST_F(ActivationPageTest, TroubleWithTheStoreKeepsTheCodeGood) {
  const Seen page = Begin(browser_);
  const auto fields = Fields(kPassphrase, kPassphrase, FirstCode(page));
  centre_.store.SetCommitError(casework::StoreError::kUnavailable);
  EXPECT_EQ(browser_.Post("/activate/account", fields).status, 503);
  centre_.store.SetCommitError(std::nullopt);
  centre_.store.SetReadError(casework::StoreError::kUnavailable);
  EXPECT_EQ(browser_.Get("/activate/account").status, 503);
  centre_.store.SetReadError(std::nullopt);
  EXPECT_EQ(browser_.Post("/activate/account", fields).status, 303);
  EXPECT_TRUE(IsMade());
}

TEST_F(ActivationPageTest, CookiesStayWithUsAndEndSoon) {
  browser_.Get("/activate");
  const Seen seen = browser_.Post("/activate", {{"invitation", code_}});
  std::size_t cookies = 0;
  for (const auto& [name, value] : seen.headers) {
    if (name == "Set-Cookie") {
      ++cookies;
      for (const char* part :
           {"__Host-", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=3600"}) {
        EXPECT_TRUE(value.contains(part)) << value;
      }
    }
  }
  EXPECT_EQ(cookies, 2U);
}

}  // namespace
}  // namespace safety::workbench
