#pragma once

#include <sys/types.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace safety::bench {

/// A program that was started for a measurement, with its standard error and output read by us.
/// Ends it (SIGTERM, and waits) when it dies. Aborts when it cannot be started.
class ChildProcess {
 public:
  /// `input` is given on standard input.
  ChildProcess(std::vector<std::string> command, const std::string& input);
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;
  ~ChildProcess();

  /// Reads output until a line holds `text`, and gives that line back; nothing when the program
  /// ended before.
  [[nodiscard]] std::optional<std::string> ReadUntil(const std::string& text);
  /// All output to the end, then the exit code.
  [[nodiscard]] int Wait();

  /// Kilobytes of memory now (VmRSS) or at most so far (VmHWM), from the kernel.
  [[nodiscard]] std::size_t MemoryKb(const std::string& field) const;
  [[nodiscard]] const std::string& output() const { return output_; }

 private:
  bool ReadMore();

  pid_t pid_ = -1;
  int out_ = -1;
  std::string output_;
  std::size_t read_to_ = 0;
};

}  // namespace safety::bench
