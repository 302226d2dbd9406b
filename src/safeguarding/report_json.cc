#include "safeguarding/report_json.h"

#include "safeguarding/json_writer.h"

namespace safety::safeguarding {
namespace {

/// More than almost every report needs; the writer grows for the rest.
constexpr std::size_t kUsualSize = 4096;

template <class T>
void WriteIds(JsonWriter& json, std::string_view key, const T& set, std::size_t count) {
  json.Key(key);
  json.BeginArray();
  for (std::size_t i = 0; i < count; ++i) {
    if ((set.mask() >> i & 1) != 0) {
      json.String(IdOf(static_cast<typename T::Value>(i)));
    }
  }
  json.EndArray();
}

void WriteTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) {
    return;
  }
  json.Key(key);
  json.BeginArray();
  for (const std::string& text : texts) {
    json.String(text);
  }
  json.EndArray();
}

/// An array of objects, or nothing when there are none.
template <class T, class Write>
void WriteEach(JsonWriter& json, std::string_view key, const std::vector<T>& items, Write write) {
  if (items.empty()) {
    return;
  }
  json.Key(key);
  json.BeginArray();
  for (const T& item : items) {
    json.BeginObject();
    write(item);
    json.EndObject();
  }
  json.EndArray();
}

void WriteAge(JsonWriter& json, std::optional<int> age) {
  if (age) {
    json.Key("age");
    json.Number(*age);
  }
}

void WriteIdentifiers(JsonWriter& json, const std::vector<Identifier>& identifiers) {
  WriteEach(json, "identifiers", identifiers, [&](const Identifier& identifier) {
    json.Field("kind", identifier.kind);
    json.Field("platform", identifier.platform);
    json.Field("value", identifier.value);
  });
}

void WritePeople(JsonWriter& json, const Report& report) {
  WriteEach(json, "children", report.children, [&](const Child& child) {
    json.Field("name", child.name);
    WriteTexts(json, "also_known_as", child.also_known_as);
    WriteAge(json, child.age);
    json.Field("date_of_birth", child.date_of_birth);
    json.Field("school", child.school);
    json.Field("postcode", child.postcode);
    WriteIdentifiers(json, child.identifiers);
    json.Field("wishes", child.wishes);
  });
  WriteEach(json, "persons_of_concern", report.persons_of_concern,
            [&](const PersonOfConcern& person) {
              json.Field("name", person.name);
              WriteTexts(json, "also_known_as", person.also_known_as);
              WriteAge(json, person.age);
              json.Field("relationship", person.relationship);
              WriteIdentifiers(json, person.identifiers);
            });
  WriteEach(json, "professionals_involved", report.professionals_involved,
            [&](const ProfessionalInvolved& involved) {
              json.Field("name", involved.name);
              json.Field("role", involved.role);
              json.Field("organisation", involved.organisation);
              json.Field("contact", involved.contact);
            });
}

void WriteReporter(JsonWriter& json, const Reporter& reporter) {
  if (reporter == Reporter{}) {
    return;
  }
  json.Key("reporter");
  json.BeginObject();
  json.Field("name", reporter.name);
  json.Field("email", reporter.email);
  json.Field("phone", reporter.phone);
  json.Field("organisation", reporter.organisation);
  json.Field("role", reporter.role);
  json.Field("relationship", reporter.relationship);
  if (const SafeContact& contact = reporter.safe_contact; contact != SafeContact{}) {
    json.Key("safe_contact");
    json.BeginObject();
    WriteTexts(json, "methods", contact.methods);
    json.Field("times", contact.times);
    json.Field("notes", contact.notes);
    json.EndObject();
  }
  json.EndObject();
}

void WriteFlag(JsonWriter& json, std::string_view key, bool value) {
  if (value) {
    json.Key(key);
    json.Bool(true);
  }
}

}  // namespace

std::string ReportError::ToString() const {
  return (pointer.empty() ? "the document" : pointer) + ": " + reason;
}

void WriteJson(JsonWriter& json, const Report& report) {
  json.BeginObject();
  json.Field("audience", IdOf(report.audience));
  json.Field("language", report.language);
  json.Field("nation", IdOf(report.nation));
  WriteIds(json, "concerns", report.concerns, kConcernCount);
  if (!report.circumstances.empty()) {
    WriteIds(json, "circumstances", report.circumstances, kCircumstanceCount);
  }
  WriteFlag(json, "immediate_danger", report.immediate_danger);
  WriteFlag(json, "tell_us_anyway", report.tell_us_anyway);
  json.Field("summary", report.summary);
  WritePeople(json, report);
  if (report.already_reported != AlreadyReported{}) {
    json.Key("already_reported");
    json.BeginObject();
    json.Field("by", report.already_reported.by);
    json.Field("reference", report.already_reported.reference);
    json.EndObject();
  }
  if (!report.advice_wanted.empty()) {
    WriteIds(json, "advice_wanted", report.advice_wanted, kCircumstanceCount);
  }
  WriteReporter(json, report.reporter);
  json.EndObject();
}

std::string ToJson(const Report& report) {
  JsonWriter json(kUsualSize);
  WriteJson(json, report);
  return json.Take();
}

}  // namespace safety::safeguarding
