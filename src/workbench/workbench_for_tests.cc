#include "workbench/workbench_for_tests.h"

#include <array>
#include <utility>
#include <vector>

#include "base/check.h"
#include "casework/accounts.h"
#include "casework/code_words_for_tests.h"
#include "casework/second_factor.h"
#include "casework/submit_report.h"
#include "casework/visitor.h"
#include "datafile/file.h"
#include "http/assets_for_tests.h"
#include "safeguarding/policy_for_tests.h"

namespace safety::workbench {
namespace {

using safeguarding::Role;

constexpr std::string_view kNow = "2026-11-24T10:00:00Z";

const http::Assets& EmptyAssets() {
  static const http::Assets assets =
      http::AssetsForTests({"workbench.css", "workbench.js", "icon.svg"});
  return assets;
}

}  // namespace

const Words& ShippedWords() {
  static const Words words = [] {
    const auto file = datafile::ReadFile(SAFETY_SOURCE_DIR, "content/en/workbench.toml");
    base::Check(file.has_value(), "the workbench's words are in the source tree");
    auto loaded = Words::Load(*file);
    base::Check(loaded.has_value(), loaded ? "" : loaded.error().ToString());
    return *std::move(loaded);
  }();
  return words;
}

WorkbenchForTests::WorkbenchForTests(bool synthetic)
    : clock((vault::Initialise(), *base::ParseRfc3339(kNow))),
      second_factor_key_(base::SecretBytes::Random(32)),
      sign_in_(store, clock, pool_, second_factor_key_.Clone()),
      invitations_(store, clock, pool_, casework::CodeWordsForTests(), second_factor_key_.Clone(),
                   {.cost = vault::PassphraseCost::ForTests(), .service_name = "Safety Centre"}),
      workbench_(store, sign_in_, invitations_, clock, EmptyAssets(), ShippedWords(), synthetic) {
  auto created = casework::CreateTeamKey(store, clock, vault::KeyPair::Generate().public_key());
  base::Check(created.has_value(), "an empty store takes a team key");
  team_keys_.emplace(created->epoch, std::move(created->team));
  for (const Role role :
       {Role::kAdvisor, Role::kDutyLead, Role::kManager, Role::kAuditor, Role::kAdministrator}) {
    AddAccount(std::string(safeguarding::IdOf(role)), role);
  }
  workbench_.AddTo(router_);
}

void WorkbenchForTests::AddAccount(const std::string& name, Role role) {
  auto created = casework::CreateAccount(
      store, clock, second_factor_key_, team_keys_, "system",
      {.name = name,
       .role = role,
       .passphrase = base::SecretBytes::CopyOf(base::AsBytes(kPassphraseForTests)),
       .cost = vault::PassphraseCost::ForTests(),
       .service_name = "Safety Centre"});
  base::Check(created.has_value(), "a test makes accounts that can be");
  second_factors_.emplace(name, std::move(created->secret));
}

base::AccountId WorkbenchForTests::IdOf(std::string_view name) {
  return store.FindAccount(name).value().value().id;
}

std::string WorkbenchForTests::CodeOf(const std::string& name) {
  clock.Advance(std::chrono::seconds(30));
  return casework::CodeAt(second_factors_.at(name), clock.Now());
}

http::FormFields WorkbenchForTests::SignInFields(const std::string& name) {
  return {{"name", name}, {"passphrase", std::string(kPassphraseForTests)}, {"code", CodeOf(name)}};
}

Browser WorkbenchForTests::SignedIn(const std::string& name) {
  Browser browser(router_);
  browser.Get("/sign-in");
  const Seen home = browser.Submit("/sign-in", SignInFields(name));
  base::Check(home.status == 200 && home.address == "/", "a test signs people in");
  return browser;
}

casework::Receipt WorkbenchForTests::File(const safeguarding::Report& report) {
  const casework::SubmitReport submit(store, clock, safeguarding::ShippedPolicy(),
                                      team_keys_.at(1).public_key(), base::SecretBytes::Random(32));
  std::optional<casework::Receipt> receipt;
  submit.Run(casework::Visitor::New(), report,
             {{.heading = "About it", .question = "What happened?", .answer = report.summary}},
             [&receipt](auto filed) { receipt = filed.value(); });
  return receipt.value();
}

casework::Receipt WorkbenchForTests::File(std::string summary) {
  safeguarding::Report report;
  report.audience = safeguarding::Audience::kParent;
  report.concerns.Add(safeguarding::Concern::kGrooming);
  report.summary = std::move(summary);
  return File(report);
}

std::string WorkbenchForTests::LastAction() const { return store.entries().back().action; }

}  // namespace safety::workbench
