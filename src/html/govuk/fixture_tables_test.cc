#include "html/govuk/fixture_options_test.h"
#include "html/govuk/fixture_reader_test.h"
#include "html/govuk/summary_list.h"
#include "html/govuk/table.h"

namespace safety::html::govuk {

namespace json = boost::json;

namespace {

SummaryListAction ActionFrom(const json::value& options) {
  FixtureReader in(options);
  return {.href = in.Words("href"),
          .text = in.Words("text"),
          .html = in.Markup("html"),
          .visually_hidden_text = in.Words("visuallyHiddenText"),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

SummaryListActions ActionsFrom(const json::value& options) {
  FixtureReader in(options);
  SummaryListActions actions = {.classes = in.Words("classes")};
  for (const json::value* item : in.List("items")) actions.items.push_back(ActionFrom(*item));
  return actions;
}

SummaryListCell SummaryCellFrom(const json::value& options) {
  FixtureReader in(options);
  return {.text = in.Words("text"), .html = in.Markup("html"), .classes = in.Words("classes")};
}

SummaryListRow RowFrom(const json::value& options) {
  FixtureReader in(options);
  return {.key = SummaryCellFrom(in.Take("key")),
          .value = SummaryCellFrom(in.Take("value")),
          .actions = ActionsFrom(in.Take("actions")),
          .classes = in.Words("classes")};
}

SummaryCardTitle TitleFrom(const json::value& options) {
  FixtureReader in(options);
  return {.text = in.Words("text"),
          .html = in.Markup("html"),
          .heading_level = in.Number("headingLevel").value_or(2),
          .classes = in.Words("classes")};
}

std::optional<SummaryCardOptions> CardFrom(const json::value& options) {
  if (!IsTruthy(options)) return std::nullopt;
  FixtureReader in(options);
  return SummaryCardOptions{.title = TitleFrom(in.Take("title")),
                            .actions = ActionsFrom(in.Take("actions")),
                            .classes = in.Words("classes"),
                            .attributes = in.AttributesOf()};
}

TableCell CellFrom(const json::value& options) {
  FixtureReader in(options);
  return {.text = in.Words("text"),
          .html = in.Markup("html"),
          .format = in.Words("format"),
          .colspan = in.Number("colspan").value_or(0),
          .rowspan = in.Number("rowspan").value_or(0),
          .classes = in.Words("classes"),
          .attributes = in.AttributesOf()};
}

}  // namespace

Html SummaryListOf(const json::value& options) {
  FixtureReader in(options);
  SummaryListOptions list = {.card = CardFrom(in.Take("card")),
                             .classes = in.Words("classes"),
                             .attributes = in.AttributesOf()};
  for (const json::value* row : in.List("rows")) {
    if (IsTruthy(*row)) list.rows.push_back(RowFrom(*row));
  }
  return SummaryList(list);
}

Html TableOf(const json::value& options) {
  FixtureReader in(options);
  TableOptions table = {.caption = in.Words("caption"),
                        .caption_classes = in.Words("captionClasses"),
                        .first_cell_is_header = in.Is("firstCellIsHeader"),
                        .classes = in.Words("classes"),
                        .attributes = in.AttributesOf()};
  for (const json::value* cell : in.List("head")) table.head.push_back(CellFrom(*cell));
  for (const json::value* row : in.List("rows")) {
    if (!row->is_array()) continue;
    auto& cells = table.rows.emplace_back();
    for (const json::value& cell : row->get_array()) cells.push_back(CellFrom(cell));
  }
  return Table(table);
}

}  // namespace safety::html::govuk
