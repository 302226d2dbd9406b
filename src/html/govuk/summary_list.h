#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "html/html.h"

namespace safety::html::govuk {

struct SummaryListAction {
  std::string href;
  std::string text;
  Html html;
  std::string visually_hidden_text;  ///< what it acts on: "Change" + "your name"
  std::string classes;
  Attributes attributes;
};

struct SummaryListActions {
  std::vector<SummaryListAction> items;
  std::string classes;
};

/// A key or a value. Several lines of a visitor keep their line ends only as Html.
struct SummaryListCell {
  std::string text;
  Html html;
  std::string classes;
};

struct SummaryListRow {
  SummaryListCell key;
  SummaryListCell value;
  SummaryListActions actions;
  std::string classes;
};

struct SummaryCardTitle {
  std::string text;
  Html html;
  std::size_t heading_level = 2;
  std::string classes;
};

/// A box with a title around the list.
struct SummaryCardOptions {
  SummaryCardTitle title;
  SummaryListActions actions;
  std::string classes;
  Attributes attributes;
};

struct SummaryListOptions {
  std::vector<SummaryListRow> rows;
  std::optional<SummaryCardOptions> card;
  std::string classes;
  Attributes attributes;
};

/// Facts by name, each perhaps with a link that changes it.
[[nodiscard]] Html SummaryList(const SummaryListOptions& options);

}  // namespace safety::html::govuk
