#pragma once

#include <cstdint>

#include "base/id.h"
#include "vault/sealing.h"

namespace safety::casework {

// Where the keys of accounts live: what each is sealed for. The ids outlive what these return.

inline vault::RowIdentity AccountRow(const base::AccountId& account) {
  return {.table = "account", .id = account.bytes()};
}

inline vault::RowIdentity SecondFactorRow(const base::AccountId& account) {
  return {.table = "second_factor", .id = account.bytes()};
}

inline vault::RowIdentity KeyGrantRow(const base::AccountId& account, std::uint32_t epoch) {
  return {.table = "key_grant", .id = account.bytes(), .version = epoch};
}

/// The team has no id: 16 zero bytes stand for it.
inline vault::RowIdentity TeamKeyRow(std::uint32_t epoch) {
  static const base::Bytes kTeam(16, 0);
  return {.table = "team_key", .id = kTeam, .version = epoch};
}

inline vault::RowIdentity SessionRow(base::ByteView session_id) {
  return {.table = "session", .id = session_id};
}

}  // namespace safety::casework
