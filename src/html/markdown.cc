#include "html/markdown.h"

#include <cmark.h>

#include <memory>
#include <string>

#include "base/text.h"

namespace safety::html {
namespace {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

/// cmark gives null for "none".
std::string_view View(const char* text) { return text == nullptr ? "" : text; }

Markup HeadingOpen(int level) {
  switch (level) {
    case 1:
      return "<h1 class=\"govuk-heading-l\">";
    case 2:
      return "<h2 class=\"govuk-heading-m\">";
    case 3:
      return "<h3 class=\"govuk-heading-s\">";
    default:
      return "<h4 class=\"govuk-heading-s\">";
  }
}

Markup HeadingClose(int level) {
  switch (level) {
    case 1:
      return "</h1>\n";
    case 2:
      return "</h2>\n";
    case 3:
      return "</h3>\n";
    default:
      return "</h4>\n";
  }
}

bool IsInTightList(cmark_node* paragraph) {
  cmark_node* list = cmark_node_parent(cmark_node_parent(paragraph));
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

void AppendLink(Html& out, cmark_node* link, bool entering) {
  const std::string_view address = View(cmark_node_get_url(link));
  if (!IsAllowedLink(address)) return;
  if (!entering) {
    out << "</a>";
    return;
  }
  out << "<a class=\"govuk-link\" href=\"" << Text(address) << "\"";
  if (address.starts_with("https:")) out << " rel=\"noreferrer\"";
  out << ">";
}

void AppendList(Html& out, cmark_node* list, bool entering) {
  if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST) {
    out << (entering ? Markup("<ul class=\"govuk-list govuk-list--bullet\">\n")
                     : Markup("</ul>\n"));
    return;
  }
  if (!entering) {
    out << "</ol>\n";
    return;
  }
  out << "<ol class=\"govuk-list govuk-list--number\"";
  const int start = cmark_node_get_list_start(list);
  if (start > 1) out << " start=\"" << static_cast<std::size_t>(start) << "\"";
  out << ">\n";
}

/// Writes one step of the walk over the tree: into a node (entering) or out of it. Nodes without
/// children are entered only.
void AppendStep(Html& out, cmark_node* node, bool entering) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
      if (IsInTightList(node)) return;
      out << (entering ? Markup("<p class=\"govuk-body\">") : Markup("</p>\n"));
      return;
    case CMARK_NODE_HEADING:
      out << (entering ? HeadingOpen(cmark_node_get_heading_level(node))
                       : HeadingClose(cmark_node_get_heading_level(node)));
      return;
    case CMARK_NODE_LIST:
      AppendList(out, node, entering);
      return;
    case CMARK_NODE_ITEM:
      out << (entering ? Markup("<li>") : Markup("</li>\n"));
      return;
    case CMARK_NODE_BLOCK_QUOTE:
      out << (entering ? Markup("<div class=\"govuk-inset-text\">\n") : Markup("</div>\n"));
      return;
    case CMARK_NODE_CODE_BLOCK:
      out << "<pre><code>" << Text(View(cmark_node_get_literal(node))) << "</code></pre>\n";
      return;
    case CMARK_NODE_THEMATIC_BREAK:
      out << "<hr class=\"govuk-section-break govuk-section-break--m "
             "govuk-section-break--visible\">\n";
      return;
    case CMARK_NODE_TEXT:
      out << Text(View(cmark_node_get_literal(node)));
      return;
    case CMARK_NODE_SOFTBREAK:
      out << "\n";
      return;
    case CMARK_NODE_LINEBREAK:
      out << "<br>\n";
      return;
    case CMARK_NODE_CODE:
      out << "<code>" << Text(View(cmark_node_get_literal(node))) << "</code>";
      return;
    case CMARK_NODE_EMPH:
      out << (entering ? Markup("<em>") : Markup("</em>"));
      return;
    case CMARK_NODE_STRONG:
      out << (entering ? Markup("<strong>") : Markup("</strong>"));
      return;
    case CMARK_NODE_LINK:
      AppendLink(out, node, entering);
      return;
    default:
      // Raw HTML and what cmark may learn later: left out. An image leaves its words, which are
      // nodes of their own.
      return;
  }
}

}  // namespace

Html Markdown(std::string_view text) {
  const std::unique_ptr<cmark_node, FreeNode> document(
      cmark_parse_document(text.data(), text.size(), CMARK_OPT_VALIDATE_UTF8));
  const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(document.get()));
  Html out;
  out.Reserve(2 * text.size());
  for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get())) {
    AppendStep(out, cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
  }
  return out;
}

bool IsAllowedLink(std::string_view address) {
  if (address.find_first_of(" \t\r\n\\") != std::string_view::npos ||
      base::HasControlCharacter(address)) {
    return false;
  }
  if (address.starts_with("https://")) return address.size() > std::string_view("https://").size();
  if (address.starts_with("tel:") || address.starts_with("mailto:")) return true;
  if (address.starts_with('#')) return address.size() > 1;
  return address.starts_with('/') && !address.starts_with("//");
}

}  // namespace safety::html
