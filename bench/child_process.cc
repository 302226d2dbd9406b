#include "child_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <utility>

#include "base/check.h"

namespace safety::bench {

ChildProcess::ChildProcess(std::vector<std::string> command, const std::string& input) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  base::Check(pipe2(in.data(), O_CLOEXEC) == 0 && pipe2(out.data(), O_CLOEXEC) == 0,
              "there are pipes");
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (std::string& argument : command) {
    arguments.push_back(argument.data());
  }
  arguments.push_back(nullptr);
  pid_ = fork();
  base::Check(pid_ >= 0, "a process can be started");
  if (pid_ == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    dup2(out[1], STDERR_FILENO);
    execvp(arguments[0], arguments.data());
    _exit(127);
  }
  close(in[0]);
  close(out[1]);
  out_ = out[0];
  base::Check(write(in[1], input.data(), input.size()) == static_cast<ssize_t>(input.size()),
              "a started program takes its input");
  close(in[1]);
}

ChildProcess::~ChildProcess() {
  if (pid_ > 0) {
    kill(pid_, SIGTERM);
    static_cast<void>(Wait());
  }
  close(out_);
}

bool ChildProcess::ReadMore() {
  std::array<char, 4096> part{};
  ssize_t got = 0;
  do {
    got = read(out_, part.data(), part.size());
  } while (got < 0 && errno == EINTR);
  if (got <= 0) {
    return false;
  }
  output_.append(part.data(), static_cast<std::size_t>(got));
  return true;
}

std::optional<std::string> ChildProcess::ReadUntil(const std::string& text) {
  do {
    for (std::size_t end = output_.find('\n', read_to_); end != std::string::npos;
         end = output_.find('\n', read_to_)) {
      std::string line = output_.substr(read_to_, end - read_to_);
      read_to_ = end + 1;
      if (line.find(text) != std::string::npos) {
        return line;
      }
    }
  } while (ReadMore());
  return std::nullopt;
}

int ChildProcess::Wait() {
  while (ReadMore()) {
  }
  int status = 0;
  waitpid(std::exchange(pid_, -1), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::size_t ChildProcess::MemoryKb(const std::string& field) const {
  std::ifstream status("/proc/" + std::to_string(pid_) + "/status");
  std::string word;
  std::size_t kilobytes = 0;
  while (status >> word) {
    if (word == field + ":") {
      status >> kilobytes;
    }
  }
  return kilobytes;
}

}  // namespace safety::bench
