// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style_sheet.h"

#include <array>
#include <cmath>
#include <utility>

#include <QApplication>
#include <QLayout>
#include <QSettings>
#include <QStyleFactory>
#include <QToolTip>

// A static library's resources are linked in only where they are asked for; outside any namespace.
static void useResources() {
  Q_INIT_RESOURCE(resources);
}

namespace telegrad::ui {
namespace {

// Words in @ are the theme's tokens. Objects are found by the property "role" so that a widget says
// what it is and the look stays here.
const char* const kSheet = R"(
* { outline: none; }
QMainWindow, QDialog { background: @window; }
QWidget { color: @text; selection-background-color: @accent; selection-color: @onAccent; }
QWidget[role="panel"] { background: @panel; }
QFrame[role="card"] { background: @panel; border: 1px solid @hairline; border-radius: 8px; }
QFrame[role="offer"] { background: @panel; border: 1px solid @hairline; border-radius: 8px;
              margin: 1px; }
QFrame[role="offer"]:hover { border-color: @mutedText; }
QFrame[role="offer"]:focus { border: 2px solid @accent; margin: 0; }
QWidget[role="ground"] { background: @window; }
QFrame[role="line"] { background: @hairline; border: none; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[role="muted"] { color: @mutedText; }
QLabel[role="section"] { color: @mutedText; }
QLabel[role="chip"] { background: @chip; color: @chipText; border-radius: 4px; padding: 2px 6px; }
QLabel[role="error"] { color: @warning; }
QDialog#explanation { border: 1px solid @mutedText; }
QFrame[role="callout"] { background: @panel; border: 2px solid @accent; border-radius: 8px; }
QFrame[role="banner"] { background: @chip; border: none; border-radius: 8px; }
QFrame[role="banner"] QLabel { color: @chipText; }
QFrame[role="warningBanner"] { background: @warningGround; border: none; border-radius: 8px; }
QFrame[role="warningBanner"] QLabel { color: @warning; }
QScrollArea { border: none; background: @panel; }
QScrollArea > QWidget > QWidget { background: @panel; }
QFrame[role="banner"] QScrollArea, QFrame[role="banner"] QScrollArea > QWidget > QWidget { background: transparent; }

QToolTip { background: @panel; color: @text; border: 1px solid @hairline; padding: 6px 8px; }
QMenuBar { background: @panel; border: none; padding: 1px 8px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @chip; color: @chipText; }
QMenu { background: @panel; border: 1px solid @hairline; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: @chip; color: @chipText; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @hairline; margin: 4px 8px; }
QToolBar { background: @panel; border: none; border-bottom: 1px solid @hairline; spacing: 8px;
           padding: 6px 12px; }
QToolBar::separator { background: transparent; width: 8px; }
QStatusBar { background: @panel; border-top: 1px solid @hairline; }
QStatusBar::item { border: none; }

QPushButton, QToolButton { background: @panel; border: 1px solid @hairline; border-radius: 6px;
              padding: 5px 12px; min-height: 18px; }
QPushButton:hover, QToolButton:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @hairline; }
QPushButton:checked, QToolButton:checked { background: @chip; color: @chipText; }
QPushButton:focus, QToolButton:focus { border: 1px solid @accent; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; background: @panel; }
QPushButton[role="primary"], QToolButton[role="primary"] { background: @accent; color: @onAccent;
              border: 1px solid @accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover { background: @accentHover; }
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus { border: 1px solid @text; }
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled { background: @hairline;
              color: @mutedText; border-color: @hairline; }
QPushButton[role="row"] { border: 1px solid transparent; background: transparent; }
QPushButton[role="row"]:hover { background: @hover; }
QPushButton[role="row"]:focus { border: 1px solid @accent; }
QToolButton[role="quiet"] { border: 1px solid transparent; padding: 2px; background: transparent;
              min-height: 14px; color: @mutedText; }
QToolButton[role="quiet"]:hover { background: @hover; color: @text; }
QToolButton[role="quiet"]:focus { border: 1px solid @accent; }
QToolButton[role="quiet"]:disabled { color: @disabled; }
QToolButton[role="handle"] { border: 1px solid transparent; border-radius: 3px; padding: 0;
              background: transparent; min-height: 14px; max-height: 14px; min-width: 16px; }
QToolButton[role="handle"]:hover { background: @hover; }
QToolButton[role="handle"]:focus { border: 1px solid @accent; }
QToolButton[popupMode="1"] { padding-right: 24px; }
QToolButton[popupMode="2"] { padding-right: 22px; }
QToolButton::menu-button { border: none; width: 20px; }
QToolButton::menu-arrow, QToolButton::menu-indicator { image: url(:/icons/chevron-@mode.svg);
              width: 10px; height: 10px; subcontrol-position: right center; right: 6px;
              subcontrol-origin: padding; }
QToolButton[role="quiet"]::menu-indicator { image: none; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @mutedText; border: none; padding: 4px 12px;
              border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar[away="true"]::tab:selected { color: @mutedText; border-bottom: 2px solid transparent; }
QTabBar::tab:focus { color: @chipText; }

QFileDialog QToolButton { padding: 2px; min-height: 0; }

QToolButton[role="segment"] { border: 1px solid @hairline; border-radius: 0; padding: 3px 6px;
              min-height: 16px; color: @mutedText; margin-left: -1px; }
QToolButton[role="segment"][place="first"] { border-top-left-radius: 6px;
              border-bottom-left-radius: 6px; margin-left: 0; }
QToolButton[role="segment"][place="last"] { border-top-right-radius: 6px;
              border-bottom-right-radius: 6px; }
QToolButton[role="segment"][place="only"] { border-radius: 6px; margin-left: 0; }
QToolButton[role="segment"]:checked { background: @chip; color: @chipText; font-weight: 600; }
QToolButton[role="segment"]:focus { border: 1px solid @accent; color: @text; }
QToolButton[role="segment"]:checked:focus { color: @chipText; }

QLineEdit, QAbstractSpinBox, QComboBox { background: @field; border: 1px solid @hairline;
              border-radius: 6px; padding: 2px 8px; min-height: 18px; }
QComboBox { padding: 2px 0 2px 6px; combobox-popup: 0; }
QLineEdit[role="search"] { min-height: 24px; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: @mutedText; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border: 1px solid @accent; }
QLineEdit[invalid="true"] { border: 1px solid @warning; background: @warningGround; }
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: @disabled; }
QSpinBox::up-button, QSpinBox::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 17px; }
QComboBox::down-arrow { image: url(:/icons/chevron-@mode.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 4px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: @chip; color: @chipText; }
QComboBox QAbstractItemView { background: @panel; border: 1px solid @hairline; padding: 4px;
              selection-background-color: @chip; selection-color: @chipText; }
QCheckBox { spacing: 8px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid @mutedText; border-radius: 4px;
              background: @field; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
              image: url(:/icons/check-@mode.svg); }
QCheckBox::indicator:focus { border: 2px solid @accent; }
QCheckBox::indicator:checked:focus { border: 2px solid @text; }

QSlider { min-height: 18px; max-height: 18px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @hairline; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: @accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
              border: 2px solid @accent; background: @panel; }
QSlider::handle:horizontal:hover { background: @chip; }
QSlider::handle:horizontal:focus { background: @accent; border: 2px solid @text; }
QSlider::sub-page:horizontal:disabled { background: @mutedText; }
QSlider::handle:horizontal:disabled { border-color: @mutedText; }

QTableView, QListView, QTreeView, QTextEdit, QPlainTextEdit, QTextBrowser { background: @panel;
              border: none; gridline-color: @hairline; }
QTableView::item { border-bottom: 1px solid @hairline; padding: 0 4px; }
QTableView::item:selected { background: @chip; color: @chipText; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTreeView::item { padding: 4px 6px; }
QTreeView::item:selected { background: @chip; color: @chipText; }
QTreeView::item:disabled { color: @disabled; }
QFrame[role="list"] { background: @panel; border: 1px solid transparent; }
QFrame[role="list"]:focus { border: 1px solid @accent; border-radius: 4px; }
QTableView:focus { border: 1px solid @accent; border-radius: 4px; }
QHeaderView { background: @panel; }
QHeaderView::section { background: @panel; color: @mutedText; border: none;
              border-bottom: 1px solid @hairline; padding: 4px; font-size: @small; }
QTableCornerButton::section { background: @panel; border: none; }
QProgressBar { background: @hairline; border: none; border-radius: 3px; max-height: 6px;
              min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: @mutedText; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QDockWidget { titlebar-close-icon: none; }
QDockWidget::title { background: @panel; padding: 6px 12px; text-align: left; }
QMainWindow::separator { background: @hairline; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: transparent; }
)";

QColor mix(const QColor& a, const QColor& b, double share) {
  const auto part = [share](int x, int y) { return static_cast<int>(x + (y - x) * share); };
  return {part(a.red(), b.red()), part(a.green(), b.green()), part(a.blue(), b.blue())};
}

/// Forgets what the item, and all in it, worked out of sizes that are no more.
void workOutAnew(QLayoutItem& item) {  // NOLINT(misc-no-recursion): as deep as layouts are nested
  item.invalidate();
  if (const auto* layout = item.layout())
    for (int i = 0; i < layout->count(); ++i) workOutAnew(*layout->itemAt(i));
}

}  // namespace

QString styleSheet(const Theme& theme) {
  // Longer words first: "@accentHover" begins with "@accent".
  const std::array<std::pair<const char*, QString>, 19> tokens{{
      {"@warningGround", theme.warningGround.name()},
      {"@accentHover", mix(theme.accent, theme.text, 0.12).name()},
      {"@mutedText", theme.mutedText.name()},
      {"@disabled", mix(theme.mutedText, theme.panel, 0.35).name()},
      {"@hairline", theme.hairline.name()},
      {"@onAccent", theme.onAccent.name()},
      {"@chipText", theme.chipText.name()},
      {"@warning", theme.warning.name()},
      {"@scroll", mix(theme.hairline, theme.mutedText, 0.35).name()},
      {"@accent", theme.accent.name()},
      {"@window", theme.window.name()},
      {"@panel", theme.panel.name()},
      {"@hover", mix(theme.panel, theme.hairline, 0.5).name()},
      {"@field", theme.window.name()},
      {"@chip", theme.chip.name()},
      {"@small", QStringLiteral("%1px").arg(plotFont().pixelSize())},
      {"@mode", theme.isDark ? "dark" : "light"},
      {"@text", theme.text.name()},
      {"@grid", theme.grid.name()},
  }};
  QString sheet = QString::fromUtf8(kSheet);
  for (const auto& [word, value] : tokens) sheet.replace(QLatin1String(word), value);
  return sheet;
}

QPalette palette(const Theme& theme) {
  QPalette colours;
  colours.setColor(QPalette::Window, theme.window);
  colours.setColor(QPalette::WindowText, theme.text);
  colours.setColor(QPalette::Base, theme.panel);
  colours.setColor(QPalette::AlternateBase, theme.window);
  colours.setColor(QPalette::Text, theme.text);
  colours.setColor(QPalette::Button, theme.panel);
  colours.setColor(QPalette::ButtonText, theme.text);
  colours.setColor(QPalette::BrightText, theme.warning);
  colours.setColor(QPalette::Highlight, theme.accent);
  colours.setColor(QPalette::HighlightedText, theme.onAccent);
  colours.setColor(QPalette::ToolTipBase, theme.panel);
  colours.setColor(QPalette::ToolTipText, theme.text);
  colours.setColor(QPalette::PlaceholderText, theme.mutedText);
  colours.setColor(QPalette::Link, theme.accent);
  colours.setColor(QPalette::Mid, theme.hairline);
  colours.setColor(QPalette::Dark, theme.hairline);
  colours.setColor(QPalette::Light, theme.panel);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    colours.setColor(QPalette::Disabled, role, mix(theme.mutedText, theme.panel, 0.35));
  return colours;
}

ThemeChoice chosenTheme() {
  return static_cast<ThemeChoice>(QSettings().value(QStringLiteral("theme"), 0).toInt());
}

bool systemIsDark() {
  // An application palette of our own hides the desktop's; without one, the desktop's shows.
  const auto own = QApplication::palette();
  QApplication::setPalette(QPalette());
  const auto system = QApplication::palette();
  QApplication::setPalette(own);
  return system.color(QPalette::Window).lightness() <
         system.color(QPalette::WindowText).lightness();
}

/// Fonts that were set on a widget do not follow the application's.
void rescaleFonts(double before) {
  const double by = typeScale() / before;
  for (auto* widget : QApplication::allWidgets()) {
    QFont font = widget->font();
    const bool ownSize =
        widget->testAttribute(Qt::WA_SetFont) && (font.resolveMask() & QFont::SizeResolved) != 0;
    if (!ownSize || font.pixelSize() <= 0) continue;
    font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * by)));
    widget->setFont(font);
    // What a style sheet puts back when it is changed is the font that it saw first.
    constexpr auto kSeen = "_q_styleSheetWidgetFont";
    if (widget->property(kSeen).isValid()) widget->setProperty(kSeen, font);
  }
}

void applyTypeScale(double scale) {
  const double before = typeScale();
  if (scale == before) return;
  setTypeScale(scale);
  rescaleFonts(before);
  applyTheme(chosenTheme());
  // Layouts of pages that are not to be seen hear nothing of it, and would hold the window wide.
  for (const auto* widget : QApplication::allWidgets())
    if (auto* layout = widget->layout()) workOutAnew(*layout);
}

void applyTheme(ThemeChoice choice) {
  static const bool styled = [] {
    useResources();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return true;
  }();
  Q_UNUSED(styled)
  const bool dark = choice == ThemeChoice::System ? systemIsDark() : choice == ThemeChoice::Dark;
  Theme::setCurrent(dark);
  QApplication::setFont(bodyFont());
  QApplication::setPalette(palette(Theme::current()));
  QToolTip::setFont(bodyFont());
  qApp->setStyleSheet(styleSheet(Theme::current()));
}

}  // namespace telegrad::ui
