#include "datafile/file.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "base/text.h"

namespace safety::datafile {
namespace {

constexpr std::size_t kMaxFileBytes = 1U << 20U;

/// The line on which the text stops being UTF-8.
std::uint32_t FirstBadLine(std::string_view text) {
  std::uint32_t line = 1;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!base::IsUtf8(text.substr(0, end))) {
      return line;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
    ++line;
  }
  return line;
}

std::unexpected<Fault> Refused(const std::string& name, std::uint32_t line, std::string reason) {
  return std::unexpected(Fault{name, line, "", std::move(reason)});
}

}  // namespace

std::expected<File, Fault> ReadFile(const std::filesystem::path& root, const std::string& name) {
  const std::filesystem::path path = root / name;
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return Refused(name, 0, "is missing: looked for " + path.string());
  }
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    return Refused(name, 0,
                   "cannot be read: " + std::error_code(errno, std::generic_category()).message());
  }
  // One byte more than allowed tells a full file from one that is too big, whatever its size says.
  std::string text(kMaxFileBytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) {
    return Refused(name, 0, "cannot be read to its end");
  }
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > kMaxFileBytes) {
    return Refused(name, 0, "is over 1 MiB");
  }
  if (!base::IsUtf8(text)) {
    return Refused(name, FirstBadLine(text), "is not UTF-8");
  }
  text.shrink_to_fit();
  return File{name, std::move(text)};
}

}  // namespace safety::datafile
