// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

#include <QString>
#include <QWidget>

#include "ui/panels/run_controller.h"

namespace telegrad::ui {

/// A page of the window's middle beside the training page, with a tab in the toolbar.
struct ViewEntry {
  const char* key;    ///< stable name
  const char* title;  ///< to translate in the context "Views"
  std::function<QWidget*(RunController& controller, QWidget* parent)> make;
};

/// All of them, in the order of their tabs.
std::span<const ViewEntry> views();

}  // namespace telegrad::ui
