#pragma once

#include <filesystem>

namespace safety::main {

/// Where the data files and the built assets lie. The defaults are the source tree that the binary
/// was built from; a package gives its own with --share and --web.
struct Places {
  std::filesystem::path share;  ///< content/ and policy/ are in it
  std::filesystem::path web;    ///< the built styles and scripts

  static Places Default();
};

}  // namespace safety::main
