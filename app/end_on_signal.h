// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace telegrad {

/// SIGTERM and SIGINT end the program as closing its window does: the session is saved, a run in
/// hand keeps what it has. A second signal is the system's to carry out.
///
/// One object, after the QApplication. The handler only writes to a pipe; the event loop reads it.
class EndOnSignal : public QObject {
 public:
  explicit EndOnSignal(QObject* parent = nullptr);
};

}  // namespace telegrad
