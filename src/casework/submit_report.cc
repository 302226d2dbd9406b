#include "casework/submit_report.h"

#include "base/check.h"
#include "base/secret_bytes.h"
#include "casework/make_entry.h"
#include "casework/report_document.h"
#include "safeguarding/json_writer.h"
#include "vault/sealing.h"

namespace safety::casework {
namespace {

/// What may stand in the open: nothing of what was told.
std::string Header(const safeguarding::Report& report, const safeguarding::Triage& triage) {
  safeguarding::JsonWriter json;
  json.BeginObject();
  json.Field("report", base::ReportId::Random().ToHex());
  json.Field("audience", IdOf(report.audience));
  json.Field("remit", IdOf(triage.remit));
  json.Field("priority", IdOf(triage.priority));
  json.Key("rules");
  json.BeginArray();
  for (const safeguarding::Reason& reason : triage.reasons) {
    json.String(reason.rule);
  }
  json.EndArray();
  json.EndObject();
  return json.Take();
}

base::Bytes SealAndWipe(const vault::DataKey& key, const vault::RowIdentity& row,
                        std::string plain) {
  base::Bytes sealed = key.Seal(row, base::AsBytes(plain));
  base::Wipe(plain);
  return sealed;
}

}  // namespace

SubmitReport::SubmitReport(Store& store, const base::Clock& clock,
                           const safeguarding::Policy& policy, vault::PublicKey team_key,
                           base::SecretBytes mailbox_key)
    : store_(store),
      clock_(clock),
      policy_(policy),
      team_key_(team_key),
      mailbox_key_(std::move(mailbox_key)) {}

void SubmitReport::Run(const Visitor& visitor, const safeguarding::Report& report,
                       const std::vector<TranscriptLine>& transcript, Done done) const {
  const base::UtcTime received = clock_.Now();
  const safeguarding::Triage triage = policy_.Assess(report, received);
  const auto case_id = base::CaseId::Random();
  const auto mailbox = vault::MailboxKeys::From(visitor.Code(), mailbox_key_);
  const auto data_key = vault::DataKey::For(team_key_);

  NewEntry entry =
      MakeEntry(clock_, "reporter", "report_received", case_id.bytes(), Header(report, triage));
  entry.at = received;
  entry.sealed = SealAndWipe(data_key, {.table = "journal", .id = entry.id.bytes()},
                             DocumentJson(report, transcript, triage.reasons));

  NewCase new_case{.id = case_id,
                   .submission = visitor.SubmissionId(),
                   .reference_seed = visitor.ReferenceSeed(),
                   .remit = triage.remit,
                   .priority = triage.priority,
                   .audience = report.audience,
                   .nation = report.nation,
                   .language = report.language,
                   .received = received,
                   .answer_by = triage.answer_by,
                   .sealed_summary = SealAndWipe(
                       data_key, {.table = "case_file", .id = case_id.bytes()}, SummaryOf(report)),
                   .mailbox_id = mailbox.lookup_id,
                   .mailbox_key = mailbox.keys.public_key()};

  Transaction transaction;
  transaction.entries.push_back(std::move(entry));
  transaction.changes.emplace_back(std::move(new_case));
  store_.Commit(std::move(transaction),
                [done = std::move(done)](std::expected<Committed, StoreError> committed) mutable {
                  if (!committed) {
                    done(std::unexpected(committed.error()));
                    return;
                  }
                  base::Check(committed->receipt.has_value(), "a new case has a receipt");
                  done(*std::move(committed->receipt));
                });
}

std::expected<std::optional<Receipt>, StoreError> SubmitReport::Find(const Visitor& visitor) const {
  return store_.FindSubmission(visitor.SubmissionId());
}

}  // namespace safety::casework
