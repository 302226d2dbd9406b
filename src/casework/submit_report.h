#pragma once

#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "casework/report_from_answers.h"
#include "casework/store.h"
#include "casework/visitor.h"
#include "safeguarding/report.h"
#include "safeguarding/triage.h"
#include "vault/keys.h"

namespace safety::casework {

/// Takes a finished report in: triage, seal, one durable transaction. Safe from any thread.
class SubmitReport {
 public:
  using Done = std::move_only_function<void(std::expected<Receipt, StoreError>)>;

  /// Everything outlives this. `mailbox_key` is the key file's.
  SubmitReport(Store& store, const base::Clock& clock, const safeguarding::Policy& policy,
               vault::PublicKey team_key, base::SecretBytes mailbox_key);

  /// The same visitor's second call makes nothing new and gives the first receipt back.
  void Run(const Visitor& visitor, const safeguarding::Report& report,
           const std::vector<TranscriptLine>& transcript, Done done) const;

  /// What this visitor has sent; nothing when they have not.
  [[nodiscard]] std::expected<std::optional<Receipt>, StoreError> Find(
      const Visitor& visitor) const;

 private:
  Store& store_;
  const base::Clock& clock_;
  const safeguarding::Policy& policy_;
  vault::PublicKey team_key_;
  base::SecretBytes mailbox_key_;
};

}  // namespace safety::casework
