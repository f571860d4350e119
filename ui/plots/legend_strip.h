// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QAbstractButton>
#include <QWidget>

#include "ui/models/runs_model.h"

namespace telegrad::ui {

/// A run's line and name. Click or Space shows and hides it, double click or Return shows it alone.
class LegendEntry : public QAbstractButton {
  Q_OBJECT

 public:
  LegendEntry(RunsModel& runs, int id, QWidget* parent);

  int id() const { return id_; }
  void refresh();
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  void toggle();
  void solo();

  RunsModel& runs_;
  int id_;
  bool soloNext_ = false;
  bool byKeyboard_ = false;  ///< how the focus came; only then is it shown
};

/// All runs in a row, in as many rows as the width asks for.
class LegendStrip : public QWidget {
  Q_OBJECT

 public:
  explicit LegendStrip(RunsModel& runs, QWidget* parent = nullptr);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  void refresh();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void rebuild();
  int layOut(int width, bool move) const;

  RunsModel& runs_;
  std::vector<LegendEntry*> entries_;
};

}  // namespace telegrad::ui
