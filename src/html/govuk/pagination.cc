#include "html/govuk/pagination.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

constexpr Markup kArrowPrevious =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" "
    "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
    "focusable=\"false\" viewBox=\"0 0 15 13\">"
    "<path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h"
    "-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>";
constexpr Markup kArrowNext =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" "
    "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
    "focusable=\"false\" viewBox=\"0 0 15 13\">"
    "<path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 "
    "1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>";

/// How a link of the two arrows differs from the other.
struct Direction {
  Markup name;
  Markup arrow;
  bool arrow_first;
  Markup default_words;
};
constexpr Direction kPrevious = {"prev", kArrowPrevious, true,
                                 "Previous<span class=\"govuk-visually-hidden\"> page</span>"};
constexpr Direction kNext = {"next", kArrowNext, false,
                             "Next<span class=\"govuk-visually-hidden\"> page</span>"};

void AppendArrowLink(Html& out, const PaginationLink& link, const Direction& direction,
                     bool block_level) {
  if (link.href.empty()) return;
  out << "<div class=\"govuk-pagination__" << direction.name
      << "\"><a class=\"govuk-link govuk-pagination__link\" href=\"" << Text(link.href)
      << "\" rel=\"" << direction.name << "\"" << link.attributes << ">";
  const bool arrow_first = block_level || direction.arrow_first;
  if (arrow_first) out << direction.arrow;
  out << "<span class=\"govuk-pagination__link-title";
  if (block_level && link.label_text.empty()) out << " govuk-pagination__link-title--decorated";
  out << "\">";
  if (link.text.empty() && link.html.empty()) {
    out << direction.default_words;
  } else {
    Words(out, link.text, link.html);
  }
  out << "</span>";
  if (block_level && !link.label_text.empty()) {
    out << " <span class=\"govuk-visually-hidden\">:</span> "
           "<span class=\"govuk-pagination__link-label\">"
        << Text(link.label_text) << "</span>";
  }
  if (!arrow_first) out << direction.arrow;
  out << "</a></div>";
}

void AppendItem(Html& out, const PaginationItem& item) {
  out << "<li class=\"govuk-pagination__item";
  if (item.current) out << " govuk-pagination__item--current";
  if (item.ellipsis) out << " govuk-pagination__item--ellipsis";
  out << "\">";
  if (item.ellipsis) {
    out << "&ctdot;</li>";
    return;
  }
  out << "<a class=\"govuk-link govuk-pagination__link\" href=\"" << Text(item.href)
      << "\" aria-label=\"";
  if (item.visually_hidden_text.empty()) {
    out << "Page " << Text(item.number);
  } else {
    out << Text(item.visually_hidden_text);
  }
  out << "\"";
  if (item.current) out << " aria-current=\"page\"";
  out << item.attributes << ">" << Text(item.number) << "</a></li>";
}

}  // namespace

Html Pagination(const PaginationOptions& options) {
  const bool block_level = options.items.empty();
  Html out;
  out.Reserve(2048);
  out << "<nav class=\"govuk-pagination";
  if (block_level) out << " govuk-pagination--block";
  Classes(out, options.classes);
  out << "\"" << Attribute("aria-label", options.landmark_label) << options.attributes << ">";
  AppendArrowLink(out, options.previous, kPrevious, block_level);
  if (!options.items.empty()) {
    out << "<ul class=\"govuk-pagination__list\">";
    for (const PaginationItem& item : options.items) AppendItem(out, item);
    out << "</ul>";
  }
  AppendArrowLink(out, options.next, kNext, block_level);
  out << "</nav>";
  return out;
}

}  // namespace safety::html::govuk
