#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "safeguarding/report.h"

namespace safety::safeguarding {

/// Any report that the JSON form can hold, for properties.
inline rc::Gen<Report> AnyReport() {
  return rc::gen::exec([] {
    const auto text = [] {
      const std::vector<std::string> pieces = {"a",    "Zoë", "\"", "\\", "\n", "\t",
                                               "日本", "/",   "<",  "'",  " ",  "0"};
      std::string out;
      const int count = *rc::gen::inRange(0, 6);
      for (int i = 0; i < count; ++i) {
        out += *rc::gen::elementOf(pieces);
      }
      return out;
    };
    const auto few = [](auto make) {
      std::vector<decltype(make())> items(*rc::gen::inRange<std::size_t>(0, 3));
      for (auto& item : items) {
        item = make();
      }
      return items;
    };
    const auto age = []() -> std::optional<int> {
      const int value = *rc::gen::inRange(-1, 20);
      return value < 0 ? std::nullopt : std::optional(value);
    };
    const auto identifier = [&] {
      return Identifier{*rc::gen::element<std::string>("username", "email", "gamer_tag"), text(),
                        text()};
    };
    Report report;
    report.audience = static_cast<Audience>(*rc::gen::inRange(0, 4));
    report.language = *rc::gen::element<std::string>("en", "cy", "en-GB");
    report.nation = static_cast<Nation>(*rc::gen::inRange(0, 5));
    for (const int concern : *rc::gen::container<std::vector<int>>(
             rc::gen::inRange(0, static_cast<int>(kConcernCount)))) {
      report.concerns.Add(static_cast<Concern>(concern));
    }
    for (const int circumstance :
         *rc::gen::resize(4, rc::gen::container<std::vector<int>>(
                                 rc::gen::inRange(0, static_cast<int>(kCircumstanceCount))))) {
      report.circumstances.Add(static_cast<Circumstance>(circumstance));
    }
    report.immediate_danger = *rc::gen::inRange(0, 8) == 0;
    report.tell_us_anyway = *rc::gen::arbitrary<bool>();
    report.summary = text();
    report.children = few([&] {
      return Child{
          text(),          few(text),
          age(),           *rc::gen::element<std::string>("", "2013", "2014-06", "2012-02-29"),
          text(),          text(),
          few(identifier), text()};
    });
    report.persons_of_concern =
        few([&] { return PersonOfConcern{text(), few(text), age(), text(), few(identifier)}; });
    report.professionals_involved =
        few([&] { return ProfessionalInvolved{text(), text(), text(), text()}; });
    report.already_reported = {text(), text()};
    if (*rc::gen::arbitrary<bool>()) {
      report.advice_wanted.Add(*rc::gen::element(
          Circumstance::kAdditionalVulnerability, Circumstance::kParentsHardToEngage,
          Circumstance::kPreviousAbuse, Circumstance::kImagesCirculating));
    }
    report.reporter = {text(), text(), text(), text(), text(), text(), {few(text), text(), text()}};
    return report;
  });
}

}  // namespace safety::safeguarding
