#include "site/layout.h"

#include <utility>

#include "site/addresses.h"
#include "site/site_words.h"

namespace safety::site {
namespace {

using html::Text;

html::Html Foot(const Content& content) {
  const datafile::Catalogue& words = content.words();
  html::FooterOptions foot{.links_heading = words["layout.foot"]};
  for (const std::string& id : SplitWords(words["operator.foot_pages"])) {
    foot.links.push_back({.href = HelpAddress(id), .text = content.pages().at(id).title});
  }
  foot.html = html::Join(
      "<p class=\"govuk-body-s app-footer__danger\">",
      Text(words.Fill("layout.danger", {{"emergency", words["operator.emergency_number"]}})),
      "</p>");
  return html::Footer(foot);
}

}  // namespace

Layout::Layout(const Content& content, const http::Assets& assets) : words_(content.words()) {
  frame_.lang = content.language();
  frame_.assets = {.style = assets.Address("public.css"),
                   .script = assets.Address("public.js"),
                   .icon = assets.Address("icon.svg")};
  frame_.skip_link_text = words_["layout.skip"];
  frame_.quick_exit = {.skip_link_text = words_["layout.skip_exit"],
                       .button = {.redirect_url = std::string(kExitAddress),
                                  .text = words_["layout.exit"],
                                  .activated_text = words_["layout.exit_activated"],
                                  .timed_out_text = words_["layout.exit_timed_out"],
                                  .press_two_more_times_text = words_["layout.exit_two_more"],
                                  .press_one_more_time_text = words_["layout.exit_one_more"]}};
  frame_.header = html::Header({.name = words_["operator.service"]});
  frame_.footer = Foot(content);
}

std::string Layout::Page(PageParts parts) const {
  html::PageOptions page = frame_;
  page.title =
      words_.Fill("layout.title", {{"page", parts.title}, {"service", words_["operator.service"]}});
  if (parts.has_error) {
    page.title = words_.Fill("layout.error_title", {{"title", page.title}});
  }
  page.before_main = std::move(parts.before_main);
  page.main = std::move(parts.main);
  return html::Page(page).text();
}

}  // namespace safety::site
