#include "datafile/file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace safety::datafile {
namespace {

class ReadFileTest : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(root_ / "policy"); }
  void TearDown() override { std::filesystem::remove_all(root_); }

  void Write(const std::string& name, const std::string& text) const {
    std::ofstream(root_ / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string FaultOf(const std::string& name) const {
    const auto file = ReadFile(root_, name);
    return file ? "" : file.error().ToString();
  }

  const std::filesystem::path root_ =
      std::filesystem::temp_directory_path() / ("datafile-test-" + std::to_string(getpid()));
};

TEST_F(ReadFileTest, ReadsTheWholeFile) {
  Write("policy/a.toml", "a = 1\n");
  Write("empty", "");
  Write("full", std::string(1U << 20U, 'x'));
  const auto file = ReadFile(root_, "policy/a.toml");
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->name, "policy/a.toml");
  EXPECT_EQ(file->text, "a = 1\n");
  EXPECT_EQ(ReadFile(root_, "empty")->text, "");
  EXPECT_EQ(ReadFile(root_, "full")->text.size(), 1U << 20U);
}

TEST_F(ReadFileTest, SaysWhyNot) {
  Write("big", std::string((1U << 20U) + 1, 'x'));
  Write("latin1", "a\nb\ncaf\xe9\n");
  EXPECT_EQ(FaultOf("big"), "big: is over 1 MiB");
  EXPECT_EQ(FaultOf("latin1"), "latin1:3: is not UTF-8");
  EXPECT_TRUE(FaultOf("absent").starts_with("absent: is missing: looked for "))
      << FaultOf("absent");
  EXPECT_TRUE(FaultOf("policy").starts_with("policy: is missing: looked for "));
}

}  // namespace
}  // namespace safety::datafile
