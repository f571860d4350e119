// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QWidget>

#include "ui/models/run_library.h"

namespace telegrad::ui {

/// What is noted of the chosen run; of several, tags that all of them get. Written when a field is
/// left.
/// Threads: the window's.
class RunsNotesPanel : public QWidget {
  Q_OBJECT

 public:
  explicit RunsNotesPanel(RunLibrary& library, QWidget* parent = nullptr);
  ~RunsNotesPanel() override;
  Q_DISABLE_COPY_MOVE(RunsNotesPanel)

  void setRuns(const std::vector<int>& ids);

  QLineEdit* tags() const { return tags_; }
  QPlainTextEdit* note() const { return note_; }
  QString heading() const { return heading_->text(); }
  void save();  ///< what is in the fields

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();
  bool isOfOne() const { return ids_.size() == 1; }

  RunLibrary& library_;
  std::vector<int> ids_;
  QLabel* heading_;
  QLabel* facts_;
  QLabel* tagsLabel_;
  QLineEdit* tags_;
  QPlainTextEdit* note_;
};

}  // namespace telegrad::ui
