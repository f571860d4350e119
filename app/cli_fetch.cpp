// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_fetch.h"

#include <chrono>
#include <filesystem>
#include <iostream>
#include <stop_token>
#include <system_error>
#include <thread>

#include <unistd.h>

#include "app/exit_status.h"
#include "app/interrupt.h"
#include "core/base/catalogue.h"
#include "core/base/units.h"
#include "core/data/dataset.h"
#include "core/data/download.h"

namespace telegrad {
namespace {

constexpr std::chrono::milliseconds kLookInterval{50};
constexpr std::chrono::milliseconds kFetchBarInterval{100};
constexpr std::chrono::milliseconds kFetchLineInterval{1000};

/// How far a download has come: one line that is drawn over on a terminal, else about one a second.
class FetchReport {
 public:
  void operator()(const FetchProgress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (progress.file != file_ || progress.from != from_) {
      file_ = progress.file;
      from_ = progress.from;
      std::cerr << (drawn_ ? "\n" : "") << file_ << " from " << from_ << '\n';
      drawn_ = false;
    } else if (now < next_) {
      return;
    }
    next_ = now + (terminal_ ? kFetchBarInterval : kFetchLineInterval);
    const auto done = formatQuantity(static_cast<double>(progress.done), "B", 4);
    std::cerr << (terminal_ ? "\r\033[K" : "") << done;
    if (progress.total > 0)
      std::cerr << " of " << formatQuantity(static_cast<double>(progress.total), "B", 4) << " ("
                << 100 * progress.done / progress.total << " %)";
    drawn_ = terminal_;
    std::cerr << (terminal_ ? "" : "\n") << std::flush;
  }
  void end() const {
    if (drawn_) std::cerr << '\n';
  }

 private:
  bool terminal_ = ::isatty(STDERR_FILENO) == 1;
  bool drawn_ = false;
  std::string file_;
  std::string from_;
  std::chrono::steady_clock::time_point next_;
};

/// Where the download goes. A folder that was named need not be there yet.
Result<std::filesystem::path> targetFolder(const std::string& data) {
  std::optional<std::filesystem::path> given;
  if (!data.empty()) {
    given = data;
    std::error_code error;
    std::filesystem::create_directories(*given, error);
    if (error) return Error{"cannot make " + data + ": " + error.message()};
  }
  const auto folders = DataFolders::resolve(given);
  if (!folders) return folders.error();
  if (folders->searched.empty()) return Error{"there is no folder for data; name one with --data"};
  return folders->searched.front();
}

/// fetch(), but an interrupt ends it.
Result<void> fetchUntilInterrupted(std::span<const RemoteDataset* const> remotes,
                                   const FetchOptions& options) {
  std::stop_source stop;
  const std::jthread watch([&stop](const std::stop_token& done) {
    while (!done.stop_requested() && !stop.stop_requested()) {
      if (interruptSignal() != 0) stop.request_stop();
      std::this_thread::sleep_for(kLookInterval);
    }
  });
  return fetch(remotes, options, stop.get_token());
}

}  // namespace

std::vector<std::string> fetchable() {
  std::vector<std::string> keys;
  for (const auto& entry : datasets())
    if (!remotesOf(entry.key).empty()) keys.push_back(entry.key);
  return keys;
}

int fetchCommand(const FetchArguments& arguments) {
  const auto remotes = remotesOf(arguments.dataset);
  if (remotes.empty())
    return refuse("telegrad-cli",
                  unknownKey("dataset to fetch", arguments.dataset, fetchable()).message);
  const auto folder = targetFolder(arguments.data);
  if (!folder) return refuse("telegrad-cli", folder.error().message);

  noteInterrupts();
  FetchReport report;
  FetchOptions options;
  options.folder = *folder;
  if (!arguments.from.empty()) options.from = arguments.from;
  options.progress = [&report](const FetchProgress& progress) { report(progress); };
  const auto fetched = fetchUntilInterrupted(remotes, options);
  report.end();
  if (!fetched) {
    std::cerr << "telegrad-cli: " << fetched.error().message << '\n';
    return interruptSignal() != 0 ? 128 + interruptSignal() : kFailed;
  }
  for (const auto* remote : remotes) std::cout << (*folder / remote->folder()).string() << '\n';
  return kDone;
}

}  // namespace telegrad
