#include "casework/submit_report.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "casework/memory_store_for_tests.h"
#include "casework/report_document.h"
#include "safeguarding/policy_for_tests.h"
#include "vault/sealing.h"

namespace safety::casework {
namespace {

using safeguarding::Priority;
using safeguarding::Report;

constexpr std::string_view kSecret = "He writes to Amelia every night";

Report ChildReport() {
  Report report;
  report.audience = safeguarding::Audience::kChild;
  report.nation = safeguarding::Nation::kWales;
  report.language = "cy";
  report.concerns.Add(safeguarding::Concern::kGrooming);
  report.summary = kSecret;
  report.children.emplace_back().name = "Amelia";
  return report;
}

class SubmitReportTest : public testing::Test {
 protected:
  std::expected<Receipt, StoreError> Run(const Visitor& visitor, const Report& report) {
    std::optional<std::expected<Receipt, StoreError>> result;
    submit_.Run(visitor, report, {{"", "concerns", "What is going on?", "Grooming"}},
                [&](std::expected<Receipt, StoreError> receipt) { result = std::move(receipt); });
    return result.value();
  }

  std::string OpenText(const vault::RowIdentity& row, base::ByteView sealed) {
    const auto plain = vault::Open(team_, row, sealed);
    return plain ? std::string(base::AsText(plain->Expose())) : "does not open";
  }

  MemoryStore store_;
  base::FixedClock clock_{*base::ParseRfc3339("2026-11-24T10:00:00Z")};
  vault::KeyPair team_ = vault::KeyPair::Generate();
  base::SecretBytes mailbox_key_ = base::SecretBytes::Random(32);
  SubmitReport submit_{store_, clock_, safeguarding::ShippedPolicy(), team_.public_key(),
                       mailbox_key_.Clone()};
};

TEST_F(SubmitReportTest, GivesAReceiptWithTheAnswerByTime) {
  const auto receipt = Run(Visitor::New(), ChildReport());
  ASSERT_TRUE(receipt.has_value());
  EXPECT_EQ(receipt->priority, Priority::kP2);
  EXPECT_EQ(receipt->received, clock_.Now());
  EXPECT_EQ(receipt->answer_by, clock_.Now() + std::chrono::hours(24));
  EXPECT_FALSE(receipt->repeated);

  const CaseRow row = store_.FindCase(receipt->case_id).value().value();
  EXPECT_EQ(row.reference, receipt->reference);
  EXPECT_EQ(row.status, safeguarding::CaseStatus::kNew);
  EXPECT_EQ(row.remit, safeguarding::Remit::kIn);
  EXPECT_EQ(row.audience, safeguarding::Audience::kChild);
  EXPECT_EQ(row.nation, safeguarding::Nation::kWales);
  EXPECT_EQ(row.language, "cy");
}

TEST_F(SubmitReportTest, SealsTheReportTheTranscriptAndTheReasons) {
  const auto receipt = Run(Visitor::New(), ChildReport());
  const NewEntry entry = store_.entries().at(0);
  EXPECT_EQ(entry.actor, "reporter");
  EXPECT_EQ(entry.action, "report_received");
  EXPECT_EQ(entry.at, clock_.Now());
  EXPECT_TRUE(std::ranges::equal(entry.subject, receipt->case_id.bytes()));

  const auto document =
      ParseReportDocument(OpenText({.table = "journal", .id = entry.id.bytes()}, entry.sealed));
  ASSERT_TRUE(document.has_value());
  EXPECT_TRUE(document->report == ChildReport());
  ASSERT_EQ(document->transcript.size(), 1U);
  EXPECT_EQ(document->transcript[0].answer, "Grooming");
  EXPECT_EQ(document->reasons,
            safeguarding::ShippedPolicy().Assess(ChildReport(), clock_.Now()).reasons);

  const CaseRow row = store_.FindCase(receipt->case_id).value().value();
  EXPECT_EQ(OpenText({.table = "case_file", .id = row.id.bytes()}, row.sealed_summary),
            "Amelia: " + std::string(kSecret));
}

TEST_F(SubmitReportTest, NothingOfTheReportIsInTheOpen) {
  const auto receipt = Run(Visitor::New(), ChildReport());
  const NewEntry entry = store_.entries().at(0);
  const CaseRow row = store_.FindCase(receipt->case_id).value().value();
  for (const std::string_view open : {std::string_view(entry.header), base::AsText(entry.sealed),
                                      base::AsText(row.sealed_summary)}) {
    EXPECT_EQ(open.find("Amelia"), std::string_view::npos);
    EXPECT_EQ(open.find("writes"), std::string_view::npos);
  }
  const auto rest = entry.header.find(R"(","audience":)");
  ASSERT_NE(rest, std::string::npos) << entry.header;
  EXPECT_EQ(entry.header.substr(0, 11), R"({"report":")");
  EXPECT_EQ(rest, 11U + 32U);
  EXPECT_EQ(entry.header.substr(rest),
            R"(","audience":"child","remit":"in","priority":"P2",)"
            R"("rules":["in-remit-concern","trip-wire","child-reports-concern"]})");
}

TEST_F(SubmitReportTest, TheReturnCodeLeadsToTheMailbox) {
  const Visitor visitor = Visitor::New();
  const auto receipt = Run(visitor, ChildReport());
  const auto keys = vault::MailboxKeys::From(visitor.Code(), mailbox_key_);
  const auto mailbox = store_.FindMailbox(keys.lookup_id);
  ASSERT_TRUE(mailbox.has_value());
  EXPECT_EQ(mailbox->case_id, receipt->case_id);
  EXPECT_EQ(mailbox->key, keys.keys.public_key());
}

TEST_F(SubmitReportTest, SentTwiceItIsOneCaseAndOneReference) {
  const Visitor visitor = Visitor::New();
  EXPECT_EQ(submit_.Find(visitor)->has_value(), false);
  const auto first = Run(visitor, ChildReport());
  clock_.Advance(std::chrono::minutes(3));
  const auto second = Run(visitor, ChildReport());
  ASSERT_TRUE(second.has_value());
  EXPECT_TRUE(second->repeated);
  EXPECT_EQ(second->reference, first->reference);
  EXPECT_EQ(second->received, first->received);
  EXPECT_EQ(store_.commits(), 1U);
  EXPECT_EQ(store_.entries().size(), 1U);
  EXPECT_EQ(submit_.Find(visitor)->value().reference, first->reference);
  EXPECT_NE(Run(Visitor::New(), ChildReport())->reference, first->reference);
}

TEST_F(SubmitReportTest, WhatIsNotStoredIsNotSent) {
  const Visitor visitor = Visitor::New();
  for (const StoreError error :
       {StoreError::kBusy, StoreError::kConflict, StoreError::kUnavailable}) {
    store_.SetCommitError(error);
    EXPECT_EQ(Run(visitor, ChildReport()).error(), error);
  }
  EXPECT_TRUE(store_.entries().empty());
  store_.SetCommitError(std::nullopt);
  EXPECT_FALSE(Run(visitor, ChildReport())->repeated);
}

}  // namespace
}  // namespace safety::casework
