#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string_view>

#include "casework/drafts.h"
#include "casework/visitor.h"
#include "http/form.h"
#include "http/message.h"
#include "journey/path.h"
#include "site/addresses.h"
#include "site/services.h"

namespace safety::site {

/// Who asks: from the cookie. Nothing when there is none that is one.
[[nodiscard]] std::optional<casework::Visitor> VisitorOf(const http::Request& request);

/// The cookie of `visitor`, for kCookieLife from now on.
void KeepVisitor(const casework::Visitor& visitor, http::Response& response);

/// Takes the cookie, and with it the only key to a draft, out of the browser.
void ForgetVisitor(http::Response& response);

/// A form that came from our own page and from this visitor.
struct Posted {
  casework::Visitor visitor;
  http::Form form;
};

/// Reads a POST, or says which page to answer with instead: a field that is too long or no text, a
/// token that is missing or somebody else's. `back` is where the visitor's answers are.
[[nodiscard]] std::expected<Posted, http::Response> ReadPost(const Services& services,
                                                             const http::Request& request,
                                                             const std::string& back);

/// Where in a journey a request points. The answers do not matter yet.
struct Spot {
  const JourneyContent* journey = nullptr;
  journey::Stop stop;
};

/// The journey, page and item that the address names; nothing when there is no such place.
[[nodiscard]] std::optional<Spot> FindSpot(const Content& content, const http::Request& request);

/// Why there is no draft to go on with.
enum class NoDraft {
  kSent,         ///< this visitor's report is sent
  kExpired,      ///< its hour has passed
  kUnavailable,  ///< the store could not be read
};

/// The visitor's draft, brought into `journey`. One that was never saved is empty, and there only
/// for `page` being the journey's first.
[[nodiscard]] std::expected<casework::Draft, NoDraft> OpenDraft(const Services& services,
                                                                const casework::Visitor& visitor,
                                                                const JourneyContent& journey,
                                                                const journey::Page* page);

/// The page that says so. `back` is where to try again.
[[nodiscard]] http::Response Answer(const Services& services, NoDraft reason,
                                    const std::string& back);

/// The end of the way so far: its last stop, or check-your-answers.
[[nodiscard]] std::string EndOf(const JourneyContent& journey, const journey::Path& path,
                                Purpose purpose = Purpose::kFirstTime);

}  // namespace safety::site
