#include "main/journal.h"

#include <cstdio>

#include "base/bytes.h"
#include "store/journal_verification.h"

namespace safety::main {

int VerifyJournal(const std::string& data) {
  const auto verified = store::VerifyJournal(data);
  if (!verified) {
    const auto& bad = verified.error();
    if (bad.sequence == 0) {
      std::fprintf(stderr, "journal: %s\n", bad.reason.c_str());
    } else {
      std::fprintf(stderr, "journal: entry %llu: %s\n",
                   static_cast<unsigned long long>(bad.sequence), bad.reason.c_str());
    }
    return 1;
  }
  std::printf("journal: %llu entries, every one holds; head %s\n",
              static_cast<unsigned long long>(verified->entries),
              base::ToHex(verified->head).c_str());
  return 0;
}

}  // namespace safety::main
