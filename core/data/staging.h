// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/download.h"

namespace telegrad {

/// The name of the same file in its other form: "x.gz" for "x", and "x" for "x.gz".
std::string otherForm(const std::string& name);

/// Whether the folder `root` holds that dataset. Errors: those of reading it; the files are called
/// as if they were in `known`, which is where the user knows them.
Result<void> readsAsDataset(const RemoteDataset& dataset, const std::filesystem::path& root,
                            const std::filesystem::path& known);

/// Where a dataset's files are gathered before any of them is put in its place: a folder beside
/// that, which is gone, with all in it, at the end.
class Staging {
 public:
  /// What an earlier one of that dataset has left in `folder` is removed.
  Staging(const RemoteDataset& dataset, const std::filesystem::path& folder);
  ~Staging();
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  Staging(Staging&&) = delete;
  Staging& operator=(Staging&&) = delete;

  /// Makes the folder, and the dataset's own. Errors: they cannot be made.
  Result<void> prepare() const;
  /// What holds incoming(), as a data folder does.
  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path incoming() const { return root_ / place_.filename(); }
  /// Moves those files of incoming() to their place, where the same in the other form goes.
  /// Errors: a file that cannot be written.
  Result<void> install(const std::vector<std::string>& names) const;

 private:
  std::filesystem::path root_;
  std::filesystem::path place_;
};

}  // namespace telegrad
