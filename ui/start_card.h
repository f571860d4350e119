// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include "ui/models/offered_experiments.h"

class QBoxLayout;

namespace telegrad::ui {

/// A family of experiments to begin with: a picture of real runs, what it teaches, how long it
/// takes and which data it needs. A click or Enter opens the variant that is chosen, Ctrl+Enter
/// runs it, arrows ask for the card beside.
class StartCard : public QFrame {
  Q_OBJECT

 public:
  /// `wide`: the picture stands beside the words, not above them. `card` must live as long.
  StartCard(const OfferedCard& card, bool wide, QWidget* parent = nullptr);

  const OfferedVariant& variant() const;
  void choose(int variant);
  /// Which datasets are not there, by their keys.
  void setMissing(const std::set<std::string>& keys);
  /// Durations may have been measured since.
  void refresh();
  /// Whether every word typed stands somewhere in it; the first variant whose name has them all is
  /// then chosen.
  bool narrow(const QStringList& words);

 signals:
  void opened(const telegrad::ShippedExperiment* experiment, bool run);
  void dataWanted(const QString& key);
  void neighbourWanted(int key);  ///< an arrow key

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  QBoxLayout* makeWords();
  QBoxLayout* makeButtons(bool wide);
  void open(bool run);
  void runOrGetData();

  const OfferedCard& card_;
  std::set<std::string> missing_;
  bool isMissing_ = false;
  QLabel* facts_;
  QComboBox* variants_;
  QPushButton* run_;
};

}  // namespace telegrad::ui
