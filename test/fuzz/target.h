#pragma once

#include <cstdint>
#include <string_view>

#include "base/bytes.h"

namespace safety::fuzz {

/// One target: reads `input` as its parser does, and aborts (base::Check) when what the parser
/// promises does not hold. Each target's file defines it.
void Try(std::string_view input);

}  // namespace safety::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  safety::fuzz::Try(safety::base::AsText({data, size}));
  return 0;
}
