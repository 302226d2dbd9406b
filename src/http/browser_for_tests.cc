#include "http/browser_for_tests.h"

#include <future>

namespace safety::http {
namespace {

constexpr int kMaxRedirects = 5;
constexpr std::string_view kToken = "name=\"csrf\" value=\"";

std::string PercentEncode(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

}  // namespace

std::string Between(std::string_view text, std::string_view start, std::string_view end) {
  const std::size_t from = text.find(start);
  if (from == std::string_view::npos) {
    return {};
  }
  const std::size_t to = text.find(end, from + start.size());
  return std::string(text.substr(from + start.size(), to - from - start.size()));
}

std::string Seen::Header(std::string_view name) const {
  for (const auto& [header, value] : headers) {
    if (header == name) {
      return value;
    }
  }
  return {};
}

std::string Seen::Heading() const {
  std::string inner = Between(body, "<h1", "</h1>");
  inner.erase(0, inner.find('>') + 1);
  std::string text;
  bool in_tag = false;
  for (const char c : inner) {
    in_tag = c == '<' || (in_tag && c != '>');
    if (!in_tag && c != '>' && c != '\n') {
      text += c;
    }
  }
  const std::size_t start = text.find_first_not_of(' ');
  return start == std::string::npos ? ""
                                    : text.substr(start, text.find_last_not_of(' ') + 1 - start);
}

std::string Seen::Title() const { return Between(body, "<title>", "</title>"); }

std::string Encode(const FormFields& fields) {
  std::string body;
  for (const auto& [name, value] : fields) {
    body += body.empty() ? "" : "&";
    body += PercentEncode(name) + "=" + PercentEncode(value);
  }
  return body;
}

std::string Browser::cookie() const {
  std::string header;
  for (const std::string& one : cookies_) {
    header += (header.empty() ? "" : "; ") + one;
  }
  return header;
}

void Browser::SetCookie(std::string_view cookies) {
  cookies_.clear();
  if (!cookies.empty()) {
    cookies_.emplace_back(cookies);
  }
}

void Browser::Keep(std::string_view set_cookie) {
  const std::string_view one = set_cookie.substr(0, set_cookie.find(';'));
  const std::string_view name = one.substr(0, one.find('=') + 1);
  std::erase_if(cookies_, [name](const std::string& kept) { return kept.starts_with(name); });
  if (!set_cookie.contains("Max-Age=0")) {
    cookies_.emplace_back(one);
  }
}

Seen Browser::Send(Request request) {
  if (request.cookie.empty()) {
    request.cookie = cookie();
  }
  const std::string address = request.path;
  std::promise<Response> promise;
  auto answered = promise.get_future();
  router_.Dispatch(std::move(request), Responder([&promise](Response response) {
                     promise.set_value(std::move(response));
                   }));
  Response response = answered.get();
  Seen seen{.status = response.status,
            .address = address,
            .body = std::move(response.body),
            .headers = std::move(response.headers)};
  if (response.wire) {
    const std::string& wire = response.wire->identity;
    seen.body = wire.substr(wire.find("\r\n\r\n") + 4);
  }
  seen.location = seen.Header("Location");
  for (const auto& [name, value] : seen.headers) {
    if (name == "Set-Cookie") {
      Keep(value);
    }
  }
  if (std::string token = Between(seen.body, kToken, "\""); !token.empty()) {
    token_ = std::move(token);
  }
  return seen;
}

Seen Browser::Get(std::string_view address) {
  const std::size_t query = std::min(address.find('?'), address.size());
  return Send({.method = Method::kGet,
               .path = std::string(address.substr(0, query)),
               .query = std::string(address.substr(std::min(query + 1, address.size()))),
               .sec_fetch_site = "same-origin"});
}

Seen Browser::FollowFrom(Seen seen) {
  for (int i = 0; i < kMaxRedirects && seen.status == 303 && seen.location.starts_with('/'); ++i) {
    seen = Get(seen.location);
  }
  return seen;
}

Seen Browser::Visit(std::string_view address) { return FollowFrom(Get(address)); }

Seen Browser::PostRaw(std::string_view address, std::string body) {
  const std::size_t query = std::min(address.find('?'), address.size());
  return Send({.method = Method::kPost,
               .path = std::string(address.substr(0, query)),
               .query = std::string(address.substr(std::min(query + 1, address.size()))),
               .content_type = "application/x-www-form-urlencoded",
               .sec_fetch_site = "same-origin",
               .body = std::move(body)});
}

Seen Browser::Post(std::string_view address, FormFields fields) {
  fields.emplace_back("csrf", token_);
  return PostRaw(address, Encode(fields));
}

Seen Browser::Submit(std::string_view address, FormFields fields) {
  return FollowFrom(Post(address, std::move(fields)));
}

}  // namespace safety::http
