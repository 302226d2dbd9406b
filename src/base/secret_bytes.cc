#include "base/secret_bytes.h"

#include <string.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>
#include <vector>

#include "base/check.h"

namespace safety::base {
namespace {

// A key, a short answer, a draft, a long report. What is larger gets pages of its own.
constexpr std::array<std::size_t, 4> kSlotSizes = {64, 1024, 4096, 16 * 1024};
constexpr std::size_t kSlabSize = 64 * 1024;

/// Maps memory that is locked, where the kernel allows it, and never part of a core dump.
std::uint8_t* MapLocked(std::size_t size) {
  void* memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  Check(memory != MAP_FAILED, "there is memory for a secret");
  static_cast<void>(mlock(memory, size));
  static_cast<void>(madvise(memory, size, MADV_DONTDUMP));
  return static_cast<std::uint8_t*>(memory);
}

/// Keys and drafts come and go with every request, so those of about one size share locked slabs:
/// system calls for each would cost more than the work they guard.
class SlotPool {
 public:
  explicit SlotPool(std::size_t slot_size) : slot_size_(slot_size) {}

  std::uint8_t* Take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) {
      std::uint8_t* slab = MapLocked(kSlabSize);
      free_.reserve(free_.size() + kSlabSize / slot_size_);
      for (std::size_t at = 0; at < kSlabSize; at += slot_size_) {
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
  const std::size_t slot_size_;
  std::mutex mutex_;
  std::vector<std::uint8_t*> free_;
};

/// The pool whose slots are the smallest that hold `size` bytes; nullptr when none do.
SlotPool* PoolFor(std::size_t size) {
  // Outlive every static secret.
  static auto* pools =
      new std::array<SlotPool, kSlotSizes.size()>{SlotPool(kSlotSizes[0]), SlotPool(kSlotSizes[1]),
                                                  SlotPool(kSlotSizes[2]), SlotPool(kSlotSizes[3])};
  const auto* fits = std::ranges::lower_bound(kSlotSizes, size);
  return fits == kSlotSizes.end() ? nullptr
                                  : &(*pools)[static_cast<std::size_t>(fits - kSlotSizes.begin())];
}

}  // namespace

SecretBytes::SecretBytes(std::size_t size) : size_(size) {
  if (size == 0) {
    return;
  }
  SlotPool* pool = PoolFor(size);
  data_ = pool != nullptr ? pool->Take() : MapLocked(size);
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
  if (SlotPool* pool = PoolFor(size_); pool != nullptr) {
    pool->Give(data_);
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
