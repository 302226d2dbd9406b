#include "http/assets.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <optional>

namespace safety::http {
namespace {

namespace fs = std::filesystem;

class AssetsTest : public ::testing::Test {
 public:
  ~AssetsTest() override { fs::remove_all(folder_); }
  AssetsTest(const AssetsTest&) = delete;
  AssetsTest& operator=(const AssetsTest&) = delete;

 protected:
  AssetsTest() {
    const auto* const test = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(::testing::TempDir()) / (std::string("assets_") + test->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }

  void Write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  /// The error of loading, without the folder.
  std::string Refusal() const {
    const auto assets = Assets::Load(folder_);
    return assets ? "" : assets.error().substr(folder_.string().size() + 1);
  }

  fs::path folder_;
};

TEST_F(AssetsTest, ServesFilesUnderTheirHashedNames) {
  Write("manifest.json", R"({"public.css": "public.3f2a.css", "icon.png": "icon.1b.png"})");
  Write("public.3f2a.css", "body { margin: 0 }");
  Write("public.3f2a.css.br", "br");
  Write("public.3f2a.css.gz", "gzip");
  Write("icon.1b.png", "png");
  Write("secret.txt", "not in the manifest");
  const auto assets = Assets::Load(folder_);
  ASSERT_TRUE(assets.has_value()) << assets.error();
  EXPECT_EQ(assets->Address("public.css"), "/assets/public.3f2a.css");

  Router router;
  assets->AddTo(router);
  EXPECT_EQ(router.Routes(), std::vector<std::string>{"GET /assets/{file}"});
  const auto ask = [&router](std::string path) {
    std::optional<Response> answer;
    router.Dispatch({.path = std::move(path)},
                    Responder([&answer](Response response) { answer = std::move(response); }));
    return *answer;
  };
  const Response css = ask("/assets/public.3f2a.css");
  ASSERT_NE(css.wire, nullptr);
  EXPECT_EQ(css.wire->identity,
            "HTTP/1.1 200 OK\r\n"
            "Content-Type: text/css; charset=utf-8\r\n"
            "Cache-Control: public, max-age=31536000, immutable\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Cross-Origin-Resource-Policy: same-origin\r\n"
            "Vary: Accept-Encoding\r\n"
            "Content-Length: 18\r\n\r\n"
            "body { margin: 0 }");
  EXPECT_TRUE(css.wire->brotli.contains("\r\nContent-Encoding: br\r\n"));
  EXPECT_TRUE(css.wire->brotli.ends_with("\r\n\r\nbr"));
  EXPECT_TRUE(css.wire->gzip.ends_with("\r\n\r\ngzip"));
  const Response icon = ask("/assets/icon.1b.png");
  EXPECT_TRUE(icon.wire->brotli.empty());
  EXPECT_FALSE(icon.wire->identity.contains("Vary"));
  for (const auto* path : {"/assets/secret.txt", "/assets/public.css", "/assets/manifest.json"}) {
    EXPECT_EQ(ask(path).status, 404) << path;
    EXPECT_EQ(ask(path).wire, nullptr) << path;
  }
}

TEST_F(AssetsTest, RefusesABrokenBuild) {
  EXPECT_EQ(Refusal(), "manifest.json: cannot be read");
  Write("manifest.json", "[]");
  EXPECT_EQ(Refusal(), "manifest.json: not a JSON object");
  Write("manifest.json", "{");
  EXPECT_EQ(Refusal(), "manifest.json: not a JSON object");
  Write("manifest.json", R"({"a.css": 1})");
  EXPECT_EQ(Refusal(), "manifest.json: a.css: not a file name");
  for (const auto* name : {"../a.css", "", ".hidden", "a/b.css", "/etc/passwd"}) {
    Write("manifest.json", R"({"a.css": ")" + std::string(name) + R"("})");
    EXPECT_EQ(Refusal(), "manifest.json: a.css: not a file name") << name;
  }
  Write("manifest.json", R"({"a.css": "a.1.css"})");
  EXPECT_EQ(Refusal(), "a.1.css: cannot be read");
  Write("manifest.json", R"({"a.exe": "a.1.exe"})");
  EXPECT_EQ(Refusal(), "a.1.exe: no content type is known for its ending");
}

TEST_F(AssetsTest, NamesThatTheBuildDoesNotMakeAbort) {
  Write("manifest.json", "{}");
  const auto assets = Assets::Load(folder_);
  ASSERT_TRUE(assets.has_value());
  EXPECT_DEATH((void)assets->Address("public.css"), "that pages name");
}

}  // namespace
}  // namespace safety::http
