// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <thread>

#include <QObject>

namespace telegrad::ui {

/// A dataset in the table of data.
struct DataState {
  QString key;
  QString name;
  bool canFetch = false;  ///< published files; else it is generated
  bool isThere = false;
  QString where;  ///< its origin, or what is missing
};

/// Looks for datasets and fetches them, on a thread of its own; answers in signals, in the
/// window's.
class DataFetch : public QObject {
  Q_OBJECT

 public:
  explicit DataFetch(std::optional<std::filesystem::path> folder, QObject* parent = nullptr);
  /// Cancels, and waits for the transfer to notice.
  ~DataFetch() override;
  Q_DISABLE_COPY_MOVE(DataFetch)

  bool isBusy() const { return busy_; }
  /// found() follows for each dataset, then idle().
  void look();
  /// `from` empty: the publishers' mirrors. progressed() and ended() follow.
  void fetch(const QString& key, const QString& from);
  void cancel();
  /// True for a dataset that its publishers serve: it can be fetched.
  static bool isPublished(const QString& key);
  /// Where downloads go. Empty: nowhere can be written, the message of ended() says so.
  QString target() const;

 signals:
  void found(const telegrad::ui::DataState& state);
  void idle();
  void progressed(const QString& file, const QString& from, double done, double total);
  void ended(const QString& key, const QString& error);  ///< error empty: it is there

 private:
  std::optional<std::filesystem::path> folder_;
  bool busy_ = false;
  std::jthread thread_;  // last, so that it ends before what it uses goes
};

}  // namespace telegrad::ui
