#include "html/govuk/summary_list.h"

#include <algorithm>

#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

void AppendLink(Html& out, const SummaryListAction& action, const SummaryCardTitle* card_title) {
  out << "<a class=\"govuk-link";
  Classes(out, action.classes);
  out << "\" href=\"" << Text(action.href) << "\"" << action.attributes << ">";
  Words(out, action.text, action.html);
  if (!action.visually_hidden_text.empty() || card_title != nullptr) {
    out << "<span class=\"govuk-visually-hidden\">";
    if (!action.visually_hidden_text.empty()) out << " " << Text(action.visually_hidden_text);
    if (card_title != nullptr) {
      out << " (";
      Words(out, card_title->text, card_title->html);
      out << ")";
    }
    out << "</span>";
  }
  out << "</a>";
}

void AppendCardActions(Html& out, const SummaryCardOptions& card,
                       const SummaryCardTitle* card_title) {
  const auto& items = card.actions.items;
  if (items.empty()) return;
  const bool is_list = items.size() > 1;
  if (is_list) {
    out << "<ul";
  } else {
    out << "<div";
  }
  out << " class=\"govuk-summary-card__actions";
  Classes(out, card.actions.classes);
  out << "\">";
  if (is_list) {
    for (const SummaryListAction& action : items) {
      out << "<li class=\"govuk-summary-card__action\">";
      AppendLink(out, action, card_title);
      out << "</li>";
    }
    out << "</ul>";
  } else {
    AppendLink(out, items.front(), card_title);
    out << "</div>";
  }
}

void AppendRowActions(Html& out, const SummaryListActions& actions,
                      const SummaryCardTitle* card_title) {
  if (actions.items.empty()) return;
  out << "<dd class=\"govuk-summary-list__actions";
  Classes(out, actions.classes);
  out << "\">";
  if (actions.items.size() == 1) {
    AppendLink(out, actions.items.front(), card_title);
  } else {
    out << "<ul class=\"govuk-summary-list__actions-list\">";
    for (const SummaryListAction& action : actions.items) {
      out << "<li class=\"govuk-summary-list__actions-list-item\">";
      AppendLink(out, action, card_title);
      out << "</li>";
    }
    out << "</ul>";
  }
  out << "</dd>";
}

void AppendRow(Html& out, const SummaryListRow& row, bool any_row_has_actions,
               const SummaryCardTitle* card_title) {
  out << "<div class=\"govuk-summary-list__row";
  if (any_row_has_actions && row.actions.items.empty()) {
    out << " govuk-summary-list__row--no-actions";
  }
  Classes(out, row.classes);
  out << "\"><dt class=\"govuk-summary-list__key";
  Classes(out, row.key.classes);
  out << "\">";
  Words(out, row.key.text, row.key.html);
  out << "</dt><dd class=\"govuk-summary-list__value";
  Classes(out, row.value.classes);
  out << "\">";
  Words(out, row.value.text, row.value.html);
  out << "</dd>";
  AppendRowActions(out, row.actions, card_title);
  out << "</div>";
}

void OpenCard(Html& out, const SummaryCardOptions& card, const SummaryCardTitle* title) {
  out << "<div class=\"govuk-summary-card";
  Classes(out, card.classes);
  out << "\"" << card.attributes << "><div class=\"govuk-summary-card__title-wrapper\">";
  if (title != nullptr) {
    out << "<h" << title->heading_level << " class=\"govuk-summary-card__title";
    Classes(out, title->classes);
    out << "\">";
    Words(out, title->text, title->html);
    out << "</h" << title->heading_level << ">";
  }
  AppendCardActions(out, card, title);
  out << "</div><div class=\"govuk-summary-card__content\">";
}

const SummaryCardTitle* TitleOf(const std::optional<SummaryCardOptions>& card) {
  if (!card || (card->title.text.empty() && card->title.html.empty())) return nullptr;
  return &card->title;
}

}  // namespace

Html SummaryList(const SummaryListOptions& options) {
  const SummaryCardTitle* card_title = TitleOf(options.card);
  const bool any_row_has_actions = std::ranges::any_of(
      options.rows, [](const SummaryListRow& row) { return !row.actions.items.empty(); });
  Html out;
  out.Reserve(512 + 512 * options.rows.size());
  if (options.card) OpenCard(out, *options.card, card_title);
  out << "<dl class=\"govuk-summary-list";
  Classes(out, options.classes);
  out << "\"" << options.attributes << ">";
  for (const SummaryListRow& row : options.rows) {
    AppendRow(out, row, any_row_has_actions, card_title);
  }
  out << "</dl>";
  if (options.card) out << "</div></div>";
  return out;
}

}  // namespace safety::html::govuk
