#include "http/target.h"

#include <algorithm>

#include "base/text.h"
#include "http/percent.h"

namespace safety::http {
namespace {

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool HasBadSegment(std::string_view path) {
  std::size_t start = 1;
  while (start < path.size()) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string_view segment = path.substr(start, end - start);
    if (segment.empty() || segment == "." || segment == "..") {
      return true;
    }
    start = end + 1;
  }
  return false;
}

}  // namespace

std::optional<Target> ParseTarget(std::string_view text) {
  if (!text.starts_with('/') || text.contains('#')) {
    return std::nullopt;
  }
  const std::size_t mark = text.find('?');
  const std::string_view raw_path = text.substr(0, mark);
  auto path = PercentDecode(raw_path, PlusMeans::kPlus);
  if (!path || !base::IsUtf8(*path) || std::ranges::any_of(*path, IsControl) ||
      path->contains('\\') || HasBadSegment(*path)) {
    return std::nullopt;
  }
  const bool has_encoded_slash =
      std::ranges::count(*path, '/') != std::ranges::count(raw_path, '/');
  if (has_encoded_slash) {
    return std::nullopt;
  }
  Target target;
  target.path = std::move(*path);
  if (mark != std::string_view::npos) {
    target.query = text.substr(mark + 1);
  }
  return target;
}

}  // namespace safety::http
