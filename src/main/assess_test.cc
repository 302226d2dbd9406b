#include "main/assess.h"

#include <gtest/gtest.h>

#include <sstream>

#include "main/policy_files.h"
#include "safeguarding/limits.h"

namespace safety::main {
namespace {

struct Outcome {
  int exit_code;
  std::string out;
  std::string err;
};

Outcome AssessText(const std::string& text) {
  const auto policy = LoadPolicy(SAFETY_SOURCE_DIR).value();
  std::istringstream in(text);
  std::ostringstream out;
  std::ostringstream err;
  const int exit_code =
      AssessStream(in, *base::ParseRfc3339("2026-11-24T10:00:00Z"), policy, out, err);
  return {exit_code, out.str(), err.str()};
}

TEST(Assess, PrintsOneLineOfJson) {
  const Outcome run = AssessText(R"({"audience":"parent","concerns":["grooming"]})"
                                 "\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out,
            R"({"remit":"in","priority":"P3","answer_by":"2026-12-01T17:00:00Z","reasons":[)"
            R"({"rule":"in-remit-concern","effect":"remit in","because":"Within the remit: a )"
            R"(child is being groomed online."}]})"
            "\n");
  EXPECT_EQ(run.err, "");
}

TEST(Assess, NamesTheFieldThatIsWrong) {
  const Outcome run = AssessText(R"({"audience":"parent","concerns":["gossip"]})");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_TRUE(run.err.starts_with("/concerns/0: must be ")) << run.err;
}

TEST(Assess, RefusesWhatIsNoReport) {
  const std::string huge(4 * safeguarding::kMaxReportBytes, ' ');
  for (const std::string& text : {std::string(), std::string("[]"), std::string("\0", 1), huge}) {
    const Outcome run = AssessText(text);
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_TRUE(run.err.starts_with("the document: ")) << run.err;
  }
}

}  // namespace
}  // namespace safety::main
