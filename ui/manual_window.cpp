// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual_window.h"

#include <algorithm>

#include <QCloseEvent>
#include <QDesktopServices>
#include <QDir>
#include <QScrollBar>
#include <QSettings>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/labels.h"
#include "ui/widgets/language.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kSideWidth = 250;
constexpr int kMostHits = 200;
constexpr int kLeastZoom = 60;
constexpr int kMostZoom = 250;
constexpr int kTextZoomStep = 10;
constexpr int kPageRole = Qt::UserRole;
constexpr int kAnchorRole = Qt::UserRole + 1;
const QString kGeometryKey = QStringLiteral("manual/geometry");
const QString kZoomKey = QStringLiteral("manual/zoom");

/// What of a line stands around the word, where it is long.
QString excerpt(const QString& line, const QString& word) {
  constexpr qsizetype kLongest = 110;
  constexpr qsizetype kBefore = 40;
  if (line.size() <= kLongest) return line;
  auto from = std::max<qsizetype>(0, line.indexOf(word, 0, Qt::CaseInsensitive) - kBefore);
  if (from > 0) from = line.indexOf(u' ', from) + 1;
  auto part = line.mid(from, kLongest);
  if (from + part.size() < line.size()) part = part.left(part.lastIndexOf(u' ')) + u'…';
  return from > 0 ? u'…' + part : part;
}

}  // namespace

ManualWindow::ManualWindow(const Manual& manual, QWidget* parent)
    : QMainWindow(parent, Qt::Window),
      manual_(manual),
      view_(new ManualView(this)),
      side_(new QStackedWidget(this)),
      contents_(new QTreeWidget(this)),
      hits_(new QListWidget(this)),
      count_(mutedLabel({}, this)),
      search_(new QLineEdit(this)) {
  setObjectName(QStringLiteral("manual"));
  setWindowTitle(tr("Manual of Telegrad"));
  resize(1080, 760);
  makeToolBar();
  makeContents();
  makeSearch();
  auto* left = new QWidget(this);
  left->setProperty("role", "panel");
  auto* rows = new QVBoxLayout(left);
  rows->setContentsMargins(space::kMedium, space::kMedium, space::kTiny, space::kMedium);
  rows->addWidget(search_);
  rows->addWidget(count_);
  rows->addWidget(side_, 1);
  auto* parts = new QSplitter(this);
  parts->addWidget(left);
  parts->addWidget(view_);
  parts->setStretchFactor(1, 1);
  parts->setSizes({kSideWidth, width() - kSideWidth});
  parts->setChildrenCollapsible(false);
  setCentralWidget(parts);
  connect(view_, &QTextBrowser::anchorClicked, this, &ManualWindow::follow);
  const QSettings settings;
  restoreGeometry(settings.value(kGeometryKey).toByteArray());
  view_->setZoom(std::clamp(settings.value(kZoomKey, 100).toInt(), kLeastZoom, kMostZoom));
  open(QStringLiteral("index"));
}

QAction* ManualWindow::make(const QString& text, const QList<QKeySequence>& shortcuts) {
  auto* action = new QAction(text, this);
  action->setShortcuts(shortcuts);
  if (!shortcuts.isEmpty())
    action->setToolTip(
        QStringLiteral("%1  (%2)").arg(text, shortcuts.front().toString(QKeySequence::NativeText)));
  addAction(action);
  return action;
}

void ManualWindow::makeToolBar() {
  auto* bar = addToolBar(tr("Manual"));
  bar->setMovable(false);
  bar->toggleViewAction()->setEnabled(false);
  const auto add = [this, bar](QAction* action, auto&& triggered) {
    connect(action, &QAction::triggered, this, triggered);
    bar->addAction(action);
    auto* button = bar->widgetForAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    return action;
  };
  back_ = add(make(tr("Back"), QKeySequence::keyBindings(QKeySequence::Back)),
              [this] { go(before_, after_); });
  forward_ = add(make(tr("Forward"), QKeySequence::keyBindings(QKeySequence::Forward)),
                 [this] { go(after_, before_); });
  add(make(tr("Contents"), {QKeySequence(Qt::ALT | Qt::Key_Home)}),
      [this] { showPage(QStringLiteral("index")); });
  auto* gap = new QWidget(bar);
  gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
  bar->addWidget(gap);
  auto* words = make(tr("Formulas in words"), {QKeySequence(Qt::ALT | Qt::Key_W)});
  words->setCheckable(true);
  add(words, [this](bool on) { view_->setInWords(on); });
  add(make(tr("Smaller"), {QKeySequence::ZoomOut}), [this] { zoomBy(-kTextZoomStep); });
  add(make(tr("Larger"), {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)}),
      [this] { zoomBy(kTextZoomStep); });
  connect(make(tr("Usual size"), {QKeySequence(Qt::CTRL | Qt::Key_0)}), &QAction::triggered, this,
          [this] { zoomBy(100 - view_->zoom()); });
  connect(make(tr("Search"), {QKeySequence::Find}), &QAction::triggered, this, [this] {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
  });
  connect(make(tr("Close"), {QKeySequence(Qt::Key_Escape), QKeySequence::Close}),
          &QAction::triggered, this, [this] {
            if (search_->text().isEmpty())
              close();
            else
              search_->clear();
          });
}

void ManualWindow::makeContents() {
  contents_->setHeaderHidden(true);
  contents_->setAccessibleName(tr("Contents"));
  contents_->setFrameShape(QFrame::NoFrame);
  for (const auto& chapter : manual_.chapters()) {
    if (chapter.pages.isEmpty()) continue;
    auto* head = new QTreeWidgetItem(contents_, {chapter.title});
    head->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    for (const auto& name : chapter.pages) {
      auto* leaf = new QTreeWidgetItem(head, {manual_.page(name)->title});
      leaf->setData(0, kPageRole, name);
      leaf->setToolTip(0, leaf->text(0));
    }
    head->setExpanded(chapter.pages.size() < 12);
  }
  const auto chosen = [this](const QTreeWidgetItem* item) {
    if (item == nullptr) return;
    const auto page = item->data(0, kPageRole).toString();
    if (!page.isEmpty() && page != view_->page()) showPage(page);
  };
  connect(contents_, &QTreeWidget::currentItemChanged, this, chosen);
  connect(contents_, &QTreeWidget::itemActivated, view_, [this] { view_->setFocus(); });
  side_->addWidget(contents_);
}

void ManualWindow::makeSearch() {
  search_->setPlaceholderText(tr("Search the manual"));
  search_->setAccessibleName(tr("Search the manual"));
  search_->setClearButtonEnabled(true);
  hits_->setAccessibleName(tr("Results"));
  hits_->setFrameShape(QFrame::NoFrame);
  hits_->setWordWrap(true);
  hits_->setSpacing(space::kTiny / 2);
  hits_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  count_->hide();
  side_->addWidget(hits_);
  connect(search_, &QLineEdit::textChanged, this, &ManualWindow::search);
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    if (hits_->count() == 0) return;
    hits_->setFocus();
    hits_->setCurrentRow(0);
  });
  connect(hits_, &QListWidget::currentItemChanged, this, &ManualWindow::openHit);
  connect(hits_, &QListWidget::itemClicked, this, &ManualWindow::openHit);
  connect(hits_, &QListWidget::itemActivated, view_, [this] { view_->setFocus(); });
}

void ManualWindow::search(const QString& text) {
  hits_->clear();
  const bool wanted = !text.trimmed().isEmpty();
  side_->setCurrentWidget(wanted ? static_cast<QWidget*>(hits_) : contents_);
  count_->setVisible(wanted);
  if (!wanted) return;
  const auto found = manual_.search(text, kMostHits);
  for (const auto& hit : found) {
    const auto title = manual_.page(hit.page)->title;
    const auto line = excerpt(hit.line, text.section(u' ', 0, 0, QString::SectionSkipEmpty));
    auto* item = new QListWidgetItem(title == hit.line ? title : title + u'\n' + line, hits_);
    item->setData(kPageRole, hit.page);
    item->setData(kAnchorRole, hit.anchor);
  }
  count_->setText(found.size() == 1          ? tr("1 line")
                  : found.size() < kMostHits ? tr("%1 lines").arg(found.size())
                                             : tr("The first %1 lines").arg(kMostHits));
}

void ManualWindow::openHit(const QListWidgetItem* item) {
  if (item == nullptr) return;
  showPage(item->data(kPageRole).toString());
  const auto words = search_->text().split(u' ', Qt::SkipEmptyParts);
  const auto longest = std::ranges::max_element(words, {}, &QString::size);
  view_->mark(item->data(kAnchorRole).toString(), longest == words.end() ? QString() : *longest);
}

ManualWindow::Place ManualWindow::here() const {
  return {view_->page(), view_->verticalScrollBar()->value()};
}

void ManualWindow::open(const QString& page) {
  const auto* found = manual_.page(page);
  if (found == nullptr) return;
  view_->setPage(*found);
  for (auto* item : contents_->findItems(found->title, Qt::MatchExactly | Qt::MatchRecursive)) {
    if (item->data(0, kPageRole) != page) continue;
    item->parent()->setExpanded(true);
    contents_->setCurrentItem(item);
  }
  refresh();
}

void ManualWindow::showPage(const QString& page, const QString& anchor) {
  if (manual_.page(page) == nullptr) return;
  if (page != view_->page() || !anchor.isEmpty()) {
    before_ << here();
    after_.clear();
  }
  if (page != view_->page()) open(page);
  view_->showAnchor(anchor);
  refresh();
}

void ManualWindow::go(QList<Place>& from, QList<Place>& to) {
  if (from.isEmpty()) return;
  to << here();
  const auto place = from.takeLast();
  open(place.page);
  view_->verticalScrollBar()->setValue(place.scroll);
  refresh();
}

void ManualWindow::follow(const QUrl& link) {
  if (!link.isRelative()) {
    emit leavesProgram(link);
    return;
  }
  auto page = view_->page();
  if (!link.path().isEmpty()) {
    const auto folder = QStringLiteral("/") + page.left(page.lastIndexOf(u'/') + 1);
    page = QDir::cleanPath(folder + link.path()).mid(1);
    if (page.endsWith(QStringLiteral(".md"))) page.chop(3);
  }
  showPage(page, link.fragment(QUrl::FullyDecoded));
}

void ManualWindow::zoomBy(int percent) {
  view_->setZoom(std::clamp(view_->zoom() + percent, kLeastZoom, kMostZoom));
  QSettings().setValue(kZoomKey, view_->zoom());
}

void ManualWindow::refresh() {
  back_->setEnabled(!before_.isEmpty());
  forward_->setEnabled(!after_.isEmpty());
}

void ManualWindow::closeEvent(QCloseEvent* event) {
  QSettings().setValue(kGeometryKey, saveGeometry());
  QMainWindow::closeEvent(event);
}

void showManual(QWidget* widget, const QString& page, const QString& anchor) {
  auto* owner = widget->window();
  auto* manual = qobject_cast<ManualWindow*>(owner);
  if (manual == nullptr) manual = owner->findChild<ManualWindow*>();
  if (manual == nullptr) {
    manual = new ManualWindow(Manual::shipped(spokenLanguage()), owner);
    QObject::connect(manual, &ManualWindow::leavesProgram, manual,
                     [](const QUrl& address) { QDesktopServices::openUrl(address); });
  }
  manual->showPage(page, anchor);
  manual->show();
  manual->raise();
  manual->activateWindow();
}

}  // namespace telegrad::ui
