#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/worker_pool.h"
#include "casework/invitations.h"
#include "casework/memory_store_for_tests.h"
#include "casework/sign_in.h"
#include "http/browser_for_tests.h"
#include "http/router.h"
#include "safeguarding/report.h"
#include "workbench/workbench.h"

namespace safety::workbench {

using http::Between;
using http::Browser;
using http::Seen;

inline constexpr std::string_view kPassphraseForTests = "correct horse battery";

/// The workbench's shipped words.
const Words& ShippedWords();

/// The whole workbench over a store in memory. It begins on Tuesday 24 November 2026, ten in the
/// morning; the clock moves on for each code of an authenticator app, because each works once. The
/// team key is there, and an account for each role, named as the role's id.
class WorkbenchForTests {
 public:
  explicit WorkbenchForTests(bool synthetic = false);

  const http::Router& router() const { return router_; }

  /// Somebody with the team key, if their role reads reports.
  void AddAccount(const std::string& name, safeguarding::Role role);
  base::AccountId IdOf(std::string_view name);
  /// A new code of the account's app.
  std::string CodeOf(const std::string& name);
  /// What signing in sends.
  http::FormFields SignInFields(const std::string& name);
  /// A browser of somebody who has just signed in.
  Browser SignedIn(const std::string& name);

  /// A case as a reporter's Send makes it.
  casework::Receipt File(const safeguarding::Report& report);
  casework::Receipt File(std::string summary);
  /// The action of the newest entry.
  std::string LastAction() const;

  base::FixedClock clock;
  casework::MemoryStore store;

 private:
  std::map<std::uint32_t, vault::KeyPair> team_keys_;
  std::map<std::string, base::SecretBytes, std::less<>> second_factors_;
  base::SecretBytes second_factor_key_;
  base::WorkerPool pool_{1, 16};
  casework::SignIn sign_in_;
  casework::Invitations invitations_;
  Workbench workbench_;
  http::Router router_;
};

}  // namespace safety::workbench
