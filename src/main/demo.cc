#include "main/demo.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.h"
#include "casework/second_factor.h"
#include "main/centre_folder.h"
#include "main/demo_accounts.h"
#include "main/demo_cases.h"
#include "main/demo_filler.h"
#include "main/founding.h"
#include "main/policy_files.h"
#include "site/content.h"
#include "store/data_folder.h"
#include "store/sqlite_store.h"

namespace safety::main {
namespace {

int Fail(const std::string& reason) {
  std::fprintf(stderr, "demo: %s\n", reason.c_str());
  return 1;
}

int PrintCode(const DemoRequest& request) {
  const auto marker = CentreFolder(request.data).ReadDemoMarker();
  if (!marker) {
    return Fail(marker.error());
  }
  const auto secret = FindSecret(*marker, request.code_for);
  if (!secret) {
    return Fail("there is no demo account " + request.code_for);
  }
  std::printf("%s\n", casework::CodeAt(*secret, base::SystemClock().Now()).c_str());
  return 0;
}

void PrintWayIn(const DemoRequest& request, std::size_t cases) {
  std::printf("%zu invented cases are in %s. Sign in to the workbench as one of:\n", cases,
              request.data.c_str());
  for (const DemoAccount& account : kDemoAccounts) {
    std::printf("  %-10s %s\n", std::string(account.name).c_str(),
                std::string(IdOf(account.role)).c_str());
  }
  std::printf("Passphrase: %s\nCode, new every 30 seconds: script/server --code NAME\n",
              std::string(kDemoPassphrase).c_str());
}

}  // namespace

int Demo(const DemoRequest& request) {
  if (!request.code_for.empty()) {
    return PrintCode(request);
  }
  const auto policy = LoadPolicy(request.places.share);
  if (!policy) {
    return Fail(policy.error().ToString());
  }
  const auto content = site::Content::Load(request.places.share);
  if (!content) {
    return Fail(content.error().ToString());
  }
  const auto file = datafile::ReadFile(request.places.share, "content/demo/cases.toml");
  if (!file) {
    return Fail(file.error().ToString());
  }
  const auto cases = LoadDemoCases(*file);
  if (!cases) {
    return Fail(cases.error().ToString());
  }

  const CentreFolder folder(request.data);
  if (const auto made = folder.Create(); !made) {
    return Fail(made.error());
  }
  auto data = store::DataFolder::Open(folder.path());
  if (!data) {
    return Fail(data.error());
  }
  auto store = store::SqliteStore::Open(*data);
  if (!store) {
    return Fail(store.error());
  }
  const vault::KeyFile keys = vault::KeyFile::Generate();
  const base::SystemClock clock;
  const auto founded =
      FoundCentre(**store, clock, keys, DemoFounders(), vault::PassphraseCost::Moderate());
  if (!founded) {
    return Fail(founded.error());
  }
  if (const auto filled = FillWithCases(**store, *policy, *content, keys, *cases, clock.Now());
      !filled) {
    return Fail(filled.error());
  }
  if (const auto written = folder.WriteKeys(keys); !written) {
    return Fail(written.error());
  }
  // Last: script/server takes a marked folder for a finished one.
  if (const auto marked = folder.MarkAsDemo(DemoMarker(founded->accounts)); !marked) {
    return Fail(marked.error());
  }
  PrintWayIn(request, cases->size());
  return 0;
}

}  // namespace safety::main
