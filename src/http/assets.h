#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "http/message.h"
#include "http/router.h"

namespace safety::http {

/// The built styles, scripts and icons: hashed names, compressed at build time, kept in memory as
/// wire bytes and served `immutable`.
class Assets {
 public:
  /// Reads `folder`/manifest.json ({"public.css": "public.3f2a….css", …}) and the files it names,
  /// with their .br and .gz beside them.
  [[nodiscard]] static std::expected<Assets, std::string> Load(const std::filesystem::path& folder);

  /// The address of a logical name: "/assets/public.3f2a….css". Aborts on a name that the build
  /// does not make: that is our own mistake, found at start.
  [[nodiscard]] const std::string& Address(std::string_view name) const;
  /// GET /assets/{file}
  void AddTo(Router& router) const;

 private:
  std::map<std::string, std::string, std::less<>> addresses_;
  std::map<std::string, std::shared_ptr<const WireResponse>, std::less<>> files_;
};

}  // namespace safety::http
