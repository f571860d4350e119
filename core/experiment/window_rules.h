// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace telegrad {

/// What an experiment file says of the window that shows it, the table [window]: what a teacher
/// does not want to be touched, or seen. A run computes the same with it and without.
///
/// A rule names a parameter ("algorithm.learning_rate"), what stands in a slot ("algorithm.key"),
/// all of a slot ("network.*"; "worker.*" of every worker), the seed ("seed"), and of what is
/// hidden also a page ("page.sweeps") or a panel ("panel.live-controls").
struct WindowRules {
  std::vector<std::string> lock;
  std::vector<std::string> hide;
  bool fullScreen = false;

  bool isEmpty() const { return lock.empty() && hide.empty() && !fullScreen; }
  /// Of a parameter, slot "algorithm" and key "learning_rate"; the seed is slot "seed" without one.
  /// What is hidden is locked.
  bool locks(std::string_view slot, std::string_view key) const;
  bool hides(std::string_view slot, std::string_view key) const;
  bool hidesPage(std::string_view page) const;
  bool hidesPanel(std::string_view panel) const;
  bool operator==(const WindowRules&) const = default;
};

/// The pages beside the training page, and the panels beside the pages, that can be hidden.
std::span<const std::string_view> windowPages();
std::span<const std::string_view> windowPanels();

/// Errors: the rule names nothing that there is; the message says what was read and what is
/// allowed. `hiding`: pages and panels count, too.
Result<void> checkWindowRule(std::string_view rule, bool hiding);

}  // namespace telegrad
