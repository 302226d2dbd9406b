#include "store/data_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "store/temporary_folder_for_tests.h"

namespace safety::store {
namespace {

using testing::HasSubstr;

TEST(DataFolderTest, IsHeldByOneAtATime) {
  const TemporaryFolder temporary;
  {
    const auto first = DataFolder::Open(temporary.path());
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->Sync());
    const auto second = DataFolder::Open(temporary.path());
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error(), HasSubstr("in use by process " + std::to_string(getpid())));
    EXPECT_THAT(second.error(), HasSubstr("end that process first"));
  }
  EXPECT_TRUE(DataFolder::Open(temporary.path()));
}

TEST(DataFolderTest, StaysHeldWhenMoved) {
  const TemporaryFolder temporary;
  auto first = DataFolder::Open(temporary.path());
  const DataFolder moved = *std::move(first);
  first = std::unexpected("");
  EXPECT_FALSE(DataFolder::Open(temporary.path()));
  EXPECT_EQ(moved.path(), temporary.path());
}

TEST(DataFolderTest, SaysWhatIsMissing) {
  const TemporaryFolder temporary;
  const auto missing = DataFolder::Open(temporary.path() / "nowhere");
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error(), HasSubstr("nowhere is missing"));
  std::ofstream(temporary.path() / "file") << "not a folder";
  EXPECT_FALSE(DataFolder::Open(temporary.path() / "file"));
}

TEST(DataFolderTest, SaysThatItCannotWrite) {
  const TemporaryFolder temporary;
  // A folder in the lock's place cannot be opened for writing, not even by root.
  std::filesystem::create_directory(temporary.path() / "lock");
  const auto folder = DataFolder::Open(temporary.path());
  ASSERT_FALSE(folder);
  EXPECT_THAT(folder.error(), HasSubstr("cannot be written to"));
}

TEST(DataFolderTest, FollowsNoLinkForItsLock) {
  const TemporaryFolder temporary;
  std::ofstream(temporary.path() / "precious") << "keep";
  std::filesystem::create_symlink("precious", temporary.path() / "lock");
  EXPECT_FALSE(DataFolder::Open(temporary.path()));
  EXPECT_EQ(std::filesystem::file_size(temporary.path() / "precious"), 4U);
}

}  // namespace
}  // namespace safety::store
