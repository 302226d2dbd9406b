#include "site/leaving.h"

#include <string>

#include "site/addresses.h"
#include "site/visit.h"

namespace safety::site {

void Leaving::AddTo(http::Router& router) const {
  const auto leave = [this](const http::Request& request, http::Responder respond) {
    respond(Leave(request));
  };
  router.Get(kExitAddress, leave);
  router.Post(kExitAddress, leave);
}

http::Response Leaving::Leave(const http::Request& request) const {
  auto response = http::Response::SeeOther(services_.content.words()["operator.leave_for"]);
  // Another site may lead here, but it may not make a browser forget a report.
  if (request.sec_fetch_site == "cross-site") {
    return response;
  }
  if (const auto visitor = VisitorOf(request)) {
    // Without the cookie nothing opens the draft, whether or not this gets through.
    services_.drafts.Erase(*visitor, [](const auto&) {});
  }
  ForgetVisitor(response);
  // Not "cookies": it would undo what ForgetVisitor does about pages in the browser's memory.
  response.SetHeader("Clear-Site-Data", "\"cache\", \"storage\"");
  return response;
}

}  // namespace safety::site
