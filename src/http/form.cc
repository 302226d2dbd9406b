#include "http/form.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "http/percent.h"
#include "http/text_match.h"

namespace safety::http {
namespace {

constexpr std::string_view kFormType = "application/x-www-form-urlencoded";

/// Enough of a hostile name to recognise the field by, and nothing that a page or a log could
/// stumble over.
std::string CleanForShowing(std::string_view name) {
  constexpr std::size_t kMaxShown = 40;
  std::string out;
  for (const char c : name.substr(0, kMaxShown)) {
    const bool harmless =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
    out += harmless ? c : '?';
  }
  return out;
}

std::expected<std::string, FormError::Kind> Decode(std::string_view raw, std::size_t max_bytes) {
  if (raw.size() > max_bytes * 3) {
    return std::unexpected(FormError::Kind::kTooLong);
  }
  auto text = PercentDecode(raw, PlusMeans::kSpace);
  if (!text) {
    return std::unexpected(FormError::Kind::kMalformed);
  }
  if (text->size() > max_bytes) {
    return std::unexpected(FormError::Kind::kTooLong);
  }
  if (text->contains('\0')) {
    return std::unexpected(FormError::Kind::kNulByte);
  }
  if (!base::IsUtf8(*text)) {
    return std::unexpected(FormError::Kind::kNotUtf8);
  }
  return std::move(*text);
}

std::string_view WithoutDefaultPort(std::string_view host) {
  for (const std::string_view port : {":443", ":80"}) {
    if (host.ends_with(port)) {
      return host.substr(0, host.size() - port.size());
    }
  }
  return host;
}

}  // namespace

std::expected<Form, FormError> Form::Parse(const Request& request, const FormLimits& limits) {
  const std::string_view type = request.content_type;
  if (!EqualsIgnoringCase(base::Trim(type.substr(0, type.find(';'))), kFormType)) {
    return std::unexpected(FormError{FormError::Kind::kWrongContentType, ""});
  }
  return ParseBody(request.body, limits);
}

std::expected<Form, FormError> Form::ParseBody(std::string_view body, const FormLimits& limits) {
  Form form;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('&'), body.size());
    const std::string_view pair = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (pair.empty()) {
      continue;
    }
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view raw_name = pair.substr(0, equals);
    const auto refuse = [raw_name](FormError::Kind kind) {
      return std::unexpected(FormError{kind, CleanForShowing(raw_name)});
    };
    if (form.fields_.size() == limits.max_fields) {
      return refuse(FormError::Kind::kTooManyFields);
    }
    if (raw_name.empty()) {
      return refuse(FormError::Kind::kMalformed);
    }
    auto name = Decode(raw_name, limits.max_name_bytes);
    if (!name) {
      return refuse(name.error());
    }
    auto value = Decode(pair.substr(std::min(equals + 1, pair.size())), limits.max_value_bytes);
    if (!value) {
      return refuse(value.error());
    }
    form.fields_.emplace_back(std::move(*name), std::move(*value));
  }
  return form;
}

std::string_view Form::First(std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &Fields::value_type::first);
  return found == fields_.end() ? std::string_view{} : std::string_view(found->second);
}

bool Form::Has(std::string_view name) const {
  return std::ranges::find(fields_, name, &Fields::value_type::first) != fields_.end();
}

bool FromOwnPages(const Request& request) {
  if (!request.sec_fetch_site.empty()) {
    // "none" is the visitor's own doing: a reload, a restored tab.
    return request.sec_fetch_site == "same-origin" || request.sec_fetch_site == "none";
  }
  // Browsers send "null" from our own pages too, because of our no-referrer policy.
  if (request.origin.empty() || request.origin == "null") {
    return true;
  }
  const std::size_t scheme_end = request.origin.find("://");
  if (scheme_end == std::string::npos) {
    return false;
  }
  const std::string origin_host =
      ToLowerAscii(std::string_view(request.origin).substr(scheme_end + 3));
  const std::string host = ToLowerAscii(request.host);
  return WithoutDefaultPort(origin_host) == WithoutDefaultPort(host);
}

}  // namespace safety::http
