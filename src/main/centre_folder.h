#pragma once

#include <expected>
#include <filesystem>
#include <string>
#include <string_view>

#include "vault/key_file.h"

namespace safety::main {

/// What the command line keeps in the folder given as --data, beside the files of the store.
///
///   keys        the key file, 0600: back it up apart from the database
///   demo        exists only in folders that `demo` filled
///
/// The folder itself is 0700. Everything else in it belongs to the store.
class CentreFolder {
 public:
  explicit CentreFolder(std::filesystem::path path) : path_(std::move(path)) {}

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  /// Makes the folder, or takes an empty one. Anything else is refused: nothing is ever
  /// overwritten.
  [[nodiscard]] std::expected<void, std::string> Create() const;
  [[nodiscard]] bool IsInitialised() const;
  [[nodiscard]] bool IsDemo() const;
  /// Keeps the invented accounts' second factors in the marker, so that anybody may try them.
  [[nodiscard]] std::expected<void, std::string> MarkAsDemo(std::string_view text) const;
  [[nodiscard]] std::expected<std::string, std::string> ReadDemoMarker() const;
  /// Durable when it returns: a database without its keys is lost.
  [[nodiscard]] std::expected<void, std::string> WriteKeys(const vault::KeyFile& keys) const;
  [[nodiscard]] std::expected<vault::KeyFile, std::string> ReadKeys() const;

 private:
  std::filesystem::path path_;
};

}  // namespace safety::main
