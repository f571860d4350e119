// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cassert>

#include "core/nn/image_network.h"

// Time: step i runs at i forwards and, of n steps, at 2n - 1 - i backwards.

namespace telegrad {

std::size_t ImageNetwork::Plan::add(std::size_t floats, std::size_t from, std::size_t until) {
  if (floats == 0) return kNone;
  buffers.push_back({.size = floats, .from = from, .until = until});
  return buffers.size() - 1;
}

void ImageNetwork::planForward(Plan& plan, std::size_t batch, bool training) const {
  const std::size_t n = steps_.size();
  std::vector<std::size_t> lastRead(n, n);  // the last result goes out after all
  for (std::size_t i = 0; i < n; ++i) {
    const auto& step = steps_[i];
    if (step.src != kInput) lastRead[step.src - 1] = i;
    if (step.other != kInput) lastRead[step.other - 1] = i;
  }
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t until = training ? 2 * n - 1 - i : lastRead[i];
    plan.steps[i].dst = plan.add(batch * format_.floats(shapes_[i + 1]), i, until);
    if (training) plan.steps[i].memory = plan.add(steps_[i].operation->memorySize(batch), i, until);
  }
}

void ImageNetwork::planBackward(Plan& plan, std::size_t batch) const {
  const std::size_t n = steps_.size();
  const auto timeOf = [n](std::size_t i) { return 2 * n - 1 - i; };
  auto& steps = plan.steps;
  steps[n - 1].diffDst = plan.add(batch * format_.floats(shapes_[n]), n, timeOf(n - 1));
  for (std::size_t i = n; i-- > 0;) {
    const auto& step = steps_[i];
    auto& here = steps[i];
    assert(here.diffDst != Plan::kNone);
    const std::size_t now = timeOf(i);
    if (step.src != kInput) {
      auto& wanted = steps[step.src - 1].diffDst;
      const bool first = wanted == Plan::kNone;
      const std::size_t until = first ? timeOf(step.src - 1) : now;
      here.diffSrc = plan.add(batch * format_.floats(shapes_[step.src]), now, until);
      if (first)
        wanted = here.diffSrc;
      else
        here.sumSrc = wanted;
    }
    if (step.other == kInput) continue;
    // A sum passes its derivative on as it is: nobody reads it as this step's after this.
    auto& wanted = steps[step.other - 1].diffDst;
    if (wanted == Plan::kNone) {
      wanted = here.diffDst;
      auto& until = plan.buffers[wanted].until;
      until = std::max(until, timeOf(step.other - 1));
    } else {
      here.sumOther = wanted;
    }
  }
}

ImageNetwork::Plan& ImageNetwork::planFor(std::size_t batch, bool training) {
  auto& plans = training ? trainingPlans_ : evaluationPlans_;
  auto found = plans.find(batch);
  if (found == plans.end()) {
    Plan plan;
    plan.steps.resize(steps_.size());
    planForward(plan, batch, training);
    if (training) planBackward(plan, batch);
    plan.size = placeBuffers(plan.buffers);
    found = plans.emplace(batch, std::move(plan)).first;
  }
  if (arena_.size() < found->second.size) arena_.resize(found->second.size);
  return found->second;
}

std::size_t ImageNetwork::activationSize(std::size_t batch, bool training) {
  return planFor(batch, training).size;
}

}  // namespace telegrad
