#include "main/centre_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/secret_bytes.h"

namespace safety::main {
namespace {

constexpr std::size_t kMaxKeyFile = 4096;

std::string Reason(const std::filesystem::path& path, const char* what) {
  return path.string() + ": " + what + ": " + std::strerror(errno);
}

/// Writes a new file that only its owner may read, and syncs it and its folder.
std::expected<void, std::string> WriteNewFile(const std::filesystem::path& path,
                                              base::ByteView bytes) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) {
    return std::unexpected(Reason(path, "cannot be made"));
  }
  bool ok = true;
  while (ok && !bytes.empty()) {
    const ssize_t wrote = write(file, bytes.data(), bytes.size());
    ok = wrote > 0;
    if (ok) {
      bytes = bytes.subspan(static_cast<std::size_t>(wrote));
    }
  }
  ok = ok && fsync(file) == 0;
  ok = close(file) == 0 && ok;
  const int folder = open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  ok = ok && folder >= 0 && fsync(folder) == 0;
  if (folder >= 0) {
    close(folder);
  }
  if (!ok) {
    return std::unexpected(Reason(path, "cannot be written"));
  }
  return {};
}

}  // namespace

std::expected<void, std::string> CentreFolder::Create() const {
  std::error_code error;
  std::filesystem::create_directories(path_, error);
  if (error) {
    return std::unexpected(path_.string() + ": cannot be made: " + error.message());
  }
  if (!std::filesystem::is_empty(path_, error) || error) {
    return std::unexpected(path_.string() +
                           ": is not empty. Give the path of a new or empty folder");
  }
  if (chmod(path_.c_str(), 0700) != 0) {
    return std::unexpected(Reason(path_, "cannot be kept from others"));
  }
  return {};
}

bool CentreFolder::IsInitialised() const { return std::filesystem::exists(path_ / "keys"); }

bool CentreFolder::IsDemo() const { return std::filesystem::exists(path_ / "demo"); }

std::expected<void, std::string> CentreFolder::MarkAsDemo(std::string_view text) const {
  return WriteNewFile(path_ / "demo", base::AsBytes(text));
}

std::expected<std::string, std::string> CentreFolder::ReadDemoMarker() const {
  std::ifstream in(path_ / "demo", std::ios::binary);
  if (!in) {
    return std::unexpected(path_.string() + ": is not a demo folder");
  }
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

std::expected<void, std::string> CentreFolder::WriteKeys(const vault::KeyFile& keys) const {
  const base::SecretBytes text = keys.Serialise();
  return WriteNewFile(path_ / "keys", text.Expose());
}

std::expected<vault::KeyFile, std::string> CentreFolder::ReadKeys() const {
  const std::filesystem::path path = path_ / "keys";
  struct stat facts{};
  if (stat(path.c_str(), &facts) != 0) {
    return std::unexpected(Reason(path, "cannot be read") +
                           ". Run `safety-centre init` first, or give the right --data");
  }
  if ((facts.st_mode & 077) != 0) {
    return std::unexpected(path.string() + ": others may read it. Run `chmod 600` on it");
  }
  if (static_cast<std::size_t>(facts.st_size) > kMaxKeyFile) {
    return std::unexpected(path.string() + ": is not a key file");
  }
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  auto keys = vault::KeyFile::Parse(text);
  base::Wipe(text);
  if (!keys) {
    return std::unexpected(path.string() + ": " + keys.error());
  }
  return keys;
}

}  // namespace safety::main
