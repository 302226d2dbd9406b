#include "safeguarding/vocabulary.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace safety::safeguarding {
namespace {

/// Every value has an id of its own that leads back to it.
template <class T>
void ExpectRoundTrip(std::size_t count) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = static_cast<T>(i);
    EXPECT_TRUE(seen.insert(IdOf(value)).second) << IdOf(value);
    EXPECT_EQ(Parse<T>(IdOf(value)), value);
  }
  EXPECT_EQ(Parse<T>(""), std::nullopt);
  EXPECT_EQ(Parse<T>("nonsense"), std::nullopt);
  EXPECT_EQ(Parse<T>(std::string(IdOf(T{})) + " "), std::nullopt);
}

TEST(Vocabulary, IdsLeadThereAndBack) {
  ExpectRoundTrip<Audience>(4);
  ExpectRoundTrip<Concern>(kConcernCount);
  ExpectRoundTrip<Circumstance>(kCircumstanceCount);
  ExpectRoundTrip<Nation>(5);
  ExpectRoundTrip<Remit>(3);
  ExpectRoundTrip<Priority>(4);
  ExpectRoundTrip<CaseStatus>(9);
  ExpectRoundTrip<Role>(5);
}

TEST(Vocabulary, SpellsTheContract) {
  EXPECT_EQ(IdOf(Concern::kNotSure), "not_sure");
  EXPECT_EQ(IdOf(Circumstance::kThreatToLife), "threat_to_life");
  EXPECT_EQ(IdOf(Circumstance::kPersonIsAdult), "person_is_adult");
  EXPECT_EQ(IdOf(Circumstance::kStillInContact), "still_in_contact");
  EXPECT_EQ(IdOf(Circumstance::kEvidenceKept), "evidence_kept");
  EXPECT_EQ(IdOf(Nation::kNorthernIreland), "northern_ireland");
  EXPECT_EQ(IdOf(Priority::kP1), "P1");
  EXPECT_EQ(IdOf(CaseStatus::kClosureRequested), "closure_requested");
  EXPECT_EQ(Parse<Priority>("p1"), std::nullopt);
}

TEST(Vocabulary, SetHoldsWhatWasAdded) {
  Concerns set;
  EXPECT_TRUE(set.empty());
  set.Add(Concern::kGrooming);
  EXPECT_TRUE(set.Has(Concern::kGrooming));
  EXPECT_FALSE(set.Has(Concern::kNotSure));
  EXPECT_EQ(set.mask(), 1U << 3);
}

}  // namespace
}  // namespace safety::safeguarding
