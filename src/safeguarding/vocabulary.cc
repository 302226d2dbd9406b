#include "safeguarding/vocabulary.h"

#include "base/check.h"

namespace safety::safeguarding {
namespace {

using std::string_view_literals::operator""sv;

// Each list is in its enumeration's order.
constexpr std::array kAudiences{"child"sv, "parent"sv, "professional"sv, "concerned_adult"sv};

constexpr std::array kConcerns{
    "sexual_communication"sv,
    "indecent_image"sv,
    "meeting_online_contact"sv,
    "grooming"sv,
    "cyberbullying"sv,
    "account_hacked"sv,
    "unknown_contact"sv,
    "peer_image_sharing"sv,
    "not_sure"sv,
};
static_assert(kConcerns.size() == kConcernCount);

constexpr std::array kCircumstances{
    "threat_to_life"sv,
    "abuse_happening_now"sv,
    "livestreamed_now"sv,
    "self_harm_or_suicide"sv,
    "coerced_self_harm"sv,
    "meeting_soon"sv,
    "missing_or_with_person"sv,
    "person_lives_with_child"sv,
    "blackmail_deadline_or_distress"sv,
    "blackmail_ongoing"sv,
    "image_sent"sv,
    "images_circulating"sv,
    "contact_abuse_happened"sv,
    "position_of_trust"sv,
    "person_is_adult"sv,
    "previous_abuse"sv,
    "additional_vulnerability"sv,
    "parents_hard_to_engage"sv,
    "person_known_offender"sv,
    "other_children_involved"sv,
    "unsafe_contact"sv,
    "no_trusted_adult"sv,
    "still_in_contact"sv,
    "images_requested"sv,
    "money_demanded"sv,
    "evidence_kept"sv,
};
static_assert(kCircumstances.size() == kCircumstanceCount);

constexpr std::array kNations{"england"sv, "wales"sv, "scotland"sv, "northern_ireland"sv,
                              "unknown"sv};
constexpr std::array kRemits{"in"sv, "out"sv, "unclear"sv};
constexpr std::array kPriorities{"P1"sv, "P2"sv, "P3"sv, "P4"sv};
constexpr std::array kCaseStatuses{"new"sv,    "allocated"sv,       "assessing"sv,
                                   "active"sv, "awaiting_others"sv, "closure_requested"sv,
                                   "closed"sv, "merged"sv,          "transferred"sv};
constexpr std::array kRoles{"advisor"sv, "duty_lead"sv, "manager"sv, "auditor"sv,
                            "administrator"sv};

template <class T, std::size_t N>
std::string_view IdIn(const std::array<std::string_view, N>& ids, T value) {
  const auto index = static_cast<std::size_t>(value);
  base::Check(index < N, "an enumerator of the vocabulary");
  return ids[index];
}

template <class T, std::size_t N>
std::optional<T> ParseIn(const std::array<std::string_view, N>& ids, std::string_view id) {
  for (std::size_t i = 0; i < N; ++i) {
    if (ids[i] == id) {
      return static_cast<T>(i);
    }
  }
  return std::nullopt;
}

}  // namespace

std::string_view IdOf(Audience value) { return IdIn(kAudiences, value); }
std::string_view IdOf(Concern value) { return IdIn(kConcerns, value); }
std::string_view IdOf(Circumstance value) { return IdIn(kCircumstances, value); }
std::string_view IdOf(Nation value) { return IdIn(kNations, value); }
std::string_view IdOf(Remit value) { return IdIn(kRemits, value); }
std::string_view IdOf(Priority value) { return IdIn(kPriorities, value); }
std::string_view IdOf(CaseStatus value) { return IdIn(kCaseStatuses, value); }
std::string_view IdOf(Role value) { return IdIn(kRoles, value); }

template <>
std::optional<Audience> Parse<Audience>(std::string_view id) {
  return ParseIn<Audience>(kAudiences, id);
}
template <>
std::optional<Concern> Parse<Concern>(std::string_view id) {
  return ParseIn<Concern>(kConcerns, id);
}
template <>
std::optional<Circumstance> Parse<Circumstance>(std::string_view id) {
  return ParseIn<Circumstance>(kCircumstances, id);
}
template <>
std::optional<Nation> Parse<Nation>(std::string_view id) {
  return ParseIn<Nation>(kNations, id);
}
template <>
std::optional<Remit> Parse<Remit>(std::string_view id) {
  return ParseIn<Remit>(kRemits, id);
}
template <>
std::optional<Priority> Parse<Priority>(std::string_view id) {
  return ParseIn<Priority>(kPriorities, id);
}
template <>
std::optional<CaseStatus> Parse<CaseStatus>(std::string_view id) {
  return ParseIn<CaseStatus>(kCaseStatuses, id);
}
template <>
std::optional<Role> Parse<Role>(std::string_view id) {
  return ParseIn<Role>(kRoles, id);
}

}  // namespace safety::safeguarding
