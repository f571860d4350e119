// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/base/parameter.h"
#include "core/base/units.h"
#include "core/net/network.h"

namespace telegrad {

/// How large the links see a worker's messages, which need not be as large as they are: scaled as
/// if the dense gradient had `emulated_gradient` bits, the values alone instead of all bytes.
/// Without the network's own overhead.
///
/// Threads: one.
class MessageSize {
 public:
  static std::vector<Parameter> parameters();

  explicit MessageSize(const Settings& settings) { configure(settings); }
  void configure(const Settings& settings);

  Bytes broadcast(const WorkerLoad& load) const { return scaled(load.broadcast, load); }
  Bytes upload(const WorkerLoad& load) const {
    return scaled(valuesAlone_ ? load.uploadedValues : load.upload, load);
  }

 private:
  Bytes scaled(Bytes size, const WorkerLoad& load) const;

  double emulatedGradient_ = 0.0;  // bits; 0: the real one
  bool valuesAlone_ = false;
};

}  // namespace telegrad
