#include "base/secret_bytes.h"

#include <string.h>
#include <sys/mman.h>

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

#include "base/check.h"

namespace safety::base {
namespace {

constexpr std::size_t kSlotSize = 64;
constexpr std::size_t kSlabSize = 64 * 1024;

/// Maps memory that is locked, where the kernel allows it, and never part of a core dump.
std::uint8_t* MapLocked(std::size_t size) {
  void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  Check(memory != MAP_FAILED, "there is memory for a secret");
  static_cast<void>(mlock(memory, size));
  static_cast<void>(madvise(memory, size, MADV_DONTDUMP));
  return static_cast<std::uint8_t*>(memory);
}

/// Keys are short and come and go with every request, so they share locked slabs: a system call
/// each would cost more than the work they guard.
class SlotPool {
 public:
  std::uint8_t* Take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) {
      std::uint8_t* slab = MapLocked(kSlabSize);
      free_.reserve(free_.size() + kSlabSize / kSlotSize);
      for (std::size_t at = 0; at < kSlabSize; at += kSlotSize) {
        free_.push_back(slab + at);
      }
    }
    std::uint8_t* slot = free_.back();
    free_.pop_back();
    return slot;
  }

  void Give(std::uint8_t* slot) {
    const std::lock_guard lock(mutex_);
    free_.push_back(slot);
  }

 private:
  std::mutex mutex_;
  std::vector<std::uint8_t*> free_;
};

SlotPool& Pool() {
  static auto* pool = new SlotPool;  // outlives every static secret
  return *pool;
}

}  // namespace

SecretBytes::SecretBytes(std::size_t size) : size_(size) {
  if (size == 0) {
    return;
  }
  data_ = size <= kSlotSize ? Pool().Take() : MapLocked(size);
}

SecretBytes SecretBytes::CopyOf(ByteView bytes) {
  SecretBytes secret(bytes.size());
  std::ranges::copy(bytes, secret.data_);
  return secret;
}

SecretBytes SecretBytes::Random(std::size_t size) {
  SecretBytes secret(size);
  FillRandom(secret.Expose());
  return secret;
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
  if (this != &other) {
    Release();
    data_ = std::exchange(other.data_, nullptr);
    size_ = std::exchange(other.size_, 0);
  }
  return *this;
}

SecretBytes::~SecretBytes() { Release(); }

void SecretBytes::Release() {
  if (data_ == nullptr) {
    return;
  }
  Wipe(Expose());
  if (size_ <= kSlotSize) {
    Pool().Give(data_);
  } else {
    munmap(data_, size_);
  }
}

SecretBytes SecretBytes::Clone() const { return CopyOf(Expose()); }

bool SameSecret(ByteView a, ByteView b) {
  if (a.size() != b.size()) {
    return false;
  }
  std::uint8_t difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference = static_cast<std::uint8_t>(difference | (a[i] ^ b[i]));
  }
  return difference == 0;
}

void Wipe(std::span<std::uint8_t> bytes) {
  if (!bytes.empty()) {
    explicit_bzero(bytes.data(), bytes.size());
  }
}

void Wipe(std::string& text) {
  if (!text.empty()) {
    explicit_bzero(text.data(), text.size());
  }
  text.clear();
}

}  // namespace safety::base
