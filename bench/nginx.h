#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "child_process.h"

namespace safety::bench {

/// Starts nginx on 127.0.0.1:`port` with `workers` workers, serving `body` at "/" with the response
/// headers of `head` (those of our own page), from `folder`. Nothing when nginx is not installed.
[[nodiscard]] std::unique_ptr<ChildProcess> StartNginx(const std::filesystem::path& folder,
                                                       std::uint16_t port, std::size_t workers,
                                                       const std::string& head,
                                                       const std::string& body);

}  // namespace safety::bench
