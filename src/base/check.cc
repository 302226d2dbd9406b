#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace safety::base {

void Check(bool holds, std::string_view what) {
  if (holds) [[likely]] {
    return;
  }
  std::fprintf(stderr, "broken invariant: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace safety::base
