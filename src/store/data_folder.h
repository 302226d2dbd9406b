#pragma once

#include <expected>
#include <filesystem>
#include <string>

namespace safety::store {

inline constexpr const char* kDatabaseFile = "safety-centre.db";
inline constexpr const char* kDraftsFile = "drafts.db";

/// The folder that holds one centre's database files, held by one process at a time.
///
/// The kernel's lock on the file `lock` inside it ends with the process, however it ends: nothing
/// has to be cleaned up after a crash. Move-only; outlives the stores opened in it.
class DataFolder {
 public:
  /// Takes the folder. The reason, when it cannot be had, is a sentence for the operator: the
  /// folder is missing, cannot be written to, or is in use (by which process, and what to do).
  [[nodiscard]] static std::expected<DataFolder, std::string> Open(std::filesystem::path path);

  DataFolder(DataFolder&& other) noexcept;
  DataFolder& operator=(DataFolder&& other) noexcept;
  DataFolder(const DataFolder&) = delete;
  DataFolder& operator=(const DataFolder&) = delete;
  ~DataFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Makes new file names in the folder durable (fsync of the directory).
  [[nodiscard]] std::expected<void, std::string> Sync() const;

 private:
  DataFolder(std::filesystem::path path, int lock) : path_(std::move(path)), lock_(lock) {}

  std::filesystem::path path_;
  int lock_ = -1;
};

}  // namespace safety::store
