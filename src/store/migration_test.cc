#include "store/migration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iterator>
#include <regex>

#include "store/statements.h"
#include "store/temporary_folder_for_tests.h"

namespace safety::store {
namespace {

using testing::HasSubstr;

class MigrationTest : public testing::Test {
 protected:
  std::unique_ptr<SqliteConnection> Open() {
    return SqliteConnection::Open(temporary_.path() / "test.db",
                                  {.access = SqliteSettings::Access::kWrite})
        .value();
  }

 private:
  TemporaryFolder temporary_;
};

constexpr std::array kTwo{Migration{1, "0001_one", "CREATE TABLE one (a INTEGER);"},
                          Migration{2, "0002_two", "CREATE TABLE two (a INTEGER);"}};
constexpr std::array kSecondFails{
    kTwo[0], Migration{2, "0002_broken", "CREATE TABLE two (a INTEGER); CREATE TABLE one (a);"}};

bool HasTable(SqliteConnection& database, const char* name) {
  static constexpr Sql kFind{"SELECT 1 FROM sqlite_schema WHERE name = $1"};
  return database.Query(kFind, {name}).Next();
}

TEST_F(MigrationTest, NumbersAreWithoutGaps) {
  std::int64_t expected = 0;
  for (const Migration& migration : SqliteMigrations()) {
    EXPECT_EQ(migration.version, ++expected) << migration.name;
  }
  EXPECT_GE(expected, 1);
}

TEST_F(MigrationTest, AppliesEachOnce) {
  auto database = Open();
  ASSERT_TRUE(Migrate(*database, std::span(kTwo).first(1)));
  EXPECT_FALSE(HasTable(*database, "two"));
  ASSERT_TRUE(Migrate(*database, kTwo));
  EXPECT_TRUE(HasTable(*database, "two"));
  EXPECT_TRUE(Migrate(*database, kTwo));
}

TEST_F(MigrationTest, AFailedOneLeavesTheOneBefore) {
  auto database = Open();
  const auto failed = Migrate(*database, kSecondFails);
  ASSERT_FALSE(failed);
  EXPECT_THAT(failed.error(), HasSubstr("0002_broken failed: table one already exists"));
  EXPECT_TRUE(HasTable(*database, "one"));
  EXPECT_FALSE(HasTable(*database, "two"));
  EXPECT_TRUE(Migrate(*database, kTwo)) << "a repaired one is applied";
}

TEST_F(MigrationTest, RefusesWhatANewerProgramMade) {
  auto database = Open();
  ASSERT_TRUE(Migrate(*database, kTwo));
  const auto refused = Migrate(*database, std::span(kTwo).first(1));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error(), HasSubstr("schema is version 2"));
}

// The statements, found in the text itself, so that none is forgotten here.
std::vector<std::string> AllStatements() {
  std::ifstream file(SAFETY_SOURCE_DIR "/src/store/statements.h");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const std::regex constant(R"re(constexpr Sql k\w+\{(?:R"sql\(([^]*?)\)sql"|"([^"]*)")\})re");
  std::vector<std::string> statements;
  for (std::sregex_iterator match(text.begin(), text.end(), constant), end; match != end; ++match) {
    statements.push_back((*match)[1].matched ? (*match)[1].str() : (*match)[2].str());
  }
  return statements;
}

TEST_F(MigrationTest, TheSchemaHasEveryTableAndColumnThatTheStoreUses) {
  auto database = Open();
  ASSERT_TRUE(Migrate(*database, SqliteMigrations()));
  const std::vector<std::string> statements = AllStatements();
  EXPECT_GT(statements.size(), 25U);
  for (const std::string& text : statements) {
    // EXPLAIN prepares the statement and runs nothing of it.
    EXPECT_TRUE(database->Execute(("EXPLAIN " + text).c_str())) << text << database->message();
  }
}

TEST_F(MigrationTest, TheQueueAndTheTimelineAreReadInTheOrderOfAnIndex) {
  auto database = Open();
  ASSERT_TRUE(Migrate(*database, SqliteMigrations()));
  for (const Sql& statement : {sql::kListEntries, sql::kCountAssigned}) {
    const std::string explain = std::string("EXPLAIN QUERY PLAN ") + statement.text;
    const Sql plan{explain.c_str()};
    Cursor step = database->Query(plan, {base::ByteView()});
    while (step.Next()) {
      EXPECT_THAT(std::string(step.row().Text(3)), testing::Not(HasSubstr("SCAN")));
      EXPECT_THAT(std::string(step.row().Text(3)), testing::Not(HasSubstr("TEMP B-TREE")));
    }
  }
}

}  // namespace
}  // namespace safety::store
