#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/bytes.h"

namespace safety::base {

/// Bytes that must not leave the process: keys, codes, opened reports' keys.
///
/// The memory is locked against swapping, left out of core dumps and wiped when the value dies.
/// It cannot be printed, logged, copied by accident or compared with `==`: compare with
/// `SameSecret`, copy with `Clone`. Owned by one thread at a time; the pool behind it is shared and
/// locked. Where the kernel refuses to lock memory (a container's limit) the bytes are still wiped.
class SecretBytes {
 public:
  SecretBytes() = default;
  /// `size` zero bytes.
  explicit SecretBytes(std::size_t size);
  /// Copies `bytes` in. The caller still has to wipe its own copy.
  static SecretBytes CopyOf(ByteView bytes);
  /// `size` bytes from the kernel's random source.
  static SecretBytes Random(std::size_t size);

  SecretBytes(SecretBytes&& other) noexcept;
  SecretBytes& operator=(SecretBytes&& other) noexcept;
  SecretBytes(const SecretBytes&) = delete;
  SecretBytes& operator=(const SecretBytes&) = delete;
  ~SecretBytes();

  [[nodiscard]] SecretBytes Clone() const;
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::span<std::uint8_t> Expose() { return {data_, size_}; }
  [[nodiscard]] ByteView Expose() const { return {data_, size_}; }

  bool operator==(const SecretBytes&) const = delete;

 private:
  void Release();

  std::uint8_t* data_ = nullptr;
  std::size_t size_ = 0;
};

/// Compares in time that depends on the lengths only.
[[nodiscard]] bool SameSecret(ByteView a, ByteView b);

/// Overwrites in a way the compiler may not leave out.
void Wipe(std::span<std::uint8_t> bytes);
void Wipe(std::string& text);

}  // namespace safety::base
