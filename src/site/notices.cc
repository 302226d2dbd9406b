#include "site/notices.h"

#include <string_view>
#include <utility>

#include "html/govuk/button.h"
#include "html/markdown.h"
#include "site/addresses.h"

namespace safety::site {
namespace {

using html::Text;

struct Kind {
  int status;
  std::string_view title;
  std::string_view body;
};

/// In the order of Notice.
constexpr std::array<Kind, kNoticeCount> kKinds = {{
    {410, "notice.expired.title", "notice.expired.body"},
    {410, "notice.not_kept.title", "notice.not_kept.body"},
    {403, "notice.foreign.title", "notice.foreign.body"},
    {400, "notice.unknown_field.title", "notice.unknown_field.body"},
    {400, "notice.malformed.title", "notice.malformed.body"},
    {404, "notice.not_found.title", "notice.not_found.body"},
    {405, "notice.wrong_method.title", "notice.wrong_method.body"},
    {408, "notice.timeout.title", "notice.timeout.body"},
    {413, "notice.too_large.title", "notice.too_large.body"},
    {431, "notice.header_too_large.title", "notice.header_too_large.body"},
    {500, "notice.failed.title", "notice.failed.body"},
    {503, "notice.unavailable.title", "notice.unavailable.body"},
    {503, "notice.not_sent.title", "notice.not_sent.body"},
}};

}  // namespace

Notices::Notices(const Content& content, const Layout& layout)
    : words_(content.words()), layout_(layout) {
  for (std::size_t i = 0; i < kNoticeCount; ++i) {
    bodies_[i] = html::Markdown(
        words_.Fill(kKinds[i].body, {{"police", words_["operator.police_number"]},
                                     {"emergency", words_["operator.emergency_number"]}}));
  }
}

http::Response Notices::Page(Notice notice, const NoticeOptions& options) const {
  const auto index = static_cast<std::size_t>(notice);
  const Kind& kind = kKinds[index];
  PageParts parts{.title = words_[kind.title]};
  parts.main << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"
                "<h1 class=\"govuk-heading-l\">"
             << Text(parts.title) << "</h1>" << bodies_[index];
  if (!options.field.empty()) {
    parts.main << "<p class=\"govuk-body\">" << Text(words_["notice.unknown_field.field"])
               << " <code>" << Text(options.field) << "</code></p>";
  }
  if (!options.action.empty()) {
    parts.main << options.action;
  } else {
    parts.main << html::govuk::Button(
        {.href = options.back.empty() ? std::string(kStartAddress) : options.back,
         .text = words_[options.back.empty() ? "notice.to_start" : "notice.to_report"]});
  }
  parts.main << "</div></div>";
  auto response = http::Response::Html(kind.status, layout_.Page(std::move(parts)));
  if (kind.status == 503) {
    response.SetHeader("Retry-After", std::string(kRetryAfter));
  }
  return response;
}

}  // namespace safety::site
