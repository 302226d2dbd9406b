#include "html/page.h"

#include "html/govuk/generic_header.h"
#include "html/govuk/skip_link.h"

namespace safety::html {
namespace {

// Two people and the shelter over them, in one colour, so that it is at home on any ground.
constexpr Markup kLogo =
    "<svg class=\"app-logo\" xmlns=\"http://www.w3.org/2000/svg\" width=\"32\" height=\"32\" "
    "viewBox=\"0 0 32 32\" aria-hidden=\"true\" focusable=\"false\">"
    "<path fill=\"currentColor\" d=\"M16 2 3 12.4l1.9 2.3L16 5.8l11.1 8.9 1.9-2.3z\"/>"
    "<circle fill=\"currentColor\" cx=\"12.2\" cy=\"15.2\" r=\"3.2\"/>"
    "<circle fill=\"currentColor\" cx=\"20.8\" cy=\"18.2\" r=\"2.5\"/>"
    "<path fill=\"currentColor\" d=\"M6 29v-2.8a6.2 6.2 0 0 1 12.4 0V29z\"/>"
    "<path fill=\"currentColor\" d=\"M20.4 29v-2.8c0-1.3-.3-2.6-.9-3.7a4.6 4.6 0 0 1 6.5 "
    "4.2V29z\"/>"
    "</svg>";

Html QuickExitSkipLink(const QuickExit& quick_exit) {
  return govuk::SkipLink({.href = quick_exit.button.redirect_url,
                          .text = quick_exit.skip_link_text,
                          .classes = "govuk-js-exit-this-page-skiplink",
                          .attributes = {{"rel", "nofollow noreferrer"}}});
}

}  // namespace

Html Page(const PageOptions& options) {
  const bool may_leave_fast = !options.quick_exit.skip_link_text.empty();
  Html page;
  page.Reserve(4096 + options.header.text().size() + options.before_main.text().size() +
               options.main.text().size() + options.footer.text().size());
  page << "<!DOCTYPE html>\n<html lang=\"" << Text(options.lang)
       << "\" class=\"govuk-template\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
       << Text(options.title)
       << "</title>\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, "
          "viewport-fit=cover\">\n"
          "<meta name=\"theme-color\" content=\"#1f4e57\">\n"
          "<link rel=\"icon\" type=\"image/svg+xml\" href=\""
       << Text(options.assets.icon) << "\">\n<link rel=\"stylesheet\" href=\""
       << Text(options.assets.style) << "\">\n<script type=\"module\" src=\""
       << Text(options.assets.script)
       << "\"></script>\n</head>\n<body class=\"govuk-template__body\">\n"
       << govuk::SkipLink({.href = "#main-content", .text = options.skip_link_text}) << "\n";
  if (may_leave_fast) page << QuickExitSkipLink(options.quick_exit) << "\n";
  page << options.header << "\n<div class=\"govuk-width-container\">\n";
  if (may_leave_fast) page << govuk::ExitThisPage(options.quick_exit.button) << "\n";
  page << options.before_main << "\n<main class=\"govuk-main-wrapper";
  if (!options.main_classes.empty()) page << " " << Text(options.main_classes);
  page << "\" id=\"main-content\">\n"
       << options.main << "\n</main>\n</div>\n"
       << options.footer << "\n</body>\n</html>\n";
  return page;
}

Html Header(const HeaderOptions& options) {
  return Join("<header class=\"govuk-template__header\">",
              govuk::GenericHeader({.url = options.url,
                                    .logo_html = Join(kLogo, "<span class=\"app-logo__name\">",
                                                      Text(options.name), "</span>"),
                                    .classes = "app-header"}),
              options.navigation, "</header>");
}

Html Footer(const FooterOptions& options) {
  Html footer;
  footer << "<footer class=\"govuk-template__footer app-footer\">\n<div "
            "class=\"govuk-width-container\">\n";
  if (!options.links.empty()) {
    footer << "<h2 class=\"govuk-visually-hidden\">" << Text(options.links_heading)
           << "</h2>\n<ul class=\"app-footer__links\">";
    for (const FooterLink& link : options.links) {
      footer << "<li><a class=\"app-footer__link\" href=\"" << Text(link.href) << "\">"
             << Text(link.text) << "</a></li>";
    }
    footer << "</ul>\n";
  }
  footer << options.html << "\n</div>\n</footer>";
  return footer;
}

}  // namespace safety::html
