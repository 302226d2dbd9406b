#pragma once

#include <string>
#include <vector>

#include "html/govuk/exit_this_page.h"
#include "html/html.h"

namespace safety::html {

/// The addresses of the built files ("/assets/public.3f2a….css"). The public site and the workbench
/// each have a style and a script of their own.
struct PageAssets {
  std::string style;
  std::string script;
  std::string icon;  ///< an SVG
};

/// The way out, for those who are watched: the button, and a skip link to it as the second stop of
/// the keyboard. `button.redirect_url` must be our own /exit.
struct QuickExit {
  std::string skip_link_text;  ///< empty: the page has no way out
  govuk::ExitThisPageOptions button;
};

struct PageOptions {
  std::string lang = "en";
  std::string title;  ///< whole: "Error: What is your name? - Safety Centre"
  PageAssets assets;
  std::string skip_link_text = "Skip to main content";
  QuickExit quick_exit;
  Html header;       ///< Header(), and what else stands above the content over the whole width
  Html before_main;  ///< the back link or breadcrumbs: outside <main>, so that skipping skips them
  Html main;
  std::string main_classes;
  Html footer;  ///< Footer()
};

/// A whole document, from doctype to the end. Nothing in it is inline script or style, and nothing
/// comes from another site.
[[nodiscard]] Html Page(const PageOptions& options);

/// The bar with our logo and the name of the service, as a link to its first page.
struct HeaderOptions {
  std::string name;
  std::string url = "/";
  Html navigation;  ///< under the bar: govuk::ServiceNavigation
};
[[nodiscard]] Html Header(const HeaderOptions& options);

struct FooterLink {
  std::string href;
  std::string text;
};

struct FooterOptions {
  std::string links_heading;  ///< read out before the links; not seen
  std::vector<FooterLink> links;
  Html html;  ///< what else stands there: who runs the service
};
[[nodiscard]] Html Footer(const FooterOptions& options);

}  // namespace safety::html
