// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <string>

#include "app/cli_compress.h"
#include "app/cli_deco.h"
#include "app/cli_fetch.h"
#include "app/cli_health.h"
#include "app/cli_list.h"
#include "app/cli_network.h"
#include "app/cli_resume.h"
#include "app/cli_run.h"
#include "app/cli_share.h"
#include "app/cli_sweep.h"
#include "app/cli_theory.h"
#include "app/cli_verify.h"
#include "app/command_words.h"
#include "app/exit_status.h"
#include "app/interrupt.h"
#include "app/reference_pages.h"
#include "core/base/catalogue.h"
#include "core/base/crash_handler.h"

namespace {

CLI::App* addVerify(CLI::App& app, telegrad::VerifyArguments& arguments) {
  auto* verify = app.add_subcommand(
      "verify", "Run what a run folder holds once more, and compare every iteration.");
  verify->add_option("FOLDER", arguments.folder, "A run's folder")->required();
  verify->add_option("--data", arguments.data, "Folder to look for datasets first")
      ->type_name("FOLDER");
  verify
      ->add_option("--threads", arguments.threads,
                   "Threads to compute with; 0: as many as the machine has")
      ->check(CLI::Range(0, telegrad::kMostThreads))
      ->type_name("N");
  verify->footer(
      "Exit status: 0 the same bits, as far as the folder goes; 1 a difference, whose first place "
      "is named; 2 a folder that cannot be used.");
  return verify;
}

CLI::App* addList(CLI::App& app, std::string& what, telegrad::ListForm& form) {
  const auto words = telegrad::listable();
  auto* list = app.add_subcommand("list", "Print what there is to choose from.");
  list->add_option("WHAT", what, telegrad::listOf(words))->required()->check(CLI::IsMember(words));
  auto* json = list->add_flag_callback(
      "--json", [&form] { form = telegrad::ListForm::Json; }, "As JSON");
  list->add_flag_callback(
          "--keys", [&form] { form = telegrad::ListForm::Keys; }, "Nothing but the keys")
      ->excludes(json);
  return list;
}

CLI::App* addFetch(CLI::App& app, telegrad::FetchArguments& arguments) {
  auto* fetch = app.add_subcommand("fetch", "Download a dataset and verify its checksums.");
  fetch->add_option("DATASET", arguments.dataset, telegrad::listOf(telegrad::fetchable()))
      ->required();
  fetch->add_option("--from", arguments.from, "Another address, or a folder to copy from")
      ->type_name("URL|FOLDER");
  fetch
      ->add_option("--data", arguments.data,
                   "Folder to put it in (in a folder of the dataset's name); else "
                   "$TELEGRAD_DATA, else $XDG_DATA_HOME/telegrad/data")
      ->type_name("FOLDER");
  return fetch;
}

CLI::App* addNetwork(CLI::App& app, telegrad::NetworkArguments& arguments) {
  auto* network = app.add_subcommand("network", "Carry messages over the emulated network alone.");
  network->add_option("FILE", arguments.file,
                      "Experiment file, or a shipped experiment's name: its network and number of "
                      "workers. Without it, the usual network and the workers that are named");
  network
      ->add_option("--messages", arguments.messages,
                   "CSV: id,src,dst,time_s,bytes; nodes are worker0, worker1 ... and server; the "
                   "network's headers are added to the bytes (framing, message_overhead, mtu)")
      ->required()
      ->type_name("FILE");
  network
      ->add_option("--links", arguments.links,
                   "CSV: one,other,bandwidth_bit_per_s,latency_s; a tree of wires between nodes of "
                   "any names, in place of the star")
      ->type_name("FILE");
  network
      ->add_option("--out", arguments.out,
                   "CSV: id,start_s,end_s,queueing_s,serialisation_s,propagation_s. Without it, "
                   "standard output")
      ->type_name("FILE");
  network
      ->add_option("--set", arguments.assignments,
                   "network.key=value or cluster.workers=N; `telegrad-cli list networks --json` "
                   "has the keys: rates, latency, jitter, loss, queue, bucket, connection ...")
      ->allow_extra_args(false)
      ->type_name("ASSIGNMENT");
  network
      ->add_option("--discipline", arguments.discipline,
                   "fifo (store and forward) or fair (max-min fair sharing), whatever the file "
                   "says")
      ->check(CLI::IsMember({"fifo", "fair"}));
  network
      ->add_option("--trace", arguments.traces,
                   "worker_uplink=..., worker_downlink=..., server_ingress=... or "
                   "server_egress=..., or of worker 2 alone worker_uplink.2=...: a trace file (CSV "
                   "or mahimahi's), a shipped trace's name, or "
                   "a recipe as in \"square; high = 50 Mbit/s; seed = 1\". Repeatable")
      ->allow_extra_args(false)
      ->type_name("LINK=TRACE");
  network->footer(
      "Exit status: 0 done; 1 the results cannot be written; 2 unusable arguments or "
      "files.");
  return network;
}

int dispatch(int argc, char** argv) {
  CLI::App app("Communication-efficient distributed training on an emulated cluster.",
               "telegrad-cli");
  app.set_version_flag("--version", "telegrad-cli " TELEGRAD_VERSION);
  bool tests = false;
  bool diagnoses = false;
  app.add_flag("--selftest", tests, "Train a little, and see whether runs repeat on this machine");
  app.add_flag(
      "--diagnose", diagnoses,
      "Versions, threads, datasets, the last crash: what a report of a mistake should have");
  telegrad::addDocumentationFlags(app);
  telegrad::addReferenceOption(app, "--reference", [&app] {
    auto pages = telegrad::referencePages();
    if (pages) pages->push_back({"telegrad-cli.md", telegrad::commandLinePage(app)});
    return pages;
  });
  app.require_subcommand(0, 1);  // with none, an unknown word would go unnamed
  telegrad::RunArguments runArguments;
  telegrad::FetchArguments fetchArguments;
  telegrad::CompressArguments compressArguments;
  telegrad::DecoArguments decoArguments;
  telegrad::NetworkArguments networkArguments;
  telegrad::TheoryArguments theoryArguments;
  std::string what;
  auto form = telegrad::ListForm::Text;
  const auto* run = telegrad::addRunCommand(app, runArguments);
  telegrad::VerifyArguments verifyArguments;
  const auto* verify = addVerify(app, verifyArguments);
  telegrad::ResumeArguments resumeArguments;
  const auto* resume = telegrad::addResumeCommand(app, resumeArguments);
  telegrad::ForkArguments forkArguments;
  const auto* fork = telegrad::addForkCommand(app, forkArguments);
  telegrad::ExportArguments exportArguments;
  const auto* exporting = telegrad::addExportCommand(app, exportArguments);
  telegrad::ReportArguments reportArguments;
  const auto* report = telegrad::addReportCommand(app, reportArguments);
  telegrad::ExtractArguments extractArguments;
  const auto* extract = telegrad::addExtractCommand(app, extractArguments);
  telegrad::SweepArguments sweepArguments;
  const auto* sweep = telegrad::addSweepCommand(app, sweepArguments);
  const auto* list = addList(app, what, form);
  const auto* fetch = addFetch(app, fetchArguments);
  const auto* compress = telegrad::addCompressCommand(app, compressArguments);
  const auto* deco = telegrad::addDecoCommand(app, decoArguments);
  const auto* network = addNetwork(app, networkArguments);
  const auto* theory = telegrad::addTheoryCommand(app, theoryArguments);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? telegrad::kDone : telegrad::kUnusable;
  }
  if (tests) return telegrad::selfTest();
  if (diagnoses) return telegrad::diagnose();
  if (run->parsed()) return telegrad::runCommand(runArguments);
  if (verify->parsed()) return telegrad::verifyCommand(verifyArguments);
  if (resume->parsed()) return telegrad::resumeCommand(resumeArguments);
  if (fork->parsed()) return telegrad::forkCommand(forkArguments);
  if (exporting->parsed()) return telegrad::exportCommand(exportArguments);
  if (report->parsed()) return telegrad::reportCommand(reportArguments);
  if (extract->parsed()) return telegrad::extractCommand(extractArguments);
  if (sweep->parsed()) return telegrad::sweepCommand(sweepArguments);
  if (list->parsed()) return telegrad::listCommand(what, form);
  if (fetch->parsed()) return telegrad::fetchCommand(fetchArguments);
  if (compress->parsed()) return telegrad::compressCommand(compressArguments);
  if (deco->parsed()) return telegrad::decoCommand(decoArguments);
  if (network->parsed()) return telegrad::networkCommand(networkArguments);
  if (theory->parsed()) return telegrad::theoryCommand(theoryArguments);
  std::cerr
      << "telegrad-cli: a command is needed: run, resume, fork, verify, sweep, export, report, "
         "extract, list, fetch, compress, network, deco or theory\n"
      << app.help();
  return telegrad::kUnusable;
}

}  // namespace

int main(int argc, char** argv) {
  telegrad::leaveCrashReports("telegrad-cli", TELEGRAD_VERSION);
  try {
    telegrad::makeWriteErrorsOrdinary();
    const int status = dispatch(argc, argv);
    if (std::cout.flush()) return status;
    std::cerr << "telegrad-cli: cannot write to standard output\n";
    return status == telegrad::kDone ? telegrad::kFailed : status;
  } catch (const std::exception& error) {  // no memory, say
    telegrad::reportException(error.what());
    std::cerr << "telegrad-cli: " << error.what() << '\n';
    return telegrad::kFailed;
  }
}
