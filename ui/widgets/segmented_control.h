// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace telegrad::ui {

/// A row of words of which one holds. Left and Right move along it; Tab goes on to what follows.
class SegmentedControl : public QWidget {
  Q_OBJECT

 public:
  SegmentedControl(const QString& name, const QStringList& words, QWidget* parent = nullptr);

  int current() const;
  /// No signal.
  void setCurrent(int index);

 signals:
  void chosen(int index);  ///< by the user

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QButtonGroup* buttons_ = nullptr;
};

}  // namespace telegrad::ui
