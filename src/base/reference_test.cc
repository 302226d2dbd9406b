#include "base/reference.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safety::base {
namespace {

Reference Some() { return Reference::FromSeed(AsBytes("sixteen bytes ok")); }

rc::Gen<Reference> AnyReference() {
  return rc::gen::map(rc::gen::container<Bytes>(16, rc::gen::arbitrary<std::uint8_t>()),
                      [](const Bytes& seed) { return Reference::FromSeed(seed); });
}

TEST(Reference, ReadsWhatPeopleType) {
  const std::string text = Some().text();
  ASSERT_EQ(text.size(), 11U);
  std::string lower;
  for (const char c : text) {
    lower.push_back(static_cast<char>(tolower(c)));
  }
  const std::string plain = text.substr(0, 5) + text.substr(6);
  for (const std::string& typed :
       {text, lower, plain, " " + plain + " ", plain.substr(0, 2) + " - " + plain.substr(2)}) {
    EXPECT_EQ(Reference::Parse(typed), Some()) << typed;
  }
}

TEST(Reference, NamesWhatIsWrong) {
  using enum Reference::ParseError;
  EXPECT_EQ(Reference::Parse("").error(), kWrongLength);
  EXPECT_EQ(Reference::Parse("22222-2222").error(), kWrongLength);
  EXPECT_EQ(Reference::Parse(Some().text() + "2").error(), kWrongLength);
  EXPECT_EQ(Reference::Parse("2222O-22222").error(), kWrongCharacter);
  EXPECT_EQ(Reference::Parse(std::string("2222\0-22222", 11)).error(), kWrongCharacter);
  EXPECT_EQ(Reference::Parse("23222-22222").error(), kWrongCheck);
}

RC_GTEST_PROP(Reference, AnyOneWrongCharacterIsNoticed, ()) {
  const Reference reference = *AnyReference();
  RC_ASSERT(Reference::Parse(reference.text()).value() == reference);
  std::string typed = reference.text();
  const auto at = *rc::gen::suchThat(rc::gen::inRange<std::size_t>(0, typed.size()),
                                     [](std::size_t i) { return i != 5; });
  const char other = *rc::gen::elementOf(std::string("23456789BCDFGHJKLMNPQRSTVWXYZ"));
  RC_PRE(other != typed[at]);
  typed[at] = other;
  RC_ASSERT(!Reference::Parse(typed).has_value());
}

RC_GTEST_PROP(Reference, AnyTwoExchangedCharactersAreNoticed, ()) {
  std::string typed = (*AnyReference()).text();
  typed.erase(5, 1);
  const auto a = *rc::gen::inRange<std::size_t>(0, typed.size());
  const auto b = *rc::gen::inRange<std::size_t>(0, typed.size());
  RC_PRE(typed[a] != typed[b]);
  std::swap(typed[a], typed[b]);
  RC_ASSERT(!Reference::Parse(typed).has_value());
}

}  // namespace
}  // namespace safety::base
