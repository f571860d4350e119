// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/data_fetch.h"

#include <chrono>

#include <QMetaObject>

#include "core/data/dataset.h"
#include "core/data/download.h"
#include "ui/widgets/text.h"

namespace telegrad::ui {
namespace {

constexpr std::chrono::milliseconds kBetweenReports{100};

DataState stateOf(const Entry<DatasetSource>& entry, const DataFolders& folders) {
  DataState state;
  state.key = text(entry.key);
  state.name = translated(entry.name);
  state.canFetch = !remotesOf(entry.key).empty();
  if (!state.canFetch) {
    state.isThere = true;
    state.where = translated(entry.summary);
    return state;
  }
  // Really read: a file that is there but broken is no dataset.
  const auto settings = Settings::from(entry.parameters);
  if (!settings) return state;
  const auto dataset = entry.make(*settings)->load(folders);
  state.isThere = dataset.has_value();
  state.where = text(dataset ? dataset->origin : dataset.error().message);
  return state;
}

}  // namespace

DataFetch::DataFetch(std::optional<std::filesystem::path> folder, QObject* parent)
    : QObject(parent),
      folder_(std::move(folder)) {}

DataFetch::~DataFetch() = default;

QString DataFetch::target() const {
  const auto folders = DataFolders::resolve(folder_);
  return folders && !folders->searched.empty() ? text(folders->searched.front().string())
                                               : QString();
}

bool DataFetch::isPublished(const QString& key) {
  return !remotesOf(key.toStdString()).empty();
}

void DataFetch::cancel() {
  thread_.request_stop();
}

void DataFetch::look() {
  if (busy_) return;
  busy_ = true;
  thread_ = std::jthread([this, folder = folder_](const std::stop_token& stop) {
    const auto folders = DataFolders::resolve(folder);
    for (const auto& entry : datasets()) {
      if (stop.stop_requested()) return;
      if (folders)
        QMetaObject::invokeMethod(this,
                                  [this, state = stateOf(entry, *folders)] { emit found(state); });
    }
    QMetaObject::invokeMethod(this, [this] {
      busy_ = false;
      emit idle();
    });
  });
}

void DataFetch::fetch(const QString& key, const QString& from) {
  const auto remotes = remotesOf(key.toStdString());
  const auto target = this->target();
  if (busy_ || remotes.empty() || target.isEmpty()) {
    emit ended(key,
               busy_ ? tr("Another transfer is going on.") : tr("There is nowhere to put it."));
    return;
  }
  busy_ = true;
  FetchOptions options;
  options.folder = target.toStdString();
  if (!from.isEmpty()) options.from = from.toStdString();
  options.progress =
      [this, next = std::chrono::steady_clock::time_point{}](const FetchProgress& now) mutable {
        const auto time = std::chrono::steady_clock::now();
        if (time < next) return;
        next = time + kBetweenReports;
        QMetaObject::invokeMethod(this, [this, now] {
          emit progressed(text(now.file), text(now.from), static_cast<double>(now.done),
                          static_cast<double>(now.total));
        });
      };
  thread_ = std::jthread([this, remotes, options, key](const std::stop_token& stop) {
    const auto done = telegrad::fetch(remotes, options, stop);
    QMetaObject::invokeMethod(this,
                              [this, key, error = done ? QString() : text(done.error().message)] {
                                busy_ = false;
                                emit ended(key, error);
                              });
  });
}

}  // namespace telegrad::ui
