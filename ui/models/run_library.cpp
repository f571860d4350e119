// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_library.h"

#include <algorithm>
#include <set>
#include <utility>

#include <QSettings>

#include "ui/models/entry_name.h"

namespace telegrad::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBatch = 32;
const auto kFoldersKey = QStringLiteral("library/folders");
const auto kShownKey = QStringLiteral("library/shown");

QString folderText(const fs::path& folder) {
  return QString::fromStdString(folder.string());
}

/// What is said of a run in its list entry, for searching.
QString searchedText(const RunListing& listing) {
  QStringList words{QString::fromStdString(listing.name()),
                    QString::fromStdString(listing.experiment.name()),
                    QString::fromStdString(formatTags(listing.notes.tags)),
                    QString::fromStdString(listing.notes.note),
                    QString::fromStdString(listing.summary.state),
                    folderText(listing.folder)};
  for (const char* slot : {"dataset", "partition", "model", "algorithm", "compressor", "network"})
    if (isNeeded(listing.experiment, slot)) words << entryName(listing.experiment, slot);
  return words.join(QLatin1Char('\n')).toLower();
}

}  // namespace

RunLibrary::RunLibrary(fs::path own, QObject* parent)
    : QAbstractTableModel(parent),
      own_(std::move(own)) {
  thread_.setMaxThreadCount(1);
}

RunLibrary::~RunLibrary() {
  ++question_;  // nobody waits for an answer any more
  thread_.waitForDone();
}

int RunLibrary::rowOf(int id) const {
  const auto found = std::ranges::find(runs_, id, &LibraryRun::id);
  return found == runs_.end() ? -1 : static_cast<int>(found - runs_.begin());
}

const LibraryRun* RunLibrary::byId(int id) const {
  const int row = rowOf(id);
  return row < 0 ? nullptr : &at(row);
}

const LibraryRun* RunLibrary::byFolder(const fs::path& folder) const {
  const auto found =
      std::ranges::find(runs_, folder, [](const LibraryRun& run) { return run.listing.folder; });
  return found == runs_.end() ? nullptr : &*found;
}

QStringList RunLibrary::tags() const {
  std::set<QString> all;
  for (const auto& run : runs_)
    for (const auto& tag : run.listing.notes.tags) all.insert(QString::fromStdString(tag));
  return {all.begin(), all.end()};
}

QStringList RunLibrary::folders() const {
  return QSettings().value(kFoldersKey).toStringList();
}

void RunLibrary::addFolder(const fs::path& folder) {
  std::error_code error;
  const auto whole = fs::absolute(folder, error).lexically_normal();
  const auto text = folderText(error ? folder : whole);
  auto all = folders();
  const bool covered = std::ranges::any_of(all + QStringList(folderText(own_)), [&](const auto& f) {
    return text == f || text.startsWith(f + QLatin1Char('/'));
  });
  if (!covered) QSettings().setValue(kFoldersKey, all << text);
  refresh();
}

void RunLibrary::forgetFolder(const QString& folder) {
  auto all = folders();
  if (all.removeAll(folder) == 0) return;
  QSettings().setValue(kFoldersKey, all);
  refresh();
}

void RunLibrary::refresh() {
  std::vector<fs::path> all{own_};
  for (const auto& folder : folders()) all.emplace_back(folder.toStdString());
  reading_ = true;
  const int question = ++question_;
  thread_.start([this, question, all = std::move(all)] { read(question, all); });
}

/// On the thread that reads.
void RunLibrary::read(int question, const std::vector<fs::path>& folders) {
  std::vector<fs::path> found;
  QStringList problems;
  std::vector<RunListing> batch;
  const auto send = [&] {
    QMetaObject::invokeMethod(
        this, [this, question, sent = std::exchange(batch, {})] { take(question, sent); });
  };
  for (const auto& folder : folders) {
    for (auto& run : runFoldersIn(folder)) {
      if (question != question_) return;
      auto listing = readListing(run);
      if (!listing) {
        problems << QString::fromStdString(listing.error().message);
        continue;
      }
      found.push_back(std::move(run));
      batch.push_back(*std::move(listing));
      if (batch.size() == kBatch) send();
    }
  }
  send();
  QMetaObject::invokeMethod(this, [=, this] { finish(question, problems, found); });
}

void RunLibrary::take(int question, std::vector<RunListing> listings) {
  if (question != question_) return;
  for (auto& listing : listings) put(std::move(listing));
}

void RunLibrary::put(RunListing&& listing) {
  const auto* there = byFolder(listing.folder);
  LibraryRun run;
  if (there != nullptr) {
    run.id = there->id;
    run.colour = there->colour;
    run.shown = there->shown;
    // Written down after the folder was read, or not yet.
    if (annotatedDuring_[run.id] == question_) listing.notes = there->listing.notes;
  } else {
    run.id = nextId_++;
  }
  run.listing = std::move(listing);
  run.name = QString::fromStdString(run.listing.name());
  run.searched = searchedText(run.listing);
  run.colour = run.listing.notes.colour.value_or(run.colour);
  if (there != nullptr) {
    const int row = rowOf(run.id);
    const bool grows =
        there->shown && there->listing.summary.last.iteration != run.listing.summary.last.iteration;
    runs_[static_cast<std::size_t>(row)] = std::move(run);
    rowChanged(row);
    if (grows) emit grew(at(row).id);
    return;
  }
  beginInsertRows({}, count(), count());
  runs_.push_back(std::move(run));
  endInsertRows();
}

void RunLibrary::finish(int question, const QStringList& problems,
                        const std::vector<fs::path>& found) {
  if (question != question_) return;
  const std::set<fs::path> there(found.begin(), found.end());
  const auto before = shown_.size();
  for (int row = count() - 1; row >= 0; --row) {
    if (there.contains(at(row).listing.folder)) continue;
    std::erase(shown_, at(row).id);
    beginRemoveRows({}, row, row);
    runs_.erase(runs_.begin() + row);
    endRemoveRows();
  }
  reading_ = false;
  problems_ = problems;
  if (shown_.size() != before) emit shownChanged();
  recallShown();
  emit refreshed();
}

void RunLibrary::rememberShown() const {
  QStringList all;
  for (const int id : shown_) all << folderText(byId(id)->listing.folder);
  QSettings().setValue(kShownKey, all);
}

void RunLibrary::recallShown() {
  if (std::exchange(recalled_, true)) return;
  std::vector<int> ids;
  for (const auto& folder : QSettings().value(kShownKey).toStringList())
    if (const auto* run = byFolder(folder.toStdString())) ids.push_back(run->id);
  setShown(ids, true);
}

void RunLibrary::rowChanged(int row) {
  emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

/// The lowest colour that no shown run has.
int RunLibrary::freeColour() const {
  for (int colour = 0;; ++colour)
    if (std::ranges::none_of(runs_,
                             [&](const auto& run) { return run.shown && run.colour == colour; }))
      return colour;
}

void RunLibrary::setShown(const std::vector<int>& ids, bool shown) {
  bool changed = false;
  for (const int id : ids) {
    const int row = rowOf(id);
    if (row < 0 || at(row).shown == shown) continue;
    auto& run = runs_[static_cast<std::size_t>(row)];
    if (shown && !run.listing.notes.colour) run.colour = freeColour();
    run.shown = shown;
    if (shown)
      shown_.push_back(id);
    else
      std::erase(shown_, id);
    rowChanged(row);
    changed = true;
  }
  if (!changed) return;
  if (recalled_) rememberShown();
  emit shownChanged();
}

void RunLibrary::showOnly(const std::vector<int>& ids) {
  std::vector<int> others;
  for (const int id : shown_)
    if (std::ranges::find(ids, id) == ids.end()) others.push_back(id);
  setShown(others, false);
  setShown(ids, true);
}

void RunLibrary::annotate(const std::vector<int>& ids,
                          const std::function<void(RunNotes&)>& change) {
  for (const int id : ids) {
    const int row = rowOf(id);
    if (row < 0) continue;
    auto& run = runs_[static_cast<std::size_t>(row)];
    auto notes = run.listing.notes;
    change(notes);
    if (notes == run.listing.notes) continue;
    run.listing.notes = notes;
    annotatedDuring_[id] = question_;
    run.name = QString::fromStdString(run.listing.name());
    run.searched = searchedText(run.listing);
    run.colour = notes.colour.value_or(run.colour);
    rowChanged(row);
    thread_.start([this, folder = run.listing.folder, notes = std::move(notes)] {
      const auto written = writeNotes(folder, notes);
      if (written) return;
      const auto message = QString::fromStdString(written.error().message);
      QMetaObject::invokeMethod(this, [this, message] { emit refused(message); });
    });
  }
  emit annotated();
}

}  // namespace telegrad::ui
