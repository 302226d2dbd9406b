#include "store/data_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace safety::store {
namespace {

std::string LastError() { return std::generic_category().message(errno); }

/// Who holds the lock, as they wrote it into the file; empty when they had not got to it yet.
std::string HolderOf(int lock) {
  std::array<char, 20> text{};
  const ssize_t size = pread(lock, text.data(), text.size(), 0);
  std::string holder(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  return holder.substr(0, holder.find_first_not_of("0123456789"));
}

bool WriteHolder(int lock) {
  const std::string holder = std::to_string(getpid()) + "\n";
  return ftruncate(lock, 0) == 0 &&
         pwrite(lock, holder.data(), holder.size(), 0) == static_cast<ssize_t>(holder.size());
}

}  // namespace

std::expected<DataFolder, std::string> DataFolder::Open(std::filesystem::path path) {
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) {
    return std::unexpected("the data folder " + path.string() +
                           " is missing: make it, or name another with --data");
  }
  const int lock =
      open((path / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (lock < 0) {
    return std::unexpected("the data folder " + path.string() +
                           " cannot be written to: " + LastError());
  }
  DataFolder folder(std::move(path), lock);
  if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = HolderOf(lock);
    return std::unexpected("the data folder " + folder.path_.string() + " is in use by " +
                           (holder.empty() ? "another process" : "process " + holder) +
                           ": end that process first, or use another folder");
  }
  if (!WriteHolder(lock)) {
    return std::unexpected("the data folder " + folder.path_.string() +
                           " cannot be written to: " + LastError());
  }
  return folder;
}

DataFolder::DataFolder(DataFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

DataFolder& DataFolder::operator=(DataFolder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  return *this;
}

DataFolder::~DataFolder() {
  if (lock_ >= 0) {
    close(lock_);
  }
}

std::expected<void, std::string> DataFolder::Sync() const {
  const int folder = open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = folder >= 0 && fsync(folder) == 0;
  const std::string reason = LastError();
  if (folder >= 0) {
    close(folder);
  }
  if (!synced) {
    return std::unexpected("the data folder " + path_.string() + " cannot be synced: " + reason);
  }
  return {};
}

}  // namespace safety::store
