#include "limits.h"

#include <sqlite3.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/check.h"
#include "vault/sealing.h"

namespace safety::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::seconds kMeasured{2};
constexpr std::size_t kInFlight = 256;

double Seconds(Clock::duration duration) { return std::chrono::duration<double>(duration).count(); }

void Execute(sqlite3* database, const char* sql) {
  base::Check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK,
              "SQLite does what the bench asks");
}

casework::Transaction OneCase(const vault::PublicKey& key, std::size_t number) {
  const auto case_id = base::CaseId::Random();
  const auto data_key = vault::DataKey::For(key);
  const auto fingerprint = [&case_id](std::string_view purpose) {
    base::Bytes bytes(case_id.bytes().begin(), case_id.bytes().end());
    bytes.insert(bytes.end(), purpose.begin(), purpose.end());
    return vault::Fingerprint(bytes);
  };
  casework::NewEntry entry{.id = base::EntryId::Random(),
                           .at = base::SystemClock().Now(),
                           .actor = "reporter",
                           .action = "report_received",
                           .subject = {case_id.bytes().begin(), case_id.bytes().end()},
                           .header = "{}",
                           .sealed = {}};
  entry.sealed = data_key.Seal({.table = "journal", .id = entry.id.bytes()},
                               base::Bytes(1'500, static_cast<std::uint8_t>(number)));
  casework::Transaction transaction;
  transaction.changes.emplace_back(casework::NewCase{
      .id = case_id,
      .submission = fingerprint("submission"),
      .reference_seed = fingerprint("reference"),
      .remit = safeguarding::Remit::kIn,
      .priority = static_cast<safeguarding::Priority>(number % 4),
      .audience = static_cast<safeguarding::Audience>(number % 4),
      .nation = safeguarding::Nation::kUnknown,
      .language = "en",
      .received = entry.at,
      .answer_by = entry.at + std::chrono::hours(number % 200),
      .sealed_summary = data_key.Seal({.table = "case_file", .id = case_id.bytes()},
                                      base::AsBytes("A case of the bench")),
      .mailbox_id = fingerprint("mailbox"),
      .mailbox_key = key});
  transaction.entries.push_back(std::move(entry));
  return transaction;
}

}  // namespace

double SealsPerSecond(const vault::PublicKey& key, std::size_t bytes, std::size_t threads) {
  std::atomic<std::size_t> sealed{0};
  const auto began = Clock::now();
  {
    std::vector<std::jthread> workers;
    for (std::size_t i = 0; i < threads; ++i) {
      workers.emplace_back([&] {
        const base::Bytes plain(bytes, 7);
        const auto id = base::EntryId::Random();
        while (Clock::now() - began < kMeasured) {
          const auto payload = vault::Seal(key, {.table = "journal", .id = id.bytes()}, plain);
          sealed += payload.empty() ? 0 : 1;
        }
      });
    }
  }
  return static_cast<double>(sealed) / Seconds(Clock::now() - began);
}

double RawRowsPerSecond(const std::filesystem::path& folder, std::size_t bytes, std::size_t batch) {
  sqlite3* database = nullptr;
  base::Check(sqlite3_open((folder / "raw.db").c_str(), &database) == SQLITE_OK,
              "SQLite opens a file");
  Execute(database,
          "PRAGMA page_size=8192; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
          "CREATE TABLE row(id INTEGER PRIMARY KEY, payload BLOB NOT NULL)");
  sqlite3_stmt* insert = nullptr;
  base::Check(sqlite3_prepare_v2(database, "INSERT INTO row(payload) VALUES($1)", -1, &insert,
                                 nullptr) == SQLITE_OK,
              "SQLite reads an insert");
  const base::Bytes payload(bytes, 7);
  std::size_t rows = 0;
  const auto began = Clock::now();
  while (Clock::now() - began < kMeasured) {
    Execute(database, "BEGIN IMMEDIATE");
    for (std::size_t i = 0; i < batch; ++i) {
      sqlite3_bind_blob(insert, 1, payload.data(), static_cast<int>(payload.size()), SQLITE_STATIC);
      base::Check(sqlite3_step(insert) == SQLITE_DONE, "SQLite takes a row");
      sqlite3_reset(insert);
    }
    Execute(database, "COMMIT");
    rows += batch;
  }
  const double per_second = static_cast<double>(rows) / Seconds(Clock::now() - began);
  sqlite3_finalize(insert);
  sqlite3_close(database);
  return per_second;
}

void Fill(casework::Store& store, const vault::PublicKey& key, std::size_t count) {
  std::mutex mutex;
  std::condition_variable changed;
  std::size_t open = 0;
  for (std::size_t i = 0; i < count; ++i) {
    auto transaction = OneCase(key, i);
    std::unique_lock lock(mutex);
    changed.wait(lock, [&open] { return open < kInFlight; });
    ++open;
    lock.unlock();
    store.Commit(std::move(transaction), [&](const auto& committed) {
      base::Check(committed.has_value(), "the store takes the bench's cases");
      const std::lock_guard done(mutex);
      --open;
      changed.notify_one();
    });
  }
  std::unique_lock lock(mutex);
  changed.wait(lock, [&open] { return open == 0; });
}

}  // namespace safety::bench
