#include "html/govuk/table.h"

#include "html/govuk/parts.h"

namespace safety::html::govuk {
namespace {

void AppendSpans(Html& out, const TableCell& cell) {
  if (cell.colspan != 0) out << " colspan=\"" << cell.colspan << "\"";
  if (cell.rowspan != 0) out << " rowspan=\"" << cell.rowspan << "\"";
  out << cell.attributes << ">";
  Words(out, cell.text, cell.html);
}

void AppendHeadCell(Html& out, const TableCell& cell) {
  out << "<th scope=\"col\" class=\"govuk-table__header";
  if (!cell.format.empty()) out << " govuk-table__header--" << Text(cell.format);
  Classes(out, cell.classes);
  out << "\"";
  AppendSpans(out, cell);
  out << "</th>";
}

void AppendRowHeader(Html& out, const TableCell& cell) {
  out << "<th scope=\"row\" class=\"govuk-table__header";
  Classes(out, cell.classes);
  out << "\"";
  AppendSpans(out, cell);
  out << "</th>";
}

void AppendCell(Html& out, const TableCell& cell) {
  out << "<td class=\"govuk-table__cell";
  if (!cell.format.empty()) out << " govuk-table__cell--" << Text(cell.format);
  Classes(out, cell.classes);
  out << "\"";
  AppendSpans(out, cell);
  out << "</td>";
}

}  // namespace

Html Table(const TableOptions& options) {
  Html out;
  out.Reserve(512 + 512 * options.rows.size());
  out << "<table class=\"govuk-table";
  Classes(out, options.classes);
  out << "\"" << options.attributes << ">";
  if (!options.caption.empty()) {
    out << "<caption class=\"govuk-table__caption";
    Classes(out, options.caption_classes);
    out << "\">" << Text(options.caption) << "</caption>";
  }
  if (!options.head.empty()) {
    out << "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">";
    for (const TableCell& cell : options.head) AppendHeadCell(out, cell);
    out << "</tr></thead>";
  }
  out << "<tbody class=\"govuk-table__body\">";
  for (const auto& row : options.rows) {
    out << "<tr class=\"govuk-table__row\">";
    bool is_header = options.first_cell_is_header;
    for (const TableCell& cell : row) {
      if (is_header) {
        AppendRowHeader(out, cell);
      } else {
        AppendCell(out, cell);
      }
      is_header = false;
    }
    out << "</tr>";
  }
  out << "</tbody></table>";
  return out;
}

}  // namespace safety::html::govuk
