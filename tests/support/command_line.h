// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QtTest>

namespace telegrad::test {

/// How a process ended and what it said.
struct Outcome {
  int status = -1;  ///< -1: it crashed, or did not end in time
  QString out;
  QString err;
};

inline Outcome outcomeOf(QProcess& process) {
  constexpr int kPatience = 120000;
  if (!process.waitForFinished(kPatience)) process.kill();
  process.waitForFinished();
  const bool ended = process.exitStatus() == QProcess::NormalExit;
  return {ended ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
          QString::fromUtf8(process.readAllStandardError())};
}

inline Outcome run(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  return outcomeOf(process);
}

/// `program` under a shell's command, which may say "$0" "$@" for it and its arguments.
inline Outcome runInShell(const QString& command, const QString& program,
                          const QStringList& arguments) {
  return run("/bin/sh", QStringList{"-c", command, program} + arguments);
}

/// That it ended so, and said each of these on standard error.
inline void verifyWords(const Outcome& outcome, int status, const QStringList& words) {
  QVERIFY2(outcome.status == status,
           qPrintable(QString::number(outcome.status) + ": " + outcome.err));
  for (const auto& word : words) QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
}

}  // namespace telegrad::test
