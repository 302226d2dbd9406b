#pragma once

#include <optional>
#include <string>
#include <vector>

#include "safeguarding/vocabulary.h"

namespace safety::safeguarding {

/// A way to recognise an account or a person: inert text, never fetched, linked or previewed.
struct Identifier {
  std::string kind;      ///< username, profile_address, email, phone, gamer_tag, payment or device
  std::string platform;  ///< "snapchat"; may be empty
  std::string value;     ///< as given
  bool operator==(const Identifier&) const = default;
};

struct Child {
  std::string name;
  std::vector<std::string> also_known_as;
  std::optional<int> age;
  std::string date_of_birth;  ///< YYYY-MM-DD, YYYY-MM or YYYY: as much as is known
  std::string school;
  std::string postcode;
  std::vector<Identifier> identifiers;
  std::string wishes;  ///< the child's voice
  bool operator==(const Child&) const = default;
};

struct PersonOfConcern {
  std::string name;
  std::vector<std::string> also_known_as;
  std::optional<int> age;
  std::string relationship;
  std::vector<Identifier> identifiers;
  bool operator==(const PersonOfConcern&) const = default;
};

struct ProfessionalInvolved {
  std::string name;
  std::string role;
  std::string organisation;
  std::string contact;
  bool operator==(const ProfessionalInvolved&) const = default;
};

struct AlreadyReported {
  std::string by;
  std::string reference;
  bool operator==(const AlreadyReported&) const = default;
};

struct SafeContact {
  std::vector<std::string> methods;
  std::string times;
  std::string notes;
  bool operator==(const SafeContact&) const = default;
};

struct Reporter {
  std::string name;
  std::string email;
  std::string phone;
  std::string organisation;
  std::string role;
  std::string relationship;
  SafeContact safe_contact;
  bool operator==(const Reporter&) const = default;
};

/// One submission, never changed afterwards. Every field but audience and concerns may be missing:
/// a partial report is welcome.
struct Report {
  Audience audience = Audience::kConcernedAdult;
  std::string language = "en";
  Nation nation = Nation::kUnknown;
  Concerns concerns;
  Circumstances circumstances;
  bool immediate_danger = false;
  bool tell_us_anyway = false;
  std::string summary;
  std::vector<Child> children;
  std::vector<PersonOfConcern> persons_of_concern;
  std::vector<ProfessionalInvolved> professionals_involved;
  AlreadyReported already_reported;
  Circumstances advice_wanted;  ///< of the four that professionals may ask advice about
  Reporter reporter;
  bool operator==(const Report&) const = default;
};

}  // namespace safety::safeguarding
