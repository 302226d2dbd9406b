#include "workbench/frame.h"

#include <utility>

#include "html/govuk/button.h"
#include "html/govuk/error_summary.h"
#include "html/govuk/service_navigation.h"
#include "html/govuk/tag.h"
#include "html/page.h"

namespace safety::workbench {
namespace {

html::Html ErrorSummaryOf(const Words& words,
                          const std::vector<std::pair<std::string, std::string>>& errors) {
  html::govuk::ErrorSummaryOptions options{.title_text = words["service.error_summary"]};
  for (const auto& [id, text] : errors) {
    options.error_list.push_back({.href = "#" + id, .text = text});
  }
  return html::govuk::ErrorSummary(options);
}

/// The navigation under the header, with the sign-out form at its end.
html::Html NavigationOf(const Words& words, const Viewer& viewer) {
  html::Html end;
  end << "<div class=\"app-viewer\"><span class=\"app-viewer__name\">"
      << html::Text(words.texts.Fill("service.signed_in_as", {{"name", viewer.name}}))
      << "</span><form action=\"/sign-out\" method=\"post\">" << Hidden("csrf", viewer.csrf)
      << "<button type=\"submit\" class=\"app-link-button\">"
      << html::Text(words["service.sign_out"]) << "</button></form></div>";
  std::vector<html::govuk::ServiceNavigationItem> items{
      {.href = "/", .text = words["service.queue"]}};
  if (viewer.sees_accounts) {
    items.push_back({.href = "/accounts", .text = words["service.accounts"]});
  }
  return html::govuk::ServiceNavigation({.navigation = std::move(items),
                                         .collapse_navigation_on_mobile = false,
                                         .slots = {.end = std::move(end)}});
}

}  // namespace

html::Html Hidden(html::Markup name, std::string_view value) {
  return html::Join("<input type=\"hidden\" name=\"", name, "\"", html::Attribute("value", value),
                    ">");
}

http::Response Frame::Page(int status, PageParts parts) const {
  html::Html header = html::Header({.name = words_["service.name"]});
  if (synthetic_) {
    header << "<div class=\"app-synthetic\"><p class=\"govuk-width-container govuk-body-s\">"
           << html::Text(words_["service.synthetic"]) << "</p></div>";
  }
  if (parts.viewer != nullptr) {
    header << NavigationOf(words_, *parts.viewer);
  }
  std::string title = words_.texts.Fill(
      "service.title", {{"page", parts.title}, {"service", words_["service.name"]}});
  html::Html main;
  if (!parts.errors.empty()) {
    title = words_.texts.Fill("service.error_prefix", {{"title", title}});
    main << ErrorSummaryOf(words_, parts.errors);
  }
  main << parts.main;
  html::Html page = html::Page({.lang = "en",
                                .title = std::move(title),
                                .assets = {.style = assets_.Address("workbench.css"),
                                           .script = assets_.Address("workbench.js"),
                                           .icon = assets_.Address("icon.svg")},
                                .skip_link_text = words_["service.skip"],
                                .header = std::move(header),
                                .before_main = std::move(parts.before_main),
                                .main = std::move(main)});
  return http::Response::Html(status, std::move(page).text());
}

http::Response Frame::Notice(int status, std::string_view title, std::string_view body,
                             const Viewer* viewer) const {
  html::Html main;
  main << "<h1 class=\"govuk-heading-l\">" << html::Text(words_[title]) << "</h1>";
  if (!body.empty()) {
    main << "<p class=\"govuk-body\">" << html::Text(words_[body]) << "</p>";
  }
  main << html::govuk::Button({.href = "/", .text = words_["miss.try_queue"]});
  return Page(status, {.title = words_[title], .main = std::move(main), .viewer = viewer});
}

http::Response Frame::Miss(http::Miss miss) const {
  const int status = http::StatusOf(miss);
  switch (miss) {
    case http::Miss::kUnknownPath:
      return Notice(status, "miss.not_found_title", "miss.not_found");
    case http::Miss::kWrongMethod:
      return Notice(status, "miss.method_title", "");
    case http::Miss::kTimeout:
      return Notice(status, "miss.slow_title", "miss.slow");
    case http::Miss::kBodyTooLarge:
    case http::Miss::kHeaderTooLarge:
      return Notice(status, "miss.large_title", "miss.large");
    case http::Miss::kMalformed:
      return Notice(status, "miss.form_title", "miss.form");
    case http::Miss::kFailed:
      break;
  }
  return Notice(status, "miss.failed_title", "miss.failed");
}

http::Response Frame::Failure(casework::CaseError error, const Viewer* viewer) const {
  switch (error) {
    case casework::CaseError::kNotFound:
      return Notice(404, "miss.not_found_title", "miss.not_found", viewer);
    case casework::CaseError::kForbidden:
      return Notice(403, "miss.forbidden_title", "miss.forbidden", viewer);
    case casework::CaseError::kConflict:
      return Notice(409, "miss.foreign_title", "case.conflict", viewer);
    case casework::CaseError::kNotAllowed:
      return Notice(409, "miss.foreign_title", "case.not_new", viewer);
    case casework::CaseError::kBusy:
    case casework::CaseError::kUnavailable:
      break;
  }
  http::Response response = Notice(503, "miss.unavailable_title", "miss.unavailable", viewer);
  response.SetHeader("Retry-After", "10");
  return response;
}

}  // namespace safety::workbench
