#include "main/serve.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "base/clock.h"
#include "base/worker_pool.h"
#include "casework/drafts.h"
#include "casework/invitations.h"
#include "casework/sign_in.h"
#include "casework/submit_report.h"
#include "datafile/file.h"
#include "http/assets.h"
#include "http/router.h"
#include "http/server.h"
#include "main/centre_folder.h"
#include "main/founding.h"
#include "main/idle_drafts.h"
#include "main/policy_files.h"
#include "site/content.h"
#include "site/site.h"
#include "store/data_folder.h"
#include "store/sqlite_draft_store.h"
#include "store/sqlite_store.h"
#include "vault/passphrase.h"
#include "vault/return_code.h"
#include "workbench/words.h"
#include "workbench/workbench.h"

namespace safety::main {
namespace {

// A passphrase takes 256 MiB and a second: one at a time, and a short queue.
constexpr std::size_t kPassphraseThreads = 1;
constexpr std::size_t kMaxPassphrasesWaiting = 16;

/// What the pages are made of: everything that comes from data files.
struct Materials {
  safeguarding::Policy policy;
  site::Content content;
  vault::WordList code_words;
  workbench::Words workbench_words;
  http::Assets assets;
};

std::expected<vault::WordList, std::string> LoadCodeWords(const std::filesystem::path& share) {
  const auto file = datafile::ReadFile(share, "content/return-code-words.txt");
  if (!file) {
    return std::unexpected(file.error().ToString());
  }
  auto words = vault::WordList::Parse(file->text);
  if (!words) {
    return std::unexpected(file->name + ": must be 7,776 different words, one on each line");
  }
  return std::move(*words);
}

std::expected<Materials, std::string> LoadMaterials(const Places& places) {
  auto policy = LoadPolicy(places.share);
  if (!policy) {
    return std::unexpected(policy.error().ToString());
  }
  auto content = site::Content::Load(places.share);
  if (!content) {
    return std::unexpected(content.error().ToString());
  }
  auto code_words = LoadCodeWords(places.share);
  if (!code_words) {
    return std::unexpected(code_words.error());
  }
  const auto words_file = datafile::ReadFile(places.share, "content/en/workbench.toml");
  if (!words_file) {
    return std::unexpected(words_file.error().ToString());
  }
  auto words = workbench::Words::Load(*words_file);
  if (!words) {
    return std::unexpected(words.error().ToString());
  }
  auto assets = http::Assets::Load(places.web);
  if (!assets) {
    return std::unexpected(assets.error());
  }
  return Materials{.policy = std::move(*policy),
                   .content = std::move(*content),
                   .code_words = std::move(*code_words),
                   .workbench_words = std::move(*words),
                   .assets = std::move(*assets)};
}

int Fail(const std::string& reason) {
  spdlog::error("{}", reason);
  return 1;
}

/// Binds one listener and says where it is.
std::expected<void, std::string> Listen(http::Server& server, const http::Router& router,
                                        const std::string& text, const char* what) {
  const auto endpoint = http::Endpoint::Parse(text);
  if (!endpoint) {
    return std::unexpected(endpoint.error());
  }
  const auto bound = server.Listen(*endpoint, router);
  if (!bound) {
    return std::unexpected(bound.error());
  }
  spdlog::info("{} on http://{}/", what, bound->ToString());
  return {};
}

}  // namespace

int Serve(const ServeRequest& request) {
  const CentreFolder folder(request.data);
  const auto keys = folder.ReadKeys();
  if (!keys) {
    return Fail(keys.error());
  }
  const auto materials = LoadMaterials(request.places);
  if (!materials) {
    return Fail(materials.error());
  }
  auto data = store::DataFolder::Open(request.data);
  if (!data) {
    return Fail(data.error());
  }
  auto store = store::SqliteStore::Open(*data);
  if (!store) {
    return Fail(store.error());
  }
  auto draft_store = store::SqliteDraftStore::Open(*data);
  if (!draft_store) {
    return Fail(draft_store.error());
  }
  const auto team = (*store)->CurrentTeamKey();
  if (!team || !*team) {
    return Fail("the team key cannot be read from " + request.data.string() +
                ". Run `safety-centre init` on a new folder, or restore this one from a backup");
  }

  const base::SystemClock clock;
  base::WorkerPool passphrases(kPassphraseThreads, kMaxPassphrasesWaiting);
  const casework::Drafts drafts(**draft_store, clock);
  const casework::SubmitReport submit(**store, clock, materials->policy, (*team)->key,
                                      keys->mailbox_key.Clone());
  casework::SignIn sign_in(**store, clock, passphrases, keys->second_factor_key.Clone());
  casework::Invitations invitations(
      **store, clock, passphrases, materials->code_words, keys->second_factor_key.Clone(),
      {.cost = vault::PassphraseCost::Moderate(), .service_name = std::string(kServiceName)});

  http::Router public_router;
  const site::Site site({.content = materials->content,
                         .assets = materials->assets,
                         .drafts = drafts,
                         .submit = submit,
                         .code_words = materials->code_words,
                         .clock = clock});
  materials->assets.AddTo(public_router);
  site.AddTo(public_router);
  http::Router workbench_router;
  const workbench::Workbench workbench(**store, sign_in, invitations, clock, materials->assets,
                                       materials->workbench_words, folder.IsDemo());
  workbench.AddTo(workbench_router);

  const std::size_t threads =
      request.threads != 0 ? request.threads : std::max(1U, std::thread::hardware_concurrency());
  http::Server server(threads, http::Limits{});
  if (request.only != "workbench") {
    if (const auto on = Listen(server, public_router, request.public_endpoint, "public site");
        !on) {
      return Fail(on.error());
    }
  }
  if (request.only != "public") {
    if (const auto on = Listen(server, workbench_router, request.workbench_endpoint, "workbench");
        !on) {
      return Fail(on.error());
    }
  }
  const IdleDrafts idle_drafts(**draft_store, clock);
  server.Run();
  spdlog::info("stopped: everything that was sent is stored");
  return 0;
}

}  // namespace safety::main
