#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace safety::safeguarding {

// The shared vocabulary: each enumerator is one id, spelled in snake case outside (a contract
// between code, policy/, content/ and the API). Add to the end; never rename.

enum class Audience : std::uint8_t { kChild, kParent, kProfessional, kConcernedAdult };

enum class Concern : std::uint8_t {
  kSexualCommunication,
  kIndecentImage,
  kMeetingOnlineContact,
  kGrooming,
  kCyberbullying,
  kAccountHacked,
  kUnknownContact,
  kPeerImageSharing,
  kNotSure,
};
inline constexpr std::size_t kConcernCount = 9;

enum class Circumstance : std::uint8_t {
  kThreatToLife,
  kAbuseHappeningNow,
  kLivestreamedNow,
  kSelfHarmOrSuicide,
  kCoercedSelfHarm,
  kMeetingSoon,
  kMissingOrWithPerson,
  kPersonLivesWithChild,
  kBlackmailDeadlineOrDistress,
  kBlackmailOngoing,
  kImageSent,
  kImagesCirculating,
  kContactAbuseHappened,
  kPositionOfTrust,
  kPersonIsAdult,
  kPreviousAbuse,
  kAdditionalVulnerability,
  kParentsHardToEngage,
  kPersonKnownOffender,
  kOtherChildrenInvolved,
  kUnsafeContact,
  kNoTrustedAdult,
  kStillInContact,
  kImagesRequested,
  kMoneyDemanded,
  kEvidenceKept,
};
inline constexpr std::size_t kCircumstanceCount = 26;

enum class Nation : std::uint8_t { kEngland, kWales, kScotland, kNorthernIreland, kUnknown };
enum class Remit : std::uint8_t { kIn, kOut, kUnclear };
/// Smaller is worse. Compare with `<`: kP1 < kP2.
enum class Priority : std::uint8_t { kP1, kP2, kP3, kP4 };
enum class CaseStatus : std::uint8_t {
  kNew,
  kAllocated,
  kAssessing,
  kActive,
  kAwaitingOthers,
  kClosureRequested,
  kClosed,
  kMerged,
  kTransferred,
};
enum class Role : std::uint8_t { kAdvisor, kDutyLead, kManager, kAuditor, kAdministrator };

/// The id of a value: "meeting_soon", "P2".
[[nodiscard]] std::string_view IdOf(Audience value);
[[nodiscard]] std::string_view IdOf(Concern value);
[[nodiscard]] std::string_view IdOf(Circumstance value);
[[nodiscard]] std::string_view IdOf(Nation value);
[[nodiscard]] std::string_view IdOf(Remit value);
[[nodiscard]] std::string_view IdOf(Priority value);
[[nodiscard]] std::string_view IdOf(CaseStatus value);
[[nodiscard]] std::string_view IdOf(Role value);

/// The value of an id, spelled exactly: Parse<Circumstance>("meeting_soon").
template <class T>
[[nodiscard]] std::optional<T> Parse(std::string_view id);
template <>
std::optional<Audience> Parse<Audience>(std::string_view id);
template <>
std::optional<Concern> Parse<Concern>(std::string_view id);
template <>
std::optional<Circumstance> Parse<Circumstance>(std::string_view id);
template <>
std::optional<Nation> Parse<Nation>(std::string_view id);
template <>
std::optional<Remit> Parse<Remit>(std::string_view id);
template <>
std::optional<Priority> Parse<Priority>(std::string_view id);
template <>
std::optional<CaseStatus> Parse<CaseStatus>(std::string_view id);
template <>
std::optional<Role> Parse<Role>(std::string_view id);

/// A set of ids of one kind.
template <class T, std::size_t N>
class IdSet {
 public:
  using Value = T;
  void Add(T value) { bits_.set(static_cast<std::size_t>(value)); }
  [[nodiscard]] bool Has(T value) const { return bits_.test(static_cast<std::size_t>(value)); }
  [[nodiscard]] bool empty() const { return bits_.none(); }
  /// Bit n is the enumerator n: how compiled rules look at a set.
  [[nodiscard]] std::uint64_t mask() const { return bits_.to_ullong(); }
  bool operator==(const IdSet&) const = default;

 private:
  std::bitset<N> bits_;
};
using Concerns = IdSet<Concern, kConcernCount>;
using Circumstances = IdSet<Circumstance, kCircumstanceCount>;

}  // namespace safety::safeguarding
