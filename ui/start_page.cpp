// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start_page.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <utility>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QResizeEvent>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

#include "core/experiment/needed_data.h"
#include "ui/models/recent_runs.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/style_sheet.h"

namespace telegrad::ui {
namespace {

constexpr int kWidest = 1160;    // of the column; longer lines are hard to read
constexpr int kCardWidth = 300;  // the least
constexpr int kCardColumns = 3;
constexpr int kSearchWidth = 260;
constexpr std::size_t kRecentRuns = 5;
const auto kAtStart = QStringLiteral("start_page");

QFont largeFont() {
  QFont font = titleFont();
  font.setPixelSize(24);
  return font;
}

/// Of a word, and not a key of the menus.
bool isTyped(const QKeyEvent& key) {
  constexpr auto kCommands = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
  return (key.modifiers() & kCommands) == 0 && !key.text().isEmpty() &&
         key.text().front().isLetterOrNumber();
}

/// The datasets of the offered experiments that are not there.
std::set<std::string> missingDatasets(const std::optional<std::filesystem::path>& data) {
  std::set<std::string> keys;
  for (const auto& section : offeredExperiments().sections)
    for (const auto& card : section.cards)
      for (const auto& variant : card.variants)
        if (auto key = datasetOnDisk(variant.shipped->experiment)) keys.insert(*std::move(key));
  std::erase_if(keys, [&](const std::string& key) { return hasDataset(key, data); });
  return keys;
}

}  // namespace

StartPage::StartPage(Folders folders, QWidget* parent)
    : QWidget(parent),
      folders_(std::move(folders)),
      search_(new QLineEdit(this)),
      scroll_(new QScrollArea(this)),
      column_(new QWidget),
      nothing_(mutedLabel(tr("No experiment has these words."), column_)),
      recent_(new RecentRunsCard(column_)) {
  setAccessibleName(tr("Start page"));
  auto* content = new QWidget;
  content->setProperty("role", "ground");
  auto* across = new QHBoxLayout(content);
  across->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kHuge);
  across->addStretch(1);
  across->addWidget(column_, 100);
  across->addStretch(1);
  column_->setMaximumWidth(kWidest);
  makeSections(column_);
  scroll_->setWidget(content);
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(0);
  rows->addWidget(scroll_, 1);
  rows->addWidget(hairline(this));
  rows->addWidget(makeFoot());
  connect(recent_, &RecentRunsCard::experimentFileWanted, this, &StartPage::experimentFileWanted);
  connect(recent_, &RecentRunsCard::runFolderWanted, this, &StartPage::runFolderWanted);
  connect(recent_, &RecentRunsCard::runWanted, this, &StartPage::runWanted);
  auto* find = new QShortcut(QKeySequence::Find, this);
  find->setContext(Qt::WidgetWithChildrenShortcut);
  connect(find, &QShortcut::activated, search_,
          [this] { search_->setFocus(Qt::ShortcutFocusReason); });
}

bool StartPage::isWantedAtStart() {
  return QSettings().value(kAtStart, true).toBool();
}

QWidget* StartPage::makeHead() {
  auto* head = new QWidget(column_);
  auto* title = new QLabel(tr("What do you want to see?"), head);
  title->setFont(largeFont());
  auto* words = mutedLabel(tr("Each card is an experiment that is ready to run. Nothing is "
                              "downloaded unless you ask for it."),
                           head);
  words->setWordWrap(true);
  search_->setPlaceholderText(tr("Search experiments"));
  search_->setAccessibleName(tr("Search experiments"));
  search_->setClearButtonEnabled(true);
  search_->setFixedWidth(kSearchWidth);
  search_->setProperty("role", "search");
  search_->setObjectName(QStringLiteral("search"));
  connect(search_, &QLineEdit::textChanged, this, &StartPage::narrow);
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    if (const auto cards = shownCards(); !cards.empty()) goTo(cards.front());
  });
  auto* tour = new QPushButton(tr("Tour of five minutes"), head);
  tour->setObjectName(QStringLiteral("begin-tour"));
  tour->setToolTip(tr("A real run, step by step"));
  connect(tour, &QPushButton::clicked, this, &StartPage::tourWanted);
  auto* lines = new QVBoxLayout;
  lines->setSpacing(space::kTiny);
  lines->addWidget(title);
  lines->addWidget(words);
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(0, 0, 0, 0);
  row->addLayout(lines, 1);
  row->addWidget(tour, 0, Qt::AlignBottom);
  row->addWidget(search_, 0, Qt::AlignBottom);
  return head;
}

QWidget* StartPage::makeFoot() {
  auto* foot = new QWidget(this);
  foot->setProperty("role", "panel");
  auto* wanted = new QCheckBox(tr("Show this page at start"), foot);
  wanted->setObjectName(QStringLiteral("at-start"));
  wanted->setChecked(isWantedAtStart());
  connect(wanted, &QCheckBox::toggled, this, [](bool on) { QSettings().setValue(kAtStart, on); });
  auto* times = new ElidedLabel(
      tr("Times are this machine's where it has trained such a run, else worked out from "
         "measurements for %1.")
          .arg(offeredExperiments().machine),
      foot);
  times->setProperty("role", "muted");
  times->setFont(plotFont());
  times->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins(space::kHuge, space::kSmall, space::kHuge, space::kSmall);
  row->setSpacing(space::kHuge);
  row->addWidget(wanted);
  row->addWidget(times, 1);
  return foot;
}

void StartPage::makeSections(QWidget* content) {
  auto* rows = new QVBoxLayout(content);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(space::kHuge);
  rows->addWidget(makeHead());
  nothing_->hide();
  rows->addWidget(nothing_);
  for (const auto& offered : offeredExperiments().sections) {
    Section section;
    section.block = new QWidget(content);
    auto* lines = new QVBoxLayout(section.block);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::kMedium);
    auto* head = new QVBoxLayout;
    head->setSpacing(2);
    auto* title = new QLabel(offered.title, section.block);
    title->setFont(titleFont());
    head->addWidget(title);
    auto* words = mutedLabel(offered.text, section.block);
    words->setWordWrap(true);
    head->addWidget(words);
    lines->addLayout(head);
    section.filler = new QWidget(section.block);
    section.grid = new QGridLayout;
    section.grid->setSpacing(space::kLarge);
    lines->addLayout(section.grid);
    if (sections_.empty()) section.beside = recent_;
    for (const auto& card : offered.cards) makeCard(card, section);
    rows->addWidget(section.block);
    sections_.push_back(std::move(section));
  }
  rows->addStretch(1);
}

void StartPage::makeCard(const OfferedCard& card, Section& section) {
  auto* made = new StartCard(card, section.beside != nullptr, section.block);
  section.cards.push_back(made);
  connect(made, &StartCard::opened, this, &StartPage::opened);
  connect(made, &StartCard::dataWanted, this, &StartPage::dataWanted);
  connect(made, &StartCard::neighbourWanted, this, [this, made](int key) { goFrom(made, key); });
}

int StartPage::columns() const {
  const int room = std::min(width() - 2 * space::kHuge, kWidest);
  return std::clamp((room + space::kLarge) / (kCardWidth + space::kLarge), 1, kCardColumns);
}

bool StartPage::event(QEvent* event) {
  // Letters are looked for, also where they are a key of the menus.
  if (event->type() == QEvent::ShortcutOverride && isTyped(dynamic_cast<const QKeyEvent&>(*event)))
    event->accept();
  return QWidget::event(event);
}

void StartPage::keyPressEvent(QKeyEvent* event) {
  if (!isTyped(*event)) return QWidget::keyPressEvent(event);
  search_->setFocus(Qt::OtherFocusReason);
  search_->insert(event->text());
}

void StartPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (columns() != columns_) layOut();
}

void StartPage::layOut() {
  columns_ = columns();
  for (const auto& section : sections_) layOut(section, columns_);
}

void StartPage::layOut(const Section& section, int columns) {
  while (auto* item = section.grid->takeAt(0)) delete item;
  int place = 0;
  for (auto* card : section.cards) {
    if (card->isHidden()) continue;
    // The first page's first card is as wide as what stands beside it leaves.
    const int span = section.beside != nullptr ? std::max(1, columns - 1) : 1;
    section.grid->addWidget(card, place / columns, place % columns, 1, span);
    place += span;
  }
  if (section.beside != nullptr) {
    section.grid->addWidget(section.beside, place / columns, place % columns);
    ++place;
  }
  // Cards of a row that is not full are as wide as those of one that is.
  section.filler->setVisible(place < columns);
  if (place < columns) section.grid->addWidget(section.filler, 0, place, 1, columns - place);
  for (int i = 0; i < kCardColumns; ++i) section.grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void StartPage::narrow(const QString& typed) {
  const auto words = typed.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (const auto& section : sections_) {
    bool any = false;
    for (auto* card : section.cards) {
      const bool fits = card->narrow(words);
      card->setVisible(fits);
      any = any || fits;
    }
    if (section.beside != nullptr) section.beside->setVisible(words.isEmpty());
    section.block->setVisible(any);
  }
  nothing_->setVisible(shownCards().empty());
  layOut();
  scroll_->ensureVisible(0, 0);
}

std::vector<StartCard*> StartPage::shownCards() const {
  std::vector<StartCard*> cards;
  for (const auto& section : sections_)
    for (auto* card : section.cards)
      if (!card->isHidden()) cards.push_back(card);
  return cards;
}

void StartPage::goFrom(const StartCard* card, int key) {
  const auto cards = shownCards();
  const auto at = std::ranges::find(cards, card);
  if (key == Qt::Key_Left && at != cards.begin()) return goTo(*std::prev(at));
  if (key == Qt::Key_Right && std::next(at) != cards.end()) return goTo(*std::next(at));
  if (key == Qt::Key_Left || key == Qt::Key_Right) return;
  // Up and down: of the next row that has cards, the one that is nearest across.
  const auto middle = [this](const StartCard* of) {
    return of->mapTo(column_, of->rect().center());
  };
  const int direction = key == Qt::Key_Down ? 1 : -1;
  const QPoint from = middle(card);
  StartCard* best = nullptr;
  std::pair<int, int> least{};
  for (auto* other : cards) {
    const QPoint way = middle(other) - from;
    if (way.y() * direction <= card->height() / 4) continue;
    const std::pair distance{way.y() * direction / (card->height() / 4), std::abs(way.x())};
    if (best == nullptr || distance < least) std::tie(best, least) = std::tie(other, distance);
  }
  if (best != nullptr) return goTo(best);
  if (direction < 0) search_->setFocus(Qt::OtherFocusReason);
}

void StartPage::goTo(StartCard* card) {
  card->setFocus(Qt::OtherFocusReason);
  scroll_->ensureWidgetVisible(card, 0, space::kHuge);
}

void StartPage::begin() {
  if (const auto cards = shownCards(); !cards.empty()) cards.front()->setFocus();
}

void StartPage::refresh() {
  for (const auto& section : sections_)
    for (auto* card : section.cards) card->refresh();
  errands_.run([data = folders_.data] { return missingDatasets(data); },
               [this](const std::set<std::string>& missing) {
                 for (const auto& section : sections_)
                   for (auto* card : section.cards) card->setMissing(missing);
               });
  errands_.run([runs = folders_.runs] { return recentRuns(runs, kRecentRuns); },
               [this](const std::vector<RunListing>& runs) { recent_->setRuns(runs); });
}

}  // namespace telegrad::ui
