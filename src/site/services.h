#pragma once

#include <chrono>
#include <string_view>

#include "base/clock.h"
#include "base/worker_pool.h"
#include "casework/drafts.h"
#include "casework/submit_report.h"
#include "casework/visitor.h"
#include "site/content.h"
#include "site/layout.h"
#include "site/notices.h"

namespace safety::site {

inline constexpr std::string_view kVisitorCookie = "__Host-report";

/// Twice a draft's life, so that who comes back late meets an explanation and not an empty page.
inline constexpr std::chrono::hours kCookieLife{2};

/// What the pages work with. Borrowed; outlives every request.
struct Services {
  const Content& content;
  const Layout& layout;
  const Notices& notices;
  const casework::Drafts& drafts;
  const casework::SubmitReport& submit;
  const vault::WordList& code_words;
  const base::Clock& clock;
  base::WorkerPool& workers;  ///< for work that may not be done on a store's own thread
};

}  // namespace safety::site
