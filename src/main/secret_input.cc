#include "main/secret_input.h"

#include <termios.h>
#include <unistd.h>

namespace safety::main {
namespace {

constexpr std::size_t kMaxBytes = 1000;

/// Switches the terminal's echo off for as long as it lives.
class NoEcho {
 public:
  NoEcho() : is_terminal_(tcgetattr(STDIN_FILENO, &before_) == 0) {
    if (is_terminal_) {
      termios quiet = before_;
      quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
  }
  NoEcho(const NoEcho&) = delete;
  NoEcho& operator=(const NoEcho&) = delete;
  ~NoEcho() {
    if (is_terminal_) {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
  }
  [[nodiscard]] bool is_terminal() const { return is_terminal_; }

 private:
  termios before_{};
  bool is_terminal_;
};

}  // namespace

std::expected<base::SecretBytes, std::string> ReadSecretLine(const char* prompt) {
  const NoEcho quiet;
  if (quiet.is_terminal()) {
    std::fprintf(stderr, "%s: ", prompt);
  }
  base::SecretBytes line(kMaxBytes);
  std::size_t length = 0;
  // One byte a call: a buffered stream would leave copies of the secret behind.
  for (;;) {
    std::uint8_t byte = 0;
    const ssize_t got = read(STDIN_FILENO, &byte, 1);
    if (got <= 0 || byte == '\n') {
      break;
    }
    if (length == kMaxBytes) {
      return std::unexpected(std::string(prompt) + ": must be 1,000 bytes or fewer");
    }
    line.Expose()[length++] = byte;
  }
  if (quiet.is_terminal()) {
    std::fputc('\n', stderr);
  }
  if (length == 0) {
    return std::unexpected(std::string(prompt) + ": nothing was given");
  }
  return base::SecretBytes::CopyOf(line.Expose().first(length));
}

}  // namespace safety::main
