#include "safeguarding/report_reader.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "safeguarding/partial_date.h"

namespace safety::safeguarding {
namespace {

namespace json = boost::json;

constexpr std::array<std::string_view, 7> kIdentifierKinds = {
    "username", "profile_address", "email", "phone", "gamer_tag", "payment", "device"};

constexpr std::array kAdvice = {Circumstance::kAdditionalVulnerability,
                                Circumstance::kParentsHardToEngage, Circumstance::kPreviousAbuse,
                                Circumstance::kImagesCirculating};

void ReadIdentifiers(ObjectReader& in, std::vector<Identifier>& out, Faults& faults) {
  in.Each("identifiers", kMaxIdentifiers, [&](const json::value& item, const Place& place) {
    Identifier& identifier = out.emplace_back();
    ObjectReader reader(item, place, faults);
    reader.Text("kind", identifier.kind, kMaxLine);
    reader.Text("platform", identifier.platform, kMaxLine);
    reader.Text("value", identifier.value, kMaxIdentifier);
    if (std::ranges::find(kIdentifierKinds, identifier.kind) == kIdentifierKinds.end()) {
      reader.Refuse(
          "kind", "must be username, profile_address, email, phone, gamer_tag, payment or device");
    }
    reader.Finish();
  });
}

void ReadChild(ObjectReader& in, Child& child, Faults& faults) {
  in.Text("name", child.name, kMaxLine);
  in.Texts("also_known_as", child.also_known_as, kMaxNames, kMaxIdentifier);
  in.Age(child.age);
  in.Text("date_of_birth", child.date_of_birth, kMaxLine);
  if (!child.date_of_birth.empty() && !LatestDayOf(child.date_of_birth)) {
    in.Refuse("date_of_birth", "must be a date from 1900 on, as YYYY-MM-DD, YYYY-MM or YYYY");
  }
  in.Text("school", child.school, kMaxLine);
  in.Text("postcode", child.postcode, kMaxLine);
  ReadIdentifiers(in, child.identifiers, faults);
  in.Text("wishes", child.wishes, kMaxText);
}

void ReadPerson(ObjectReader& in, PersonOfConcern& person, Faults& faults) {
  in.Text("name", person.name, kMaxLine);
  in.Texts("also_known_as", person.also_known_as, kMaxNames, kMaxIdentifier);
  in.Age(person.age);
  in.Text("relationship", person.relationship, kMaxLine);
  ReadIdentifiers(in, person.identifiers, faults);
}

void ReadPeople(ObjectReader& in, Report& report, Faults& faults) {
  in.Each("children", kMaxPeople, [&](const json::value& item, const Place& place) {
    ObjectReader reader(item, place, faults);
    ReadChild(reader, report.children.emplace_back(), faults);
    reader.Finish();
  });
  in.Each("persons_of_concern", kMaxPeople, [&](const json::value& item, const Place& place) {
    ObjectReader reader(item, place, faults);
    ReadPerson(reader, report.persons_of_concern.emplace_back(), faults);
    reader.Finish();
  });
  in.Each("professionals_involved", kMaxPeople, [&](const json::value& item, const Place& place) {
    ProfessionalInvolved& involved = report.professionals_involved.emplace_back();
    ObjectReader reader(item, place, faults);
    reader.Text("name", involved.name, kMaxLine);
    reader.Text("role", involved.role, kMaxLine);
    reader.Text("organisation", involved.organisation, kMaxLine);
    reader.Text("contact", involved.contact, kMaxLine);
    reader.Finish();
  });
}

void ReadReporter(ObjectReader& in, Reporter& reporter) {
  in.Text("name", reporter.name, kMaxLine);
  in.Text("email", reporter.email, kMaxLine);
  in.Text("phone", reporter.phone, kMaxLine);
  in.Text("organisation", reporter.organisation, kMaxLine);
  in.Text("role", reporter.role, kMaxLine);
  in.Text("relationship", reporter.relationship, kMaxLine);
  in.Sub("safe_contact", [&](ObjectReader& contact) {
    contact.Texts("methods", reporter.safe_contact.methods, kMaxMethods, kMaxLine);
    contact.Text("times", reporter.safe_contact.times, kMaxText);
    contact.Text("notes", reporter.safe_contact.notes, kMaxText);
  });
}

bool IsLanguage(std::string_view text) {
  return !text.empty() && text.size() <= 16 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

void ReadReport(ObjectReader& in, Report& report, Faults& faults) {
  in.Id("audience", report.audience, 4, true);
  in.Text("language", report.language, kMaxLine);
  if (!IsLanguage(report.language)) {
    in.Refuse("language", "must be a language tag such as en or cy");
  }
  in.Id("nation", report.nation, 5, false);
  in.Require("concerns", "a list of concern ids");
  in.Ids("concerns", report.concerns, kConcernCount);
  in.Ids("circumstances", report.circumstances, kCircumstanceCount);
  in.Flag("immediate_danger", report.immediate_danger);
  in.Flag("tell_us_anyway", report.tell_us_anyway);
  in.Text("summary", report.summary, kMaxSummary);
  ReadPeople(in, report, faults);
  in.Sub("already_reported", [&](ObjectReader& already) {
    already.Text("by", report.already_reported.by, kMaxLine);
    already.Text("reference", report.already_reported.reference, kMaxLine);
  });
  in.Ids("advice_wanted", report.advice_wanted, kCircumstanceCount);
  std::uint64_t other_advice = report.advice_wanted.mask();
  for (const Circumstance advice : kAdvice) {
    other_advice &= ~(std::uint64_t{1} << static_cast<unsigned>(advice));
  }
  if (other_advice != 0) {
    in.Refuse("advice_wanted",
              "must be of additional_vulnerability, parents_hard_to_engage, previous_abuse and "
              "images_circulating");
  }
  in.Sub("reporter", [&](ObjectReader& reporter) { ReadReporter(reporter, report.reporter); });
}

std::expected<Report, ReportError> ParseReport(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes) {
    return std::unexpected(
        ReportError{"", "must have at most " + std::to_string(max_bytes) + " bytes"});
  }
  const auto document = ParseStrictJson(text);
  if (!document) {
    return std::unexpected(document.error());
  }
  Report report;
  Faults faults;
  const Place root;
  ObjectReader reader(*document, root, faults);
  if (!faults.first()) {
    ReadReport(reader, report, faults);
    reader.Finish();
  }
  if (faults.first()) {
    return std::unexpected(*faults.first());
  }
  return report;
}

}  // namespace safety::safeguarding
