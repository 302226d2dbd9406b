#include "html/govuk/details.h"
#include "html/govuk/error_summary.h"
#include "html/govuk/fixture_options_test.h"
#include "html/govuk/fixture_reader_test.h"
#include "html/govuk/inset_text.h"
#include "html/govuk/notification_banner.h"
#include "html/govuk/panel.h"
#include "html/govuk/phase_banner.h"
#include "html/govuk/tag.h"
#include "html/govuk/warning_text.h"

namespace safety::html::govuk {

namespace json = boost::json;

namespace {

TagOptions TagFrom(const json::value& options) {
  FixtureReader in(options);
  return {.text = in.Words("text"),
          .html = in.Markup("html"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

ErrorSummaryItem ErrorSummaryItemFrom(const json::value& options) {
  FixtureReader in(options);
  return {.href = in.Words("href"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .attributes = in.AttributesOf()};
}

PanelAction PanelActionFrom(const json::value& options) {
  FixtureReader in(options);
  return {.href = in.Words("href"),
          .text = in.Words("text"),
          .type = in.Words("type"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

PanelActions PanelActionsFrom(const json::value& options) {
  FixtureReader in(options);
  PanelActions actions = {.classes = in.Words("classes"), .attributes = in.AttributesOf()};
  for (const json::value* item : in.List("items")) actions.items.push_back(PanelActionFrom(*item));
  return actions;
}

}  // namespace

Html DetailsOf(const json::value& options) {
  FixtureReader in(options);
  return Details({.id = in.Words("id"),
                  .summary_text = in.Words("summaryText"),
                  .summary_html = in.Markup("summaryHtml"),
                  .text = in.Words("text"),
                  .html = in.Markup("html"),
                  .open = in.Is("open"),
                  .classes = in.Words("classes"),
                  .attributes = in.AttributesOf()});
}

Html ErrorSummaryOf(const json::value& options) {
  FixtureReader in(options);
  ErrorSummaryOptions summary = {.title_text = in.Words("titleText"),
                                 .title_html = in.Markup("titleHtml"),
                                 .description_text = in.Words("descriptionText"),
                                 .description_html = in.Markup("descriptionHtml"),
                                 .disable_auto_focus = in.Flag("disableAutoFocus"),
                                 .classes = in.Words("classes"),
                                 .attributes = in.AttributesOf()};
  for (const json::value* item : in.List("errorList")) {
    summary.error_list.push_back(ErrorSummaryItemFrom(*item));
  }
  return ErrorSummary(summary);
}

Html InsetTextOf(const json::value& options) {
  FixtureReader in(options);
  return InsetText({.id = in.Words("id"),
                    .text = in.Words("text"),
                    .html = in.Markup("html"),
                    .classes = in.Words("classes"),
                    .attributes = in.AttributesOf()});
}

Html NotificationBannerOf(const json::value& options) {
  FixtureReader in(options);
  return NotificationBanner({.type = in.Words("type"),
                             .title_id = in.Words("titleId", "govuk-notification-banner-title"),
                             .title_text = in.Words("titleText"),
                             .title_html = in.Markup("titleHtml"),
                             .title_heading_level = in.Number("titleHeadingLevel").value_or(2),
                             .text = in.Words("text"),
                             .html = in.Markup("html"),
                             .role = in.Words("role"),
                             .disable_auto_focus = in.Flag("disableAutoFocus"),
                             .classes = in.Words("classes"),
                             .attributes = in.AttributesOf()});
}

Html PanelOf(const json::value& options) {
  FixtureReader in(options);
  return Panel({.title_text = in.Words("titleText"),
                .title_html = in.Markup("titleHtml"),
                .heading_level = in.Number("headingLevel").value_or(1),
                .text = in.Words("text"),
                .html = in.Markup("html"),
                .actions = PanelActionsFrom(in.Take("actions")),
                .classes = in.Words("classes"),
                .attributes = in.AttributesOf()});
}

Html PhaseBannerOf(const json::value& options) {
  FixtureReader in(options);
  return PhaseBanner({.tag = TagFrom(in.Take("tag")),
                      .text = in.Words("text"),
                      .html = in.Markup("html"),
                      .classes = in.Words("classes"),
                      .attributes = in.AttributesOf()});
}

Html TagOf(const json::value& options) { return Tag(TagFrom(options)); }

Html WarningTextOf(const json::value& options) {
  FixtureReader in(options);
  return WarningText({.text = in.Words("text"),
                      .html = in.Markup("html"),
                      .icon_fallback_text = in.Words("iconFallbackText", "Warning"),
                      .classes = in.Words("classes"),
                      .attributes = in.AttributesOf()});
}

}  // namespace safety::html::govuk
