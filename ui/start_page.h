// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

#include "ui/models/file_errands.h"
#include "ui/recent_runs_card.h"
#include "ui/start_card.h"

namespace telegrad::ui {

/// The first page: the shipped experiments as cards in sections, what was trained last, a search
/// field. It opens nothing by itself, and looks for data and runs on a thread of its own.
class StartPage : public QWidget {
  Q_OBJECT

 public:
  /// Where runs are kept, and where data are searched first.
  struct Folders {
    std::filesystem::path runs;
    std::optional<std::filesystem::path> data;
  };
  explicit StartPage(Folders folders, QWidget* parent = nullptr);

  /// Whether the user wants it at the start; kept in the settings.
  static bool isWantedAtStart();

  /// Looks for data and runs again, and says the durations anew.
  void refresh();
  /// The cards that fit what is typed, in their order.
  std::vector<StartCard*> shownCards() const;
  /// The focus goes to the first card.
  void begin();

 signals:
  void opened(const telegrad::ShippedExperiment* experiment, bool run);
  void dataWanted(const QString& key);
  void experimentFileWanted();
  void runFolderWanted();
  void runWanted(const QString& folder);
  void tourWanted();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Section {
    QWidget* block = nullptr;
    QGridLayout* grid = nullptr;
    std::vector<StartCard*> cards;
    QWidget* filler = nullptr;  ///< of a row that is not full
    QWidget* beside = nullptr;  ///< after the cards, while nothing is searched
  };
  QWidget* makeHead();
  QWidget* makeFoot();
  void makeSections(QWidget* content);
  void makeCard(const OfferedCard& card, Section& section);
  int columns() const;
  void layOut();
  void layOut(const Section& section, int columns);
  void narrow(const QString& typed);
  void goFrom(const StartCard* card, int key);
  void goTo(StartCard* card);

  Folders folders_;
  std::vector<Section> sections_;
  QLineEdit* search_;
  QScrollArea* scroll_;
  QWidget* column_;
  QLabel* nothing_;
  RecentRunsCard* recent_;
  int columns_ = 0;
  FileErrands errands_;  // last, so that it goes first
};

}  // namespace telegrad::ui
