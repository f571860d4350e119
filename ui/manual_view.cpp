// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual_view.h"

#include <algorithm>
#include <cmath>

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextTable>

#include "ui/widgets/formula.h"
#include "ui/widgets/theme.h"

namespace telegrad::ui {
namespace {

constexpr int kPageMargin = 28;
constexpr int kRenderDelay = 120;  // milliseconds

QString withoutComments(QString markdown) {
  static const QRegularExpression comment(QStringLiteral("<!--.*?-->\\n?"),
                                          QRegularExpression::DotMatchesEverythingOption);
  return markdown.remove(comment);
}

QString withFormulasInWords(QString markdown) {
  static const QRegularExpression formula(
      QStringLiteral("!\\[([^\\]]*)\\]\\([^)]*formulas/[^)]*\\.svg\\)"));
  return markdown.replace(formula, QStringLiteral("*\\1*"));
}

bool isFenced(const QTextBlock& block) {
  return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
         block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

bool isFormula(const QTextBlock& block) {
  const auto format = block.begin().fragment().charFormat();
  return format.isImageFormat() && format.toImageFormat().name().contains(u"formulas/");
}

/// Markdown has no table without a head; ours that need none have an empty one.
bool hasEmptyHead(const QTextTable& table) {
  for (int column = 0; column < table.columns(); ++column)
    if (table.cellAt(0, column).firstCursorPosition() !=
        table.cellAt(0, column).lastCursorPosition())
      return false;
  return table.rows() > 1;
}

}  // namespace

ManualView::ManualView(QWidget* parent) : QTextBrowser(parent) {
  setOpenLinks(false);
  setAccessibleName(tr("Page of the manual"));
  setFrameShape(QFrame::NoFrame);
  document()->setUndoRedoEnabled(false);
  document()->setDocumentMargin(kPageMargin);
  again_.setSingleShot(true);
  again_.setInterval(kRenderDelay);
  connect(&again_, &QTimer::timeout, this, &ManualView::renew);
}

void ManualView::setPage(const Manual::Page& page) {
  setExtraSelections({});
  page_ = page;
  renew();
  verticalScrollBar()->setValue(0);
}

void ManualView::renew() {
  again_.stop();
  const auto* bar = verticalScrollBar();
  const double place = bar->maximum() > 0 ? static_cast<double>(bar->value()) / bar->maximum() : 0;
  auto font = bodyFont();
  font.setPixelSize(font.pixelSize() * zoom_ / 100);
  document()->setDefaultFont(font);
  auto markdown = withoutComments(page_.markdown);
  if (inWords_) markdown = withFormulasInWords(markdown);
  document()->setMarkdown(markdown, QTextDocument::MarkdownDialectGitHub);
  dressBlocks();
  dressTables();
  findHeadings();
  verticalScrollBar()->setValue(static_cast<int>(std::lround(place * bar->maximum())));
}

/// In the order in which the model has them, and so with the same anchors.
void ManualView::findHeadings() {
  anchors_.clear();
  auto section = page_.sections.begin();
  for (auto block = document()->begin(); block.isValid(); block = block.next()) {
    if (block.blockFormat().headingLevel() < 2 || section == page_.sections.end()) continue;
    anchors_[section->anchor] = block.position();
    ++section;
  }
}

void ManualView::dressBlocks() {
  const auto& theme = Theme::current();
  const int size = QFontInfo(document()->defaultFont()).pixelSize();
  QTextCursor cursor(document());
  for (auto block = document()->begin(); block.isValid(); block = block.next()) {
    auto format = block.blockFormat();
    const bool fenced = isFenced(block);
    if (fenced) {
      format.setBackground(theme.window);
      format.setLeftMargin(size);
      format.setNonBreakableLines(false);
    } else if (format.headingLevel() > 1) {
      format.setTopMargin(1.4 * size);
      format.setBottomMargin(0.5 * size);
    } else if (block.textList() == nullptr && QTextCursor(block).currentTable() == nullptr) {
      format.setBottomMargin(0.8 * size);
      format.setLineHeight(125, QTextBlockFormat::ProportionalHeight);
    }
    // A line that is a picture or a formula alone has the height that it needs.
    if (block.length() == 2 && block.text().at(0) == QChar::ObjectReplacementCharacter) {
      format.setLineHeight(100, QTextBlockFormat::SingleHeight);
      if (isFormula(block)) format.setLeftMargin(size);
    }
    cursor.setPosition(block.position());
    cursor.setBlockFormat(format);
    if (!fenced) continue;
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    QTextCharFormat letters;
    letters.setFontFamilies({QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
    cursor.mergeCharFormat(letters);
  }
}

void ManualView::dressTables() {
  const auto& theme = Theme::current();
  for (auto* frame : document()->rootFrame()->childFrames()) {
    auto* table = qobject_cast<QTextTable*>(frame);
    if (table == nullptr) continue;
    if (hasEmptyHead(*table)) table->removeRows(0, 1);
    auto format = table->format();
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(theme.hairline);
    format.setCellPadding(5);
    format.setCellSpacing(0);
    format.setTopMargin(space::kSmall);
    format.setBottomMargin(space::kMedium);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table->setFormat(format);
  }
}

bool ManualView::showAnchor(const QString& anchor) {
  const auto found = anchors_.constFind(anchor);
  const bool is = found != anchors_.constEnd();
  auto cursor = textCursor();
  cursor.setPosition(is ? *found : 0);
  setTextCursor(cursor);
  const auto block = document()->findBlock(cursor.position());
  const auto top = document()->documentLayout()->blockBoundingRect(block).top();
  verticalScrollBar()->setValue(is ? static_cast<int>(top) - space::kMedium : 0);
  return is;
}

void ManualView::mark(const QString& anchor, const QString& word) {
  showAnchor(anchor);
  if (word.isEmpty() || !find(word)) return;
  // Seen also while something else has the focus.
  QTextEdit::ExtraSelection here;
  here.cursor = textCursor();
  here.format.setBackground(Theme::current().accent);
  here.format.setForeground(Theme::current().onAccent);
  setExtraSelections({here});
}

void ManualView::setZoom(int percent) {
  if (percent == zoom_) return;
  zoom_ = percent;
  renew();
}

void ManualView::setInWords(bool inWords) {
  inWords_ = inWords;
  renew();
}

QVariant ManualView::loadResource(int type, const QUrl& name) {
  if (type != QTextDocument::ImageResource) return {};
  const auto path = QDir::cleanPath(page_.file.section(u'/', 0, -2) + u'/' + name.path());
  if (!path.section(u'/', -2).startsWith(QStringLiteral("formulas/"))) return picture(path);
  const auto formula = Formula::find(path.section(u'/', -1).section(u'.', 0, 0));
  if (!formula) return {};
  const double wide = viewport()->width() - 2.0 * kPageMargin - space::kSmall;
  // Its letters are smaller than the text's at the same size, and thinner.
  const double wanted = 1.25 * QFontInfo(document()->defaultFont()).pixelSize();
  const double em = std::min(wanted, wide / formula->size(1.0).width());
  return formula->image(em, palette().color(QPalette::Text), devicePixelRatioF());
}

QImage ManualView::picture(const QString& path) const {
  QImage image(path);
  if (image.isNull()) return image;
  const auto scale = devicePixelRatioF();
  const int wide = std::max(
      80, static_cast<int>(scale * (viewport()->width() - 2 * kPageMargin - space::kSmall)));
  if (image.width() > wide) image = image.scaledToWidth(wide, Qt::SmoothTransformation);
  image.setDevicePixelRatio(scale);
  return image;
}

void ManualView::resizeEvent(QResizeEvent* event) {
  QTextBrowser::resizeEvent(event);
  if (!page_.name.isEmpty()) again_.start();
}

void ManualView::changeEvent(QEvent* event) {
  QTextBrowser::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && !page_.name.isEmpty()) again_.start();
}

}  // namespace telegrad::ui
