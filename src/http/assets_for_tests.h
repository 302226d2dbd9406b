#pragma once

#include <string>
#include <vector>

#include "http/assets.h"

namespace safety::http {

/// Built files of these logical names that hold nothing.
[[nodiscard]] Assets AssetsForTests(const std::vector<std::string>& names);

}  // namespace safety::http
