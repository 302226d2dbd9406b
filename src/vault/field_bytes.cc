#include "vault/field_bytes.h"

namespace safety::vault {
namespace {

void Append(base::Bytes& bytes, std::uint64_t number) {
  for (int shift = 0; shift < 64; shift += 8) {
    bytes.push_back(static_cast<std::uint8_t>(number >> shift));
  }
}

}  // namespace

FieldBytes& FieldBytes::Add(base::ByteView field) {
  Append(bytes_, field.size());
  bytes_.insert(bytes_.end(), field.begin(), field.end());
  return *this;
}

FieldBytes& FieldBytes::Add(std::uint64_t number) {
  Append(bytes_, sizeof number);
  Append(bytes_, number);
  return *this;
}

}  // namespace safety::vault
