#include "casework/visitor.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "casework/sign_in.h"
#include "vault/keys.h"

namespace safety::casework {
namespace {

/// For every test of this room.
[[maybe_unused]] const bool kReady = [] {
  vault::Initialise();
  return true;
}();

TEST(Visitor, ComesBackFromTheCookie) {
  const Visitor visitor = Visitor::New();
  const auto again = Visitor::FromCookie(visitor.ToCookie());
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->ToCookie(), visitor.ToCookie());
  EXPECT_EQ(again->DraftId(), visitor.DraftId());
  EXPECT_TRUE(base::SameSecret(again->DraftKey().Expose(), visitor.DraftKey().Expose()));
  EXPECT_EQ(again->SubmissionId(), visitor.SubmissionId());
  EXPECT_EQ(again->ReferenceSeed(), visitor.ReferenceSeed());
  EXPECT_EQ(again->Code(), visitor.Code());
  EXPECT_TRUE(again->IsCsrfToken(visitor.CsrfToken()));
}

TEST(Visitor, RefusesWhatIsNoCookie) {
  const std::string good(43, 'A');
  ASSERT_TRUE(Visitor::FromCookie(good).has_value());
  for (const std::string& bad :
       {std::string(), good.substr(1), good + "A", good + "=", std::string(42, 'A') + "B",
        std::string(42, 'A') + "+", std::string(43, '\0'), std::string(1'000'000, 'A')}) {
    EXPECT_FALSE(Visitor::FromCookie(bad).has_value()) << bad.substr(0, 50);
    EXPECT_FALSE(SessionKey::FromCookie(bad).has_value()) << bad.substr(0, 50);
  }
}

// All in one place: nothing that the database holds may be what the cookie or another key is.
TEST(Visitor, EverythingDerivedIsDistinct) {
  const Visitor visitor = Visitor::New();
  const SessionKey session = SessionKey::FromCookie(visitor.ToCookie()).value();
  const std::set<std::string> distinct = {
      visitor.ToCookie(),
      base::ToBase64Url(visitor.DraftId()),
      base::ToBase64Url(visitor.DraftKey().Expose()),
      base::ToBase64Url(visitor.SubmissionId()),
      base::ToBase64Url(visitor.ReferenceSeed()),
      visitor.CsrfToken(),
      base::ToBase64Url(session.Id()),
      base::ToBase64Url(session.WrappingKey().Expose()),
  };
  EXPECT_EQ(distinct.size(), 8U);
  EXPECT_NE(Visitor::New().ToCookie(), visitor.ToCookie());
}

TEST(Visitor, TakesItsOwnCsrfTokenOnly) {
  const Visitor visitor = Visitor::New();
  std::string other = visitor.CsrfToken();
  other.back() = other.back() == 'A' ? 'E' : 'A';
  for (const std::string& token :
       {std::string(), other, visitor.CsrfToken() + "A", visitor.CsrfToken().substr(1),
        Visitor::New().CsrfToken(), visitor.ToCookie()}) {
    EXPECT_FALSE(visitor.IsCsrfToken(token)) << token;
  }
}

}  // namespace
}  // namespace safety::casework
