#include "main/assess.h"

#include <fstream>
#include <iostream>

#include "main/policy_files.h"
#include "safeguarding/report_json.h"

namespace safety::main {
namespace {

constexpr int kCannotRun = 1;
constexpr int kRefused = 2;

/// At most one byte more than a report may have, which is enough to be refused.
std::string ReadReport(std::istream& in) {
  std::string text(safeguarding::kMaxReportBytes + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

}  // namespace

int AssessStream(std::istream& report, base::UtcTime received, const safeguarding::Policy& policy,
                 std::ostream& out, std::ostream& err) {
  const auto parsed = safeguarding::ParseReport(ReadReport(report));
  if (!parsed) {
    err << parsed.error().ToString() << '\n';
    return kRefused;
  }
  out << safeguarding::ToJson(policy.Assess(*parsed, received)) << '\n';
  return 0;
}

int Assess(const AssessRequest& request) {
  base::UtcTime received = base::SystemClock().Now();
  if (!request.received_at.empty()) {
    const auto time = base::ParseRfc3339(request.received_at);
    if (!time) {
      std::cerr << "--received-at: must be a time as RFC 3339 has it, such as "
                   "2027-01-05T17:00:00Z\n";
      return kRefused;
    }
    received = *time;
  }
  const auto policy = LoadPolicy(request.places.share);
  if (!policy) {
    std::cerr << policy.error().ToString() << '\n';
    return kCannotRun;
  }
  if (request.report == "-") {
    return AssessStream(std::cin, received, *policy, std::cout, std::cerr);
  }
  std::ifstream file(request.report, std::ios::binary);
  if (!file) {
    std::cerr << request.report << ": cannot be read\n";
    return kRefused;
  }
  return AssessStream(file, received, *policy, std::cout, std::cerr);
}

}  // namespace safety::main
