#pragma once

#include <chrono>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>

#include "store/connection.h"
#include "store/sqlite_statement.h"

struct sqlite3;

namespace safety::store {

/// How a database file is opened.
struct SqliteSettings {
  enum class Access { kWrite, kRead };
  enum class Durability { kSynced, kUnsynced };

  Access access = Access::kRead;
  Durability durability = Durability::kSynced;
  std::chrono::milliseconds busy_timeout{2'000};
  int cache_kibibytes = 1024;
  std::int64_t max_pages = 0;  ///< 0: no limit
};

/// Why a file cannot be opened.
struct OpenFault {
  std::string reason;  ///< a sentence for the operator
  bool damaged;        ///< what is in it is no database
};

/// A connection to one SQLite file in write-ahead-log mode.
///
/// SQLite before 3.51.3 can damage a file when one connection resets the log while another commits.
/// So a file has one connection with Access::kWrite, and only that one checkpoints: never by
/// itself, but when Checkpoint is called.
class SqliteConnection final : public Connection {
 public:
  /// Access::kWrite makes the file when there is none.
  [[nodiscard]] static std::expected<std::unique_ptr<SqliteConnection>, OpenFault> Open(
      const std::filesystem::path& file, const SqliteSettings& settings);

  ~SqliteConnection() override;

  void Begin() override;
  void Commit() override;

  /// Runs several statements, without parameters or results. False when one fails.
  [[nodiscard]] bool Execute(const char* script);
  /// Reads the whole file and tells whether its structure holds.
  [[nodiscard]] bool IsSound();
  /// SQLite's own words for the last error.
  [[nodiscard]] std::string message() const;

  /// Copies the log's pages into the file once `min_log_pages` have come since the last time. Not
  /// an error when a reader is in the way: the next one goes further.
  void Checkpoint(int min_log_pages);
  /// The same for whatever the log holds, and empties it, so that nothing erased is left in it.
  void CheckpointAndTruncate();

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit SqliteConnection(sqlite3* database) : database_(database) {}

  Statement* Prepare(const Sql& sql) override;
  void Undo() override;

  std::unique_ptr<sqlite3, Close> database_;
  std::unordered_map<const Sql*, std::unique_ptr<SqliteStatement>> statements_;
  int log_pages_ = 0;           ///< in the log after the last commit
  int pages_checkpointed_ = 0;  ///< of them, when it was last copied
};

}  // namespace safety::store
