#include "journey_script.h"

#include <array>
#include <utility>

#include "base/check.h"

namespace safety::bench {
namespace {

constexpr std::string_view kBegin = "/report/child";
constexpr std::string_view kCheckPage = "/report/child/check";
constexpr std::string_view kSentPage = "/report/sent";

/// What a child answers on the shortest way, by the page's address.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kAnswers = {{
    {"/report/child/danger", "danger=no"},
    {"/report/child/concerns", "concerns=grooming&concerns=sexual_communication"},
    {"/report/child/now", "now=none"},
    {"/report/child/pictures", "pictures=none"},
    {"/report/child/person", "person=still_in_contact"},
    {"/report/child/you", "you=none"},
    {"/report/child/what-happened",
     "what_happened=He+found+me+in+a+game+and+now+he+writes+every+night.+He+asks+what+I+wear+and+"
     "says+I+must+not+tell+my+mum.+I+do+not+know+how+to+make+it+stop%2C+and+I+am+scared+that+he+"
     "knows+where+I+go+to+school.+It+began+three+weeks+ago.&wishes=I+want+it+to+stop."},
    {"/report/child/about-you", "name=Si%C3%A2n&age=12&area=Wrecsam"},
    {"/report/child/person-names/1",
     "person_usernames=jay_09%0D%0Ajay.09x&person_platforms=discord&person_name=Jay"},
    {"/report/child/people", "another_person=no"},
    {"/report/child/contact", "contact=return_code"},
    {kCheckPage, ""},
}};

std::string_view AnswerOn(std::string_view address) {
  for (const auto& [page, answer] : kAnswers) {
    if (page == address) {
      return answer;
    }
  }
  base::Check(false, "the bench knows every page of the child's shortest way");
  return {};
}

void Get(std::string& out, std::string_view address, std::string_view cookie) {
  out += "GET ";
  out += address;
  out += " HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br, gzip\r\n";
  if (!cookie.empty()) {
    out += "Cookie: ";
    out += cookie;
    out += "\r\n";
  }
  out += "\r\n";
}

void Post(std::string& out, std::string_view address, const ReadyVisitor& visitor) {
  const std::string_view answer = AnswerOn(address);
  const std::string token = (answer.empty() ? "csrf=" : "&csrf=") + visitor.csrf;
  out += "POST ";
  out += address;
  out +=
      " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
      "Sec-Fetch-Site: same-origin\r\nCookie: ";
  out += visitor.cookie;
  out += "\r\nContent-Length: " + std::to_string(answer.size() + token.size()) + "\r\n\r\n";
  out += answer;
  out += token;
}

std::string TokenIn(std::string_view page) {
  constexpr std::string_view kBefore = "name=\"csrf\" value=\"";
  const std::size_t at = page.find(kBefore);
  if (at == std::string_view::npos) {
    return {};
  }
  page.remove_prefix(at + kBefore.size());
  return std::string(page.substr(0, page.find('"')));
}

bool KeepCookie(const LoadResponse& response, std::string& cookie) {
  if (const auto pair = response.CookiePair("__Host-report"); !pair.empty()) {
    cookie = pair;
  }
  return !cookie.empty();
}

std::string Location(const LoadResponse& response) {
  return std::string(response.Header("Location").value_or(""));
}

}  // namespace

std::optional<std::size_t> WholeJourney::Next(std::string& out) {
  if (next_.empty()) {
    if (work_.left == 0) {
      return std::nullopt;
    }
    --work_.left;
    cookie_.clear();
    posting_.clear();
    next_ = "/";
  }
  if (posting_.empty()) {
    Get(out, next_, cookie_);
    return kJourneyGet;
  }
  Post(out, posting_, {.cookie = cookie_, .csrf = csrf_});
  return posting_ == kCheckPage ? kJourneySend : kJourneyPost;
}

bool WholeJourney::Receive(const LoadResponse& response) {
  if (next_ == "/") {
    next_ = kBegin;
    return response.status == 200;
  }
  if (response.status == 303) {
    posting_.clear();
    next_ = Location(response);
    return !next_.empty() && KeepCookie(response, cookie_);
  }
  if (next_ == kSentPage) {
    next_.clear();
    const bool arrived = response.status == 200;
    work_.sent += arrived ? 1 : 0;
    return arrived;
  }
  csrf_ = TokenIn(response.body);
  posting_ = next_;
  return response.status == 200 && KeepCookie(response, cookie_) && !csrf_.empty();
}

std::optional<std::size_t> PrepareDraft::Next(std::string& out) {
  if (next_.empty()) {
    if (work_.left == 0) {
      return std::nullopt;
    }
    --work_.left;
    visitor_ = {};
    next_ = kBegin;
  }
  if (visitor_.csrf.empty()) {
    Get(out, next_, visitor_.cookie);
    return kJourneyGet;
  }
  Post(out, next_, visitor_);
  return kJourneyPost;
}

bool PrepareDraft::Receive(const LoadResponse& response) {
  if (response.status == 303) {
    next_ = Location(response);
    const bool ok = KeepCookie(response, visitor_.cookie) && !next_.empty();
    if (next_ == kCheckPage) {
      work_.ready.push_back(std::move(visitor_));
      next_.clear();
    }
    return ok;
  }
  visitor_.csrf = TokenIn(response.body);
  return response.status == 200 && !visitor_.csrf.empty();
}

std::optional<std::size_t> SendReport::Next(std::string& out) {
  if (work_.ready.empty()) {
    return std::nullopt;
  }
  Post(out, kCheckPage, work_.ready.front());
  work_.ready.pop_front();
  return kJourneySend;
}

bool SendReport::Receive(const LoadResponse& response) {
  const bool sent = response.status == 303 && Location(response) == kSentPage;
  work_.sent += sent ? 1 : 0;
  return sent;
}

}  // namespace safety::bench
