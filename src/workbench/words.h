#pragma once

#include <array>
#include <expected>
#include <string_view>

#include "datafile/catalogue.h"
#include "html/moment.h"

namespace safety::workbench {

/// Every text of the workbench, in one language: content/<language>/workbench.toml.
struct Words {
  datafile::Catalogue texts;
  html::MonthNames months;

  [[nodiscard]] static std::expected<Words, datafile::Fault> Load(const datafile::File& file);

  [[nodiscard]] const std::string& operator[](std::string_view name) const { return texts[name]; }
};

}  // namespace safety::workbench
