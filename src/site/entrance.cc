#include "site/entrance.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "html/govuk/back_link.h"
#include "html/govuk/inset_text.h"
#include "safeguarding/vocabulary.h"
#include "site/addresses.h"

namespace safety::site {
namespace {

using html::Html;
using html::Text;
using Wire = std::shared_ptr<const http::WireResponse>;

http::Response Shared(const Wire& wire) {
  http::Response response;
  response.wire = wire;
  return response;
}

Wire Compressed(const Layout& layout, PageParts parts) {
  return http::Precompress(http::Response::Html(200, layout.Page(std::move(parts))));
}

/// Some twenty articles: compressing them all would hold up the start.
struct HelpPage {
  explicit HelpPage(const Article& article_in) : article(article_in) {}
  const Article& article;
  std::once_flag made;
  Wire wire;
};

Wire Health() {
  http::Response response{.content_type = "text/plain; charset=utf-8", .body = "ok\n"};
  response.SetHeader("Cache-Control", "no-store");
  return http::Precompress(response);
}

}  // namespace

PageParts Entrance::Start() const {
  const datafile::Catalogue& words = content_.words();
  PageParts parts{.title = words["start.title"]};
  Html& main = parts.main;
  main << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"
          "<h1 class=\"govuk-heading-xl\">"
       << Text(parts.title) << "</h1>"
       << html::govuk::InsetText(
              {.html =
                   html::Join("<p class=\"govuk-body govuk-!-font-weight-bold\">",
                              Text(words["start.danger_heading"]), "</p><p class=\"govuk-body\">",
                              Text(words.Fill("start.danger",
                                              {{"emergency", words["operator.emergency_number"]}})),
                              "</p>"),
               .classes = "app-danger"})
       << "<p class=\"govuk-body-l\">" << Text(words["start.lead"])
       << "</p><h2 class=\"govuk-heading-m\">" << Text(words["start.who"])
       << "</h2><ul class=\"govuk-list app-doors\">";
  for (const safeguarding::Audience audience : kAudiences) {
    const std::string id(safeguarding::IdOf(audience));
    main << "<li class=\"app-doors__item\"><a class=\"govuk-link app-doors__link\" href=\""
         << Text(JourneyAddress(id)) << "\">" << Text(words["start.door." + id])
         << "</a><span class=\"govuk-hint app-doors__hint\">"
         << Text(words["start.door." + id + "_hint"]) << "</span></li>";
  }
  main << "</ul><p class=\"govuk-body\">" << Text(words["start.after"])
       << "</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
       << Text(HelpAddress("leaving")) << "\">" << Text(words["layout.exit_hint"])
       << "</a></p><p class=\"govuk-body-s\">"
       << Text(words.Fill("start.no_cookie", {{"police", words["operator.police_number"]}}))
       << "</p></div></div>";
  return parts;
}

PageParts Entrance::Help(const Article& article) const {
  PageParts parts{.title = article.title};
  parts.before_main = html::govuk::BackLink(
      {.href = std::string(kStartAddress), .text = content_.words()["layout.home"]});
  parts.main << "<div class=\"govuk-grid-row\"><div class=\"govuk-grid-column-two-thirds\">"
                "<h1 class=\"govuk-heading-l\">"
             << Text(article.title) << "</h1>" << article.body << "</div></div>";
  return parts;
}

void Entrance::AddTo(http::Router& router) const {
  const auto serve = [](Wire wire) {
    return [wire = std::move(wire)](const http::Request&, http::Responder respond) {
      respond(Shared(wire));
    };
  };
  router.Get(kStartAddress, serve(Compressed(layout_, Start())));
  router.Get("/health", serve(Health()));

  std::map<std::string, std::shared_ptr<HelpPage>, std::less<>> help;
  for (const Content::Articles* articles : {&content_.pages(), &content_.guidance()}) {
    for (const auto& [id, article] : *articles) {
      help.emplace(id, std::make_shared<HelpPage>(article));
    }
  }
  router.Get("/help/{page}", [this, help = std::move(help)](const http::Request& request,
                                                            http::Responder respond) {
    const auto found = help.find(request.PathValue("page"));
    if (found == help.end()) {
      respond(notices_.Page(Notice::kNotFound));
      return;
    }
    HelpPage& page = *found->second;
    std::call_once(page.made, [&] { page.wire = Compressed(layout_, Help(page.article)); });
    respond(Shared(page.wire));
  });
}

}  // namespace safety::site
