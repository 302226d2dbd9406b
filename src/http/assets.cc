#include "http/assets.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "base/check.h"
#include "http/wire.h"

namespace safety::http {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kContentTypes = {{
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".webmanifest", "application/manifest+json"},
    {".txt", "text/plain; charset=utf-8"},
}};

std::optional<std::string> ContentTypeOf(const fs::path& file) {
  const std::string extension = file.extension().string();
  const auto* const found = std::ranges::find(
      kContentTypes, extension, &std::pair<std::string_view, std::string_view>::first);
  return found == kContentTypes.end() ? std::nullopt : std::optional(std::string(found->second));
}

std::optional<std::string> ReadFile(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

bool IsPlainFileName(std::string_view name) {
  return !name.empty() && !name.starts_with('.') && std::ranges::all_of(name, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '.' || c == '-' || c == '_';
  });
}

std::expected<std::shared_ptr<const WireResponse>, std::string> LoadFile(const fs::path& file) {
  const auto type = ContentTypeOf(file);
  if (!type) {
    return std::unexpected(file.string() + ": no content type is known for its ending");
  }
  const auto bytes = ReadFile(file);
  if (!bytes) {
    return std::unexpected(file.string() + ": cannot be read");
  }
  Response head;
  head.content_type = *type;
  head.SetHeader("Cache-Control", "public, max-age=31536000, immutable");
  head.SetHeader("X-Content-Type-Options", "nosniff");
  head.SetHeader("Cross-Origin-Resource-Policy", "same-origin");
  return MakeWire(head, *bytes, ReadFile(file.string() + ".br").value_or(""),
                  ReadFile(file.string() + ".gz").value_or(""));
}

}  // namespace

std::expected<Assets, std::string> Assets::Load(const fs::path& folder) {
  const fs::path manifest_file = folder / "manifest.json";
  const auto refuse = [&manifest_file](std::string_view why) {
    return std::unexpected(manifest_file.string() + ": " + std::string(why));
  };
  const auto text = ReadFile(manifest_file);
  if (!text) {
    return refuse("cannot be read");
  }
  boost::system::error_code ec;
  const auto manifest = boost::json::parse(*text, ec);
  if (ec || !manifest.is_object()) {
    return refuse("not a JSON object");
  }
  Assets assets;
  for (const auto& [name, value] : manifest.get_object()) {
    const auto* const file = value.if_string();
    if (file == nullptr || !IsPlainFileName(*file)) {
      return refuse(std::string(name) + ": not a file name");
    }
    auto wire = LoadFile(folder / std::string_view(*file));
    if (!wire) {
      return std::unexpected(std::move(wire.error()));
    }
    assets.addresses_.emplace(std::string(name), "/assets/" + std::string(*file));
    assets.files_.emplace(std::string(*file), std::move(*wire));
  }
  return assets;
}

const std::string& Assets::Address(std::string_view name) const {
  const auto found = addresses_.find(name);
  base::Check(found != addresses_.end(), "the build makes every style and script that pages name");
  return found->second;
}

void Assets::AddTo(Router& router) const {
  router.Get("/assets/{file}", [files = files_](const Request& request, Responder respond) {
    const auto found = files.find(request.PathValue("file"));
    Response response;
    if (found == files.end()) {
      response.status = 404;
    } else {
      response.wire = found->second;
    }
    respond(std::move(response));
  });
}

}  // namespace safety::http
