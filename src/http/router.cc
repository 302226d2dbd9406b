#include "http/router.h"

#include <algorithm>
#include <ranges>

#include "base/check.h"
#include "base/secret_bytes.h"

namespace safety::http {
namespace {

std::vector<std::string_view> Segments(std::string_view path) {
  std::vector<std::string_view> parts;
  for (const auto part : path.substr(1) | std::views::split('/')) {
    parts.emplace_back(part.begin(), part.end());
  }
  return parts;
}

bool IsVariable(std::string_view part) {
  return part.size() > 2 && part.starts_with('{') && part.ends_with('}');
}

bool Matches(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
  return std::ranges::equal(pattern, path, [](std::string_view expected, std::string_view given) {
    return IsVariable(expected) ? !given.empty() : expected == given;
  });
}

/// Literals sort before variables, then by name.
bool MoreLiteral(const std::string& a, const std::string& b) {
  return IsVariable(a) != IsVariable(b) ? IsVariable(b) : a < b;
}

std::string_view NameOf(Method method) { return method == Method::kPost ? "POST" : "GET"; }

bool Serves(Method route, Method asked) {
  return route == asked || (route == Method::kGet && asked == Method::kHead);
}

/// What a person wrote, and the key that a cookie carries, do not linger in freed memory.
class RequestWiper {
 public:
  explicit RequestWiper(Request& request) : request_(request) {}
  RequestWiper(const RequestWiper&) = delete;
  RequestWiper& operator=(const RequestWiper&) = delete;
  ~RequestWiper() {
    base::Wipe(request_.body);
    base::Wipe(request_.cookie);
  }

 private:
  Request& request_;
};

}  // namespace

Responder::~Responder() { (*this)({.status = 500}); }

void Responder::operator()(Response response) {
  if (Send send = std::exchange(send_, nullptr)) {
    send(std::move(response));
  }
}

int StatusOf(Miss miss) {
  switch (miss) {
    case Miss::kMalformed:
      return 400;
    case Miss::kUnknownPath:
      return 404;
    case Miss::kWrongMethod:
      return 405;
    case Miss::kTimeout:
      return 408;
    case Miss::kBodyTooLarge:
      return 413;
    case Miss::kHeaderTooLarge:
      return 431;
    case Miss::kFailed:
      return 500;
  }
  return 500;
}

void Router::Get(std::string_view pattern, Handler handler) {
  Add(Method::kGet, pattern, std::move(handler));
}

void Router::Post(std::string_view pattern, Handler handler) {
  Add(Method::kPost, pattern, std::move(handler));
}

void Router::OnMiss(std::function<Response(Miss, const Request*)> page) {
  on_miss_ = std::move(page);
}

void Router::Add(Method method, std::string_view pattern, Handler handler) {
  base::Check(pattern.starts_with('/'), "a route's pattern starts with '/'");
  const auto segments = Segments(pattern);
  Route route{.method = method,
              .pattern = std::string(pattern),
              .parts = {segments.begin(), segments.end()},
              .handler = std::move(handler)};
  const auto same = [&](const Route& other) {
    return other.method == method && other.pattern == pattern;
  };
  base::Check(std::ranges::none_of(routes_, same), "a route is added once");
  const auto place = std::ranges::upper_bound(routes_, route, [](const Route& a, const Route& b) {
    return std::ranges::lexicographical_compare(a.parts, b.parts, MoreLiteral);
  });
  routes_.insert(place, std::move(route));
}

void Router::Dispatch(Request request, Responder respond) const {
  const RequestWiper wiper(request);
  if (!request.path.starts_with('/')) {
    respond(MissPage(Miss::kMalformed, nullptr));
    return;
  }
  const auto segments = Segments(request.path);
  std::string allowed;
  for (const Route& route : routes_) {
    if (!Matches(route.parts, segments)) {
      continue;
    }
    if (!Serves(route.method, request.method)) {
      allowed.append(allowed.empty() ? "" : ", ");
      allowed.append(route.method == Method::kGet ? "GET, HEAD" : NameOf(route.method));
      continue;
    }
    for (std::size_t i = 0; i < route.parts.size(); ++i) {
      const std::string& part = route.parts[i];
      if (IsVariable(part)) {
        request.path_values.emplace_back(part.substr(1, part.size() - 2), segments[i]);
      }
    }
    try {
      route.handler(request, std::move(respond));
    } catch (...) {
      // The responder died with the handler's arguments and has answered.
      return;
    }
    return;
  }
  const Miss miss = allowed.empty() ? Miss::kUnknownPath : Miss::kWrongMethod;
  Response page = MissPage(miss, &request);
  if (!allowed.empty()) {
    page.SetHeader("Allow", allowed);
  }
  respond(std::move(page));
}

Response Router::MissPage(Miss miss, const Request* request) const {
  if (on_miss_) {
    return on_miss_(miss, request);
  }
  const std::string status = std::to_string(StatusOf(miss));
  return Response::Html(StatusOf(miss), "<!doctype html><html lang=\"en\"><title>" + status +
                                            "</title><p>" + status + "</p></html>");
}

std::vector<std::string> Router::Routes() const {
  std::vector<std::string> names;
  names.reserve(routes_.size());
  for (const Route& route : routes_) {
    names.push_back(std::string(NameOf(route.method)) + " " + route.pattern);
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace safety::http
