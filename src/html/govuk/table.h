#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace safety::html::govuk {

/// A cell of the head or of a row.
struct TableCell {
  std::string text;
  Html html;
  std::string format;  ///< "numeric" sets figures to the right
  std::size_t colspan = 0;
  std::size_t rowspan = 0;
  std::string classes;
  Attributes attributes;
};

struct TableOptions {
  std::string caption;
  std::string caption_classes;
  std::vector<TableCell> head;
  std::vector<std::vector<TableCell>> rows;
  bool first_cell_is_header = false;
  std::string classes;
  Attributes attributes;
};

/// Facts in rows and columns, to be compared.
[[nodiscard]] Html Table(const TableOptions& options);

}  // namespace safety::html::govuk
