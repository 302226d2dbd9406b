#include "casework/refusal.h"

#include <string>
#include <utility>

#include "casework/make_entry.h"

namespace safety::casework {

void Refuse(Store& store, const base::Clock& clock, const Advisor& advisor, std::string_view what,
            base::ByteView subject, std::move_only_function<void()> say_no) {
  Transaction transaction;
  transaction.entries.push_back(MakeEntry(clock, advisor.actor(), "refused", subject,
                                          R"({"what":")" + std::string(what) + R"("})"));
  store.Commit(std::move(transaction),
               [say_no = std::move(say_no)](const auto&) mutable { say_no(); });
}

}  // namespace safety::casework
