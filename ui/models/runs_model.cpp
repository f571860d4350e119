// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iterator>
#include <utility>

#include "ui/models/number_format.h"
#include "ui/models/runs_data.h"

namespace telegrad::ui {
namespace {

RunState stateOf(const std::string& name) {
  for (const auto state : {RunState::Finished, RunState::Diverged, RunState::Failed})
    if (stateName(state) == name) return state;
  return RunState::Stopped;  // also what was interrupted
}

}  // namespace

QString branchName(const Run& run) {
  return RunsModel::tr("%1 from %2")
      .arg(QString::fromStdString(run.experiment.name()), grouped(run.branch->iteration));
}

RunsModel::RunsModel(QObject* parent)
    : QAbstractTableModel(parent),
      data_(std::make_unique<Data>()) {}

RunsModel::~RunsModel() = default;

int RunsModel::count() const {
  return static_cast<int>(data_->rows.size());
}

const Run& RunsModel::at(int row) const {
  return data_->rows.at(static_cast<std::size_t>(row))->run;
}

const Run* RunsModel::byId(int id) const {
  const RunRow* row = data_->find(id);
  return row == nullptr ? nullptr : &row->run;
}

const Run* RunsModel::current() const {
  const RunRow* row = data_->current();
  return row == nullptr ? nullptr : &row->run;
}

double RunsModel::target() const {
  return data_->target.accuracy;
}

AccuracyMetric RunsModel::targetMetric() const {
  return data_->target.metric;
}

std::optional<Record> RunsModel::reached(int row) const {
  return data_->rows.at(static_cast<std::size_t>(row))->reached;
}

int RunsModel::add(Experiment experiment, std::filesystem::path folder) {
  Run run;
  run.name = QString::fromStdString(experiment.name());
  run.experiment = std::move(experiment);
  run.folder = std::move(folder);
  return insert(std::move(run));
}

int RunsModel::add(const StoredRun& stored) {
  Run run;
  run.name = QString::fromStdString(stored.experiment.name());
  run.state = stateOf(stored.state);
  for (const auto& note : stored.notes) {
    if (!run.message.isEmpty()) run.message += '\n';
    run.message += QString::fromStdString(note);
  }
  run.experiment = stored.experiment;
  run.folder = stored.folder;
  run.changes = stored.changes;
  std::ranges::copy_if(stored.events, std::back_inserter(run.notes),
                       [](const JournalEvent& event) { return event.event == "note"; });
  run.branch = branchPointOf(stored.events);
  if (run.branch) run.name = branchName(run);
  for (const auto& record : stored.records) run.series.append(record);
  run.confusion = stored.confusion;
  if (!run.series.evaluations().empty())
    run.confusionAt = run.series.at(run.series.evaluations().back()).iteration;
  return insert(std::move(run));
}

int RunsModel::insert(Run&& run) {
  auto row = std::make_unique<RunRow>();
  row->run = std::move(run);
  row->run.id = data_->nextId++;
  row->run.colour = data_->freeColour();
  row->run.name = data_->freeName(row->run.name);
  row->look(data_->target);
  const int id = row->run.id;
  // One read back while another trains does not come into focus when that one ends.
  const RunRow* inFocus = data_->current();
  const bool comesIntoFocus =
      trains(row->run.state) || inFocus == nullptr || !trains(inFocus->run.state);
  const auto place = placeOf(row->run);
  beginInsertRows({}, static_cast<int>(place), static_cast<int>(place));
  data_->rows.insert(data_->rows.begin() + static_cast<std::ptrdiff_t>(place), std::move(row));
  endInsertRows();
  if (comesIntoFocus) data_->chosen = id;
  emit runAdded(id);
  announceCurrent();
  return id;
}

void RunsModel::rowChanged(int id) {
  const int row = data_->rowOf(id);
  if (row >= 0) emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RunsModel::announceCurrent() {
  const RunRow* row = data_->current();
  const int id = row == nullptr ? 0 : row->run.id;
  if (id == data_->announced) return;
  data_->announced = id;
  emit currentChanged(id);
}

void RunsModel::append(int id, std::vector<Sample>&& samples) {
  RunRow* row = data_->find(id);
  if (row == nullptr || samples.empty()) return;
  Run& run = row->run;
  const auto from = static_cast<int>(run.series.size());
  for (auto& sample : samples) {
    run.series.append(sample.record);
    run.spans.append(sample);
    run.remaining.add(sample.record);
    if (sample.confusion != nullptr) {
      run.confusion = sample.confusion;
      run.confusionAt = sample.record.iteration;
    }
    run.changes.insert(run.changes.end(), sample.changes.begin(), sample.changes.end());
    run.notes.insert(run.notes.end(), sample.notes.begin(), sample.notes.end());
    if (sample.layers.empty()) continue;
    run.layers = sample.layers;
    run.layersAt = sample.record.iteration;
  }
  const bool before = row->reached.has_value();
  for (const auto& sample : samples) {
    if (!row->reached && data_->target.isReachedBy(sample.record)) row->reached = sample.record;
  }
  const auto added = static_cast<int>(samples.size());
  std::move(samples.begin(), samples.end(), std::back_inserter(run.recent));
  if (run.recent.size() > Run::kRecent)
    run.recent.erase(run.recent.begin(),
                     run.recent.end() - static_cast<std::ptrdiff_t>(Run::kRecent));
  emit samplesAppended(id, from, added);
  if (row->reached.has_value() != before) rowChanged(id);
}

void RunsModel::setState(int id, RunState state, const QString& message) {
  RunRow* row = data_->find(id);
  if (row == nullptr || (row->run.state == state && row->run.message == message)) return;
  row->run.state = state;
  row->run.message = message;
  rowChanged(id);
  emit appearanceChanged(id);
  announceCurrent();
}

void RunsModel::setInfo(int id, const RunInfo& info) {
  RunRow* row = data_->find(id);
  if (row == nullptr) return;
  row->run.info = info;
  emit infoArrived(id);
}

void RunsModel::setFolder(int id, const std::filesystem::path& folder) {
  if (RunRow* row = data_->find(id)) row->run.folder = folder;
}

void RunsModel::setCurrent(int id) {
  if (data_->find(id) == nullptr) return;
  data_->chosen = id;
  announceCurrent();
}

void RunsModel::rename(int id, const QString& name) {
  RunRow* row = data_->find(id);
  const QString trimmed = name.trimmed();
  if (row == nullptr || trimmed.isEmpty() || row->run.name == trimmed) return;
  row->run.name = trimmed;
  rowChanged(id);
  emit appearanceChanged(id);
}

void RunsModel::setVisible(int id, bool visible) {
  RunRow* row = data_->find(id);
  if (row == nullptr || row->run.visible == visible) return;
  row->run.visible = visible;
  rowChanged(id);
  emit appearanceChanged(id);
}

void RunsModel::setColour(int id, int colour) {
  RunRow* row = data_->find(id);
  if (row == nullptr || colour < 0 || row->run.colour == colour) return;
  row->run.colour = colour;
  rowChanged(id);
  emit appearanceChanged(id);
}

void RunsModel::setTarget(double accuracy) {
  setTarget(Target{accuracy, targetMetric()});
}

void RunsModel::setTarget(const Target& target) {
  const Target wanted{std::clamp(target.accuracy, 0.0, 1.0), target.metric};
  if (wanted == data_->target) return;
  const bool otherMetric = wanted.metric != targetMetric();
  data_->target = wanted;
  for (const auto& row : data_->rows) {
    row->look(wanted);
  }
  if (count() > 0) emit dataChanged(index(0, 0), index(count() - 1, ColumnCount - 1));
  emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
  if (otherMetric) emit targetMetricChanged();
  emit targetChanged(wanted.accuracy);
}

void RunsModel::remove(int id) {
  const int row = data_->rowOf(id);
  if (row < 0) return;
  const auto position = static_cast<std::size_t>(row);
  beginRemoveRows({}, row, row);
  data_->removed[id] = {std::move(data_->rows[position]), position};
  data_->rows.erase(data_->rows.begin() + row);
  endRemoveRows();
  emit runRemoved(id);
  announceCurrent();
}

void RunsModel::restore(int id) {
  const auto found = data_->removed.find(id);
  if (found == data_->removed.end()) return;
  auto [row, position] = std::move(found->second);
  data_->removed.erase(found);
  position = std::min(position, data_->rows.size());
  row->look(data_->target);  // the target may have moved meanwhile
  beginInsertRows({}, static_cast<int>(position), static_cast<int>(position));
  data_->rows.insert(data_->rows.begin() + static_cast<std::ptrdiff_t>(position), std::move(row));
  endInsertRows();
  emit runAdded(id);
  announceCurrent();
}

}  // namespace telegrad::ui
