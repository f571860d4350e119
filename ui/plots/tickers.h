// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace telegrad::ui {

/// Ticks at round values, labelled with SI prefixes from a hundred thousand on: 0.5, 1,500, "2.5
/// G".
class SiTicker : public QCPAxisTicker {
 public:
  explicit SiTicker(bool whole = false);

 protected:
  double getTickStep(const QCPRange& range) override;
  QString getTickLabel(double tick, const QLocale&, QChar, int) override;

 private:
  bool whole_;  ///< of a count: no ticks between whole numbers
};

/// Ticks of a logarithmic axis: powers of ten where there are several in the range ("10⁹"; plain
/// between 0.001 and 1,000), else 1, 2 and 5 times powers of ten, else round values.
class LogTicker : public QCPAxisTicker {
 public:
  explicit LogTicker(int mostTicks);

  void generate(const QCPRange& range, const QLocale& locale, QChar formatChar, int precision,
                QVector<double>& ticks, QVector<double>* subTicks,
                QVector<QString>* tickLabels) override;

 private:
  int most_;
};

}  // namespace telegrad::ui
