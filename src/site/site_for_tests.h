#pragma once

#include <map>
#include <memory>
#include <string>

#include "casework/drafts.h"
#include "casework/memory_store_for_tests.h"
#include "casework/submit_report.h"
#include "http/assets.h"
#include "http/browser_for_tests.h"
#include "http/router.h"
#include "safeguarding/triage.h"
#include "site/content.h"
#include "site/site.h"

namespace safety::site {

using http::Browser;
using http::Encode;
using http::FormFields;
using http::Seen;

/// The shipped content and policy, loaded once.
const Content& ShippedContent();
const safeguarding::Policy& ShippedPolicy();
const vault::WordList& ShippedCodeWords();
/// A folder of built files that hold nothing.
const http::Assets& EmptyAssets();

/// The whole site over stores in memory, at a time that stands still: Tuesday 24 November 2026,
/// ten in the morning.
class SiteForTests {
 public:
  /// `drafts`, when given, stands before the store of drafts.
  explicit SiteForTests(casework::DraftStore* drafts = nullptr);

  const http::Router& router() const { return router_; }

  base::FixedClock clock;
  casework::MemoryStore store;
  casework::MemoryDraftStore draft_store;

 private:
  casework::Drafts drafts_;
  casework::SubmitReport submit_;
  Site site_;
  http::Router router_;
};

/// What to answer on which page; a page that is not named gets the plainest answer that goes on.
using Script = std::map<std::string, FormFields>;

/// From the page the browser is on, page by page, to check-your-answers or a page that ends.
Seen WalkOn(Browser& browser, const Seen& start, const Script& script = {});
/// From a door to check-your-answers.
Seen WalkToCheck(Browser& browser, const std::string& journey, const Script& script = {});
/// From a door to the confirmation.
Seen WalkToSent(Browser& browser, const std::string& journey, const Script& script = {});

/// The reference that a confirmation shows, or "".
std::string ReferenceOn(const Seen& page);
/// The return code that a confirmation shows, or "".
std::string CodeOn(const Seen& page);

}  // namespace safety::site
