#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <string>

#include "main/assess.h"
#include "main/demo.h"
#include "main/init.h"
#include "main/journal.h"
#include "main/serve.h"
#include "vault/keys.h"

namespace {

using namespace safety;  // NOLINT(google-build-using-namespace): this file only wires

void AddPlaces(CLI::App& command, main::Places& places) {
  command.add_option("--share", places.share, "the folder that holds content/ and policy/")
      ->capture_default_str();
  command.add_option("--web", places.web, "the folder of built styles and scripts")
      ->capture_default_str();
}

}  // namespace

int main(int argc, char** argv) {
  umask(077);  // whatever is written here is its owner's alone
  vault::Initialise();
  CLI::App app("The open safety centre: reports in, the worst first, answered, referred, closed.");
  app.name("safety-centre");
  app.set_version_flag("--version", SAFETY_VERSION);
  app.require_subcommand(1);
  int exit_code = 0;

  main::InitRequest init;
  CLI::App* command =
      app.add_subcommand("init", "make keys and the first accounts in a new folder");
  command->add_option("--data", init.data, "a new or empty folder")->required();
  command->add_option("--administrator", init.administrator, "the first administrator's name")
      ->capture_default_str();
  command->add_option("--duty-lead", init.duty_lead, "the first duty lead's name")
      ->capture_default_str();
  command->callback([&] { exit_code = main::Init(init); });

  main::ServeRequest serve;
  command = app.add_subcommand("serve", "serve the public site and the workbench");
  command->add_option("--data", serve.data, "the centre's folder")->required();
  command->add_option("--public", serve.public_endpoint, "where the public site listens")
      ->capture_default_str();
  command->add_option("--workbench", serve.workbench_endpoint, "where the workbench listens")
      ->capture_default_str();
  command->add_option("--only", serve.only, "serve one of the two")
      ->check(CLI::IsMember({"public", "workbench"}));
  command->add_option("--threads", serve.threads, "io threads; 0 is one per processor")
      ->check(CLI::Range(0, 256));
  AddPlaces(*command, serve.places);
  command->callback([&] { exit_code = main::Serve(serve); });

  main::DemoRequest demo;
  command = app.add_subcommand("demo", "fill a new folder with invented cases to look around in");
  command->add_option("--data", demo.data, "a new or empty folder")->required();
  command->add_option("--code", demo.code_for,
                      "print the second factor's code of this demo account just now");
  command->add_option("--share", demo.places.share, "the folder that holds content/ and policy/")
      ->capture_default_str();
  command->callback([&] { exit_code = main::Demo(demo); });

  main::AssessRequest assess;
  command = app.add_subcommand("assess", "remit, priority, answer-by and reasons of a report");
  command->add_option("report", assess.report, "the report as JSON; - reads standard input")
      ->required();
  command->add_option("--received-at", assess.received_at, "RFC 3339; now when not given");
  command->add_option("--share", assess.places.share, "the folder that holds policy/")
      ->capture_default_str();
  command->callback([&] { exit_code = main::Assess(assess); });

  std::string journal_folder;
  CLI::App* journal = app.add_subcommand("journal", "the record of who saw and did what");
  journal->require_subcommand(1);
  command = journal->add_subcommand("verify", "check the chain; exits 1 on the first bad entry");
  command->add_option("--data", journal_folder, "the centre's folder")->required();
  command->callback([&] { exit_code = main::VerifyJournal(journal_folder); });

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
  return exit_code;
}
