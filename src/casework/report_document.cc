#include "casework/report_document.h"

#include <limits>

#include "safeguarding/json_writer.h"
#include "safeguarding/report_json.h"
#include "safeguarding/report_reader.h"

namespace safety::casework {
namespace {

using safeguarding::Faults;
using safeguarding::JsonWriter;
using safeguarding::ObjectReader;
using safeguarding::Place;

/// More than almost every document needs; the writer grows for the rest.
constexpr std::size_t kUsualSize = 8192;
constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

}  // namespace

std::string ToJson(const ReportDocument& document) {
  return DocumentJson(document.report, document.transcript, document.reasons);
}

std::string DocumentJson(const safeguarding::Report& report,
                         const std::vector<TranscriptLine>& transcript,
                         const std::vector<safeguarding::Reason>& reasons) {
  JsonWriter json(kUsualSize);
  json.BeginObject();
  json.Key("report");
  safeguarding::WriteJson(json, report);
  json.Key("transcript");
  json.BeginArray();
  for (const TranscriptLine& line : transcript) {
    json.BeginObject();
    json.Field("heading", line.heading);
    json.Field("question_id", line.question_id);
    json.Field("question", line.question);
    json.Field("answer", line.answer);
    json.EndObject();
  }
  json.EndArray();
  json.Key("reasons");
  json.BeginArray();
  for (const safeguarding::Reason& reason : reasons) {
    json.BeginObject();
    json.Field("rule", reason.rule);
    json.Field("effect", reason.effect);
    json.Field("because", reason.because);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return json.Take();
}

std::expected<ReportDocument, DocumentError> ParseReportDocument(std::string_view json) {
  // It has been sealed by ourselves, so that lengths are what the site once took.
  const auto value = safeguarding::ParseStrictJson(json);
  if (!value) {
    return std::unexpected(DocumentError::kMalformed);
  }
  ReportDocument document;
  Faults faults;
  const Place root;
  ObjectReader reader(*value, root, faults);
  reader.Require("report", "an object");
  reader.Sub("report",
             [&](ObjectReader& in) { safeguarding::ReadReport(in, document.report, faults); });
  reader.Each("transcript", kNoLimit, [&](const boost::json::value& item, const Place& place) {
    TranscriptLine& line = document.transcript.emplace_back();
    ObjectReader in(item, place, faults);
    in.Text("heading", line.heading, kNoLimit);
    in.Text("question_id", line.question_id, kNoLimit);
    in.Text("question", line.question, kNoLimit);
    in.Text("answer", line.answer, kNoLimit);
    in.Finish();
  });
  reader.Each("reasons", kNoLimit, [&](const boost::json::value& item, const Place& place) {
    safeguarding::Reason& reason = document.reasons.emplace_back();
    ObjectReader in(item, place, faults);
    in.Text("rule", reason.rule, kNoLimit);
    in.Text("effect", reason.effect, kNoLimit);
    in.Text("because", reason.because, kNoLimit);
    in.Finish();
  });
  reader.Finish();
  if (faults.first()) {
    return std::unexpected(DocumentError::kMalformed);
  }
  return document;
}

}  // namespace safety::casework
