// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTemporaryDir>

namespace telegrad::test {

/// What the window keeps of a user goes into a folder of this process's own, which goes with it.
/// To be called before the application is made, as initMain() is.
inline void useOwnHome() {
  static const QTemporaryDir home;
  qputenv("XDG_DATA_HOME", home.path().toUtf8());
  qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
  qputenv("XDG_STATE_HOME", home.path().toUtf8());
}

}  // namespace telegrad::test
