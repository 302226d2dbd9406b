#include "main/demo_filler.h"

#include <algorithm>
#include <array>
#include <functional>
#include <future>
#include <optional>
#include <utility>

#include "casework/make_entry.h"
#include "casework/report_from_answers.h"
#include "casework/submit_report.h"
#include "casework/visitor.h"
#include "main/demo_accounts.h"
#include "main/demo_answers.h"

namespace safety::main {
namespace {

using safeguarding::CaseStatus;

constexpr const char* kCannotStore = "an invented case cannot be stored. Check the disk's room";

using Advisors = std::array<base::AccountId, kDemoAdvisors>;

std::expected<Advisors, std::string> FindAdvisors(casework::Store& store) {
  Advisors advisors;
  for (std::size_t i = 0; i < kDemoAdvisors; ++i) {
    const auto account = store.FindAccount(kDemoAccounts[i].name);
    if (!account || !*account) {
      return std::unexpected("the demonstration's accounts are not in the store");
    }
    advisors[i] = (*account)->id;
  }
  return advisors;
}

/// The states a case went through on its way to `status`, after new.
std::vector<CaseStatus> WayTo(CaseStatus status) {
  static constexpr std::array kUsual = {CaseStatus::kAllocated,        CaseStatus::kAssessing,
                                        CaseStatus::kActive,           CaseStatus::kAwaitingOthers,
                                        CaseStatus::kClosureRequested, CaseStatus::kClosed};
  std::vector<CaseStatus> way;
  if (status == CaseStatus::kNew) {
    return way;
  }
  for (const CaseStatus step : kUsual) {
    const bool passed_by = step == CaseStatus::kAwaitingOthers && status != step;
    if (!passed_by) {
      way.push_back(step);
    }
    if (step == status) {
      return way;
    }
  }
  // Merged and transferred cases left the usual way when they were active.
  return {CaseStatus::kAllocated, CaseStatus::kAssessing, CaseStatus::kActive, status};
}

std::expected<casework::Receipt, casework::StoreError> Send(
    const casework::SubmitReport& submit, const safeguarding::Report& report,
    const std::vector<casework::TranscriptLine>& transcript) {
  std::promise<std::expected<casework::Receipt, casework::StoreError>> sent;
  submit.Run(casework::Visitor::New(), report, transcript,
             [&sent](auto result) { sent.set_value(std::move(result)); });
  return sent.get_future().get();
}

/// Moves one case on, a step each part of the time since it came.
bool MoveOn(casework::Store& store, const casework::Receipt& receipt, const DemoCase& invented,
            base::AccountId advisor, base::FixedClock& clock) {
  const std::vector<CaseStatus> way = WayTo(invented.status);
  const auto step_time = invented.received_ago / static_cast<std::int64_t>(way.size() + 1);
  std::uint64_t version = 1;
  for (const CaseStatus status : way) {
    clock.Advance(step_time);
    const bool taken = status == CaseStatus::kAllocated;
    auto entry = casework::MakeEntry(clock, "account:" + advisor.ToHex(),
                                     taken ? "taken" : "state_changed", receipt.case_id.bytes(),
                                     "{\"to\":\"" + std::string(IdOf(status)) + "\"}");
    casework::Transaction transaction;
    transaction.entries.push_back(std::move(entry));
    transaction.changes.emplace_back(casework::CaseChange{.id = receipt.case_id,
                                                          .expected_version = version++,
                                                          .status = status,
                                                          .assignee = advisor});
    if (!casework::CommitAndWait(store, std::move(transaction))) {
      return false;
    }
  }
  return true;
}

}  // namespace

std::expected<void, std::string> FillWithCases(
    casework::Store& store, const safeguarding::Policy& policy, const site::Content& content,
    const vault::KeyFile& keys, const std::vector<DemoCase>& cases, base::UtcTime now) {
  const auto advisors = FindAdvisors(store);
  if (!advisors) {
    return std::unexpected(advisors.error());
  }
  const auto team = store.CurrentTeamKey();
  if (!team || !*team) {
    return std::unexpected("the team key is not in the store");
  }
  base::FixedClock clock(now);
  const casework::SubmitReport submit(store, clock, policy, (*team)->key, keys.mailbox_key.Clone());
  // Oldest first, as they would have come.
  std::vector<const DemoCase*> in_order;
  for (const DemoCase& invented : cases) {
    in_order.push_back(&invented);
  }
  std::ranges::sort(in_order, std::greater(), &DemoCase::received_ago);
  for (const DemoCase* invented : in_order) {
    clock.Set(now - invented->received_ago);
    const auto* journey = content.FindJourney(safeguarding::IdOf(invented->report.audience));
    if (journey == nullptr) {
      return std::unexpected("there is no journey for an invented case's audience");
    }
    const DemoAnswers made = AnswersOf(invented->report, journey->journey);
    const auto receipt =
        Send(submit, invented->report,
             casework::TranscriptOf(journey->journey, journey->words, made.answers, made.path));
    if (!receipt || !MoveOn(store, *receipt, *invented, (*advisors)[invented->advisor], clock)) {
      return std::unexpected(kCannotStore);
    }
  }
  return {};
}

}  // namespace safety::main
