// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>
#include <QVBoxLayout>

#include "core/experiment/run_listing.h"

namespace telegrad::ui {

/// The runs that began last, each a button, and the ways to open what lies elsewhere.
class RecentRunsCard : public QFrame {
  Q_OBJECT

 public:
  explicit RecentRunsCard(QWidget* parent = nullptr);

  void setRuns(const std::vector<RunListing>& runs);

 signals:
  void runWanted(const QString& folder);
  void experimentFileWanted();
  void runFolderWanted();

 private:
  QWidget* line(const RunListing& run);

  QVBoxLayout* rows_;
};

}  // namespace telegrad::ui
