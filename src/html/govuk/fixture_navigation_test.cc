#include "html/govuk/back_link.h"
#include "html/govuk/breadcrumbs.h"
#include "html/govuk/button.h"
#include "html/govuk/exit_this_page.h"
#include "html/govuk/fixture_options_test.h"
#include "html/govuk/fixture_reader_test.h"
#include "html/govuk/generic_header.h"
#include "html/govuk/pagination.h"
#include "html/govuk/service_navigation.h"
#include "html/govuk/skip_link.h"
#include "html/html_test_peer.h"

namespace safety::html::govuk {

namespace json = boost::json;

namespace {

BreadcrumbItem BreadcrumbItemFrom(const json::value& options) {
  FixtureReader in(options);
  return {.href = in.Words("href"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .attributes = in.AttributesOf()};
}

PaginationLink PaginationLinkFrom(const json::value& options) {
  FixtureReader in(options);
  return {.href = in.Words("href"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .label_text = in.Words("labelText"),
          .attributes = in.AttributesOf()};
}

PaginationItem PaginationItemFrom(const json::value& options) {
  FixtureReader in(options);
  return {.number = in.Words("number"),
          .href = in.Words("href"),
          .visually_hidden_text = in.Words("visuallyHiddenText"),
          .current = in.Is("current"),
          .ellipsis = in.Is("ellipsis"),
          .attributes = in.AttributesOf()};
}

ServiceNavigationItem ServiceNavigationItemFrom(const json::value& options) {
  FixtureReader in(options);
  return {.href = in.Words("href"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .current = in.Is("current"),
          .active = in.Is("active"),
          .attributes = in.AttributesOf()};
}

ServiceNavigationSlots SlotsFrom(const json::value& options) {
  FixtureReader in(options);
  ServiceNavigationSlots slots = {.start = in.Markup("start"),
                                  .navigation_start = in.Markup("navigationStart"),
                                  .navigation_end = in.Markup("navigationEnd")};
  // The slot at the end is either markup or an object that holds it.
  const json::value& end = in.Take("end");
  if (end.is_object()) {
    FixtureReader slot(end);
    slots.end = slot.Markup("html");
    slots.end_inline = slot.Words("align") == "inline";
  } else {
    slots.end = HtmlTestPeer::Trusted(Printed(end));
  }
  return slots;
}

}  // namespace

Html BackLinkOf(const json::value& options) {
  FixtureReader in(options);
  return BackLink({.href = in.Words("href", "#"),
                   .text = in.Words("text", "Back"),
                   .html = in.Markup("html"),
                   .classes = in.Words("classes"),
                   .attributes = in.AttributesOf()});
}

Html BreadcrumbsOf(const json::value& options) {
  FixtureReader in(options);
  std::vector<BreadcrumbItem> items;
  for (const json::value* item : in.List("items")) items.push_back(BreadcrumbItemFrom(*item));
  return Breadcrumbs({.items = std::move(items),
                      .collapse_on_mobile = in.Is("collapseOnMobile"),
                      .label_text = in.Words("labelText", "Breadcrumb"),
                      .classes = in.Words("classes"),
                      .attributes = in.AttributesOf()});
}

Html ButtonOf(const json::value& options) {
  FixtureReader in(options);
  return Button({.id = in.Words("id"),
                 .name = in.Words("name"),
                 .type = in.Words("type", "submit"),
                 .value = in.Words("value"),
                 .href = in.Words("href"),
                 .text = in.Words("text"),
                 .html = in.Markup("html"),
                 .disabled = in.Is("disabled"),
                 .prevent_double_click = in.Flag("preventDoubleClick"),
                 .is_start_button = in.Is("isStartButton"),
                 .classes = in.Words("classes"),
                 .attributes = in.AttributesOf()});
}

Html ExitThisPageOf(const json::value& options) {
  FixtureReader in(options);
  // The official default leads to another site at once. Ours is to be said: it must pass /exit.
  return ExitThisPage({.id = in.Words("id"),
                       .redirect_url = in.Words("redirectUrl", "https://www.bbc.co.uk/weather"),
                       .text = in.Words("text"),
                       .html = in.Markup("html"),
                       .activated_text = in.Words("activatedText"),
                       .timed_out_text = in.Words("timedOutText"),
                       .press_two_more_times_text = in.Words("pressTwoMoreTimesText"),
                       .press_one_more_time_text = in.Words("pressOneMoreTimeText"),
                       .classes = in.Words("classes"),
                       .attributes = in.AttributesOf()});
}

Html GenericHeaderOf(const json::value& options) {
  FixtureReader in(options);
  return GenericHeader({.url = in.Words("url", "/"),
                        .logo_text = in.Words("logoText"),
                        .logo_html = in.Markup("logoHtml"),
                        .container_classes = in.Words("containerClasses", "govuk-width-container"),
                        .classes = in.Words("classes"),
                        .attributes = in.AttributesOf()});
}

Html PaginationOf(const json::value& options) {
  FixtureReader in(options);
  PaginationOptions pagination = {.previous = PaginationLinkFrom(in.Take("previous")),
                                  .next = PaginationLinkFrom(in.Take("next")),
                                  .landmark_label = in.Words("landmarkLabel", "Pagination"),
                                  .classes = in.Words("classes"),
                                  .attributes = in.AttributesOf()};
  for (const json::value* item : in.List("items")) {
    if (!item->is_object() || item->get_object().empty()) continue;
    pagination.items.push_back(PaginationItemFrom(*item));
  }
  return Pagination(pagination);
}

Html ServiceNavigationOf(const json::value& options) {
  FixtureReader in(options);
  std::vector<ServiceNavigationItem> navigation;
  for (const json::value* item : in.List("navigation")) {
    if (IsTruthy(*item)) navigation.push_back(ServiceNavigationItemFrom(*item));
  }
  return ServiceNavigation({.service_name = in.Words("serviceName"),
                            .service_url = in.Words("serviceUrl"),
                            .navigation = std::move(navigation),
                            .collapse_navigation_on_mobile = in.Flag("collapseNavigationOnMobile"),
                            .aria_label = in.Words("ariaLabel", "Service information"),
                            .menu_button_text = in.Words("menuButtonText", "Menu"),
                            .menu_button_label = in.Words("menuButtonLabel"),
                            .navigation_label = in.Words("navigationLabel"),
                            .navigation_id = in.Words("navigationId", "navigation"),
                            .navigation_classes = in.Words("navigationClasses"),
                            .slots = SlotsFrom(in.Take("slots")),
                            .classes = in.Words("classes"),
                            .attributes = in.AttributesOf()});
}

Html SkipLinkOf(const json::value& options) {
  FixtureReader in(options);
  return SkipLink({.href = in.Words("href", "#content"),
                   .text = in.Words("text"),
                   .html = in.Markup("html"),
                   .classes = in.Words("classes"),
                   .attributes = in.AttributesOf()});
}

}  // namespace safety::html::govuk
