// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <stop_token>
#include <vector>

#include <QObject>
#include <QThreadPool>

#include "core/metrics/decimation.h"
#include "ui/plots/curve_options.h"

namespace telegrad::ui {

/// What a curve of the library shows.
enum class LibraryY : std::uint8_t {
  TrainingLoss,
  TestLoss,
  TestAccuracy,
  Top5Accuracy,
  Suboptimality
};

const Quantity& core(LibraryY y);
QString title(LibraryY y);        ///< "Training loss", "Test accuracy, %"
bool isAccuracy(LibraryY y);      ///< shown in per cent, on a linear axis
bool isPerIteration(LibraryY y);  ///< and not only where evaluated

/// One quantity over another, as a file's rows become a line.
struct CurveChoice {
  XQuantity x = XQuantity::PayloadBits;
  LibraryY y = LibraryY::TrainingLoss;
  bool xLog = true;
  double smoothing = 0.3;  ///< of the training loss; see smoothingSpan()
  bool yLog() const { return !isAccuracy(y); }
  bool operator==(const CurveChoice&) const = default;
};

using LinePointer = std::shared_ptr<const DecimatedLine>;

/// The line of a run folder's rows: smoothed over its iterations as RunCurves does, and ready to be
/// drawn at any zoom. Takes as long as reading the file. Errors: as readColumns().
Result<LinePointer> readLine(const std::filesystem::path& folder, const CurveChoice& choice,
                             const std::stop_token& stop = {});

/// The curves of the runs that are shown, read and thinned out once for each choice, on other
/// threads; a line is never changed, so that any thread may draw it.
/// Threads: the window's.
class LibraryCurves : public QObject {
  Q_OBJECT

 public:
  explicit LibraryCurves(QObject* parent = nullptr);
  ~LibraryCurves() override;
  Q_DISABLE_COPY_MOVE(LibraryCurves)

  /// These are to be there, and no others. What is there already stays; the rest is read.
  void want(const std::vector<std::filesystem::path>& folders, const CurveChoice& choice);
  /// One has grown: it is read anew when it is wanted again.
  void forget(const std::filesystem::path& folder) { lines_.erase(folder); }

  /// Null: not read yet, or it cannot be.
  LinePointer line(const std::filesystem::path& folder) const;
  int waiting() const { return waiting_; }  ///< for so many lines

 signals:
  void arrived();
  void failed(const QString& message);

 private:
  void read(const std::filesystem::path& folder);

  struct Slot {
    LinePointer line;  // null while it is read
    int question = 0;
  };
  CurveChoice choice_;
  std::map<std::filesystem::path, Slot> lines_;
  int question_ = 0;
  int waiting_ = 0;
  std::stop_source stop_;
  QThreadPool threads_;
};

}  // namespace telegrad::ui
