#include "datafile/catalogue.h"

#include "base/check.h"

namespace safety::datafile {

std::expected<Catalogue, Fault> Catalogue::Load(const File& file,
                                                std::span<const std::string_view> names) {
  Document document = Document::Parse(file.text, file.name);
  Catalogue catalogue;
  for (const std::string_view name : names) {
    Table table = document.root();
    std::string_view rest = name;
    for (auto dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
      table = table.Sub(rest.substr(0, dot));
      rest.remove_prefix(dot + 1);
    }
    catalogue.texts_.emplace(name, table.Text(rest));
  }
  if (auto finished = document.Finish(); !finished) {
    return std::unexpected(std::move(finished.error()));
  }
  return catalogue;
}

const std::string* Catalogue::Find(std::string_view name) const {
  const auto found = texts_.find(name);
  return found == texts_.end() ? nullptr : &found->second;
}

const std::string& Catalogue::operator[](std::string_view name) const {
  const std::string* text = Find(name);
  base::Check(text != nullptr, "every text that the code asks for is in its list of names");
  return *text;
}

std::string Catalogue::Fill(std::string_view name, Values values) const {
  std::string_view rest = (*this)[name];
  std::string out;
  while (!rest.empty()) {
    const std::size_t open = rest.find('{');
    out += rest.substr(0, open);
    if (open == std::string_view::npos) {
      break;
    }
    rest.remove_prefix(open);
    const std::size_t close = rest.find('}');
    const std::string_view placeholder =
        close == std::string_view::npos ? "" : rest.substr(1, close - 1);
    bool filled = false;
    for (const auto& [key, value] : values) {
      if (!filled && !placeholder.empty() && key == placeholder) {
        out += value;
        rest.remove_prefix(close + 1);
        filled = true;
      }
    }
    if (!filled) {
      out += '{';
      rest.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace safety::datafile
