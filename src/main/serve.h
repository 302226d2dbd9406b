#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "main/places.h"

namespace safety::main {

struct ServeRequest {
  std::filesystem::path data;
  Places places = Places::Default();
  std::string public_endpoint = "127.0.0.1:8080";
  std::string workbench_endpoint = "127.0.0.1:8081";
  std::string only;         ///< "public", "workbench", or empty for both
  std::size_t threads = 0;  ///< io threads; 0: one per processor
};

/// `safety-centre serve`: loads everything or says what is wrong, then serves until SIGTERM or
/// SIGINT. Returns the exit code.
[[nodiscard]] int Serve(const ServeRequest& request);

}  // namespace safety::main
