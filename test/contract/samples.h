#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "base/clock.h"
#include "casework/store.h"
#include "vault/keys.h"

/// Values for the contract suites: believable, different from one another, meaning nothing.
namespace safety::contract {

inline constexpr base::UtcTime kNow{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}};

inline base::Bytes RandomBytes(std::size_t size) {
  base::Bytes bytes(size);
  base::FillRandom(bytes);
  return bytes;
}

inline vault::PublicKey RandomKey() {
  return vault::PublicKey::FromBytes(RandomBytes(vault::PublicKey::kSize)).value();
}

inline casework::NewEntry SampleEntry(base::ByteView subject, std::string_view action = "viewed") {
  return {.id = base::EntryId::Random(),
          .at = kNow,
          .actor = "system",
          .action = std::string(action),
          .subject = {subject.begin(), subject.end()},
          .header = R"({"synthetic":true})",
          .sealed = RandomBytes(300)};
}

inline casework::NewCase SampleCase() {
  return {.id = base::CaseId::Random(),
          .submission = RandomBytes(32),
          .reference_seed = RandomBytes(32),
          .remit = safeguarding::Remit::kIn,
          .priority = safeguarding::Priority::kP2,
          .audience = safeguarding::Audience::kChild,
          .nation = safeguarding::Nation::kWales,
          .language = "cy",
          .received = kNow,
          .answer_by = kNow + std::chrono::hours(24),
          .sealed_summary = RandomBytes(200),
          .mailbox_id = RandomBytes(32),
          .mailbox_key = RandomKey()};
}

/// The case with the entry that says so.
inline casework::Transaction Filing(const casework::NewCase& new_case) {
  return {.entries = {SampleEntry(new_case.id.bytes(), "report_received")}, .changes = {new_case}};
}

inline casework::NewAccount SampleAccount(std::string name) {
  return {.id = base::AccountId::Random(),
          .name = std::move(name),
          .role = safeguarding::Role::kDutyLead,
          .key = RandomKey(),
          .wrapped_key = RandomBytes(90),
          .second_factor = RandomBytes(60)};
}

/// Good for a day from kNow.
inline casework::NewInvitation SampleInvitation(std::string name, base::AccountId invited_by) {
  return {.id = RandomBytes(32),
          .name = std::move(name),
          .role = safeguarding::Role::kAdvisor,
          .invited_by = invited_by,
          .at = kNow,
          .expires = kNow + std::chrono::hours(24)};
}

inline casework::NewSession SampleSession(base::AccountId account, std::uint64_t counter) {
  return {.id = RandomBytes(32),
          .account = account,
          .second_factor_counter = counter,
          .wrapped_key = RandomBytes(70),
          .created = kNow};
}

inline casework::NewTeamKey SampleTeamKey(std::uint32_t epoch) {
  return {.epoch = epoch, .key = RandomKey(), .sealed_to_recovery = RandomBytes(110)};
}

}  // namespace safety::contract
