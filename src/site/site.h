#pragma once

#include "base/clock.h"
#include "base/worker_pool.h"
#include "casework/drafts.h"
#include "casework/submit_report.h"
#include "casework/visitor.h"
#include "http/assets.h"
#include "http/router.h"
#include "site/content.h"
#include "site/entrance.h"
#include "site/layout.h"
#include "site/leaving.h"
#include "site/notices.h"
#include "site/questions.h"
#include "site/sending.h"
#include "site/services.h"

namespace safety::site {

/// What the site is made of. All of it outlives the site, and the site outlives the server that
/// serves it.
struct SiteParts {
  const Content& content;
  const http::Assets& assets;
  const casework::Drafts& drafts;
  const casework::SubmitReport& submit;
  const vault::WordList& code_words;
  const base::Clock& clock;
};

/// The public pages: four doors, a report from the first question to its reference, help, and the
/// way out. It works without script, keeps nothing about who asks, and shows "sent" only for a
/// report that is durable. Its pages are answered from any thread.
class Site {
 public:
  explicit Site(const SiteParts& parts);
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  /// Adds every page of the site, and its page for misses. Not the assets.
  void AddTo(http::Router& router) const;

 private:
  const Layout layout_;
  const Notices notices_;
  const Services services_;
  const Entrance entrance_;
  const Questions questions_;
  const Sending sending_;
  const Leaving leaving_;
  base::WorkerPool workers_;  // the first to end: it waits for what it has taken
};

}  // namespace safety::site
