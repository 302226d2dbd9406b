#include "http/assets_for_tests.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <utility>

#include "base/check.h"

namespace safety::http {
namespace {

namespace fs = std::filesystem;

/// A folder that is gone when it has been read.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "assets-test-XXXXXX").string();
    base::Check(::mkdtemp(name.data()) != nullptr, "a test may make a folder");
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

Assets AssetsForTests(const std::vector<std::string>& names) {
  const Folder folder;
  std::ofstream manifest(folder.path() / "manifest.json");
  const char* separator = "{";
  for (const std::string& name : names) {
    for (const char* suffix : {"", ".br", ".gz"}) {
      std::ofstream(folder.path() / (name + suffix)) << "/**/";
    }
    manifest << separator << '"' << name << "\":\"" << name << '"';
    separator = ",";
  }
  manifest << "}";
  manifest.close();
  auto assets = Assets::Load(folder.path());
  base::Check(assets.has_value(), assets ? "" : assets.error());
  return *std::move(assets);
}

}  // namespace safety::http
