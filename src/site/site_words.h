#pragma once

#include <expected>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "datafile/catalogue.h"
#include "datafile/file.h"

namespace safety::site {

/// The public site's own words, from content/<language>/site.toml: everything that a visitor reads
/// and that is neither a journey's nor an article's. Complete or refused. Refuses, too, an address
/// to leave for that is not https: and a foot that names none of `articles`.
[[nodiscard]] std::expected<datafile::Catalogue, datafile::Fault> LoadSiteWords(
    const datafile::File& file, const std::set<std::string, std::less<>>& articles);

/// The words between single spaces: how operator.foot_pages lists its articles.
[[nodiscard]] std::vector<std::string> SplitWords(std::string_view text);

}  // namespace safety::site
