// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shipped_experiments.h"

#include <vector>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "core/experiment/experiment_file.h"

namespace telegrad::ui {
namespace {

const auto kShippedFolder = QStringLiteral(":/experiments");

std::vector<ShippedExperiment> readShipped() {
  std::vector<ShippedExperiment> all;
  const QDir shipped(kShippedFolder);
  for (const auto& name : shipped.entryList({QStringLiteral("*.toml")}, QDir::Files, QDir::Name)) {
    QFile file(shipped.filePath(name));
    if (!file.open(QIODevice::ReadOnly)) continue;
    auto read = parseExperiment(file.readAll().toStdString(), name.toStdString());
    if (read) all.push_back({QFileInfo(name).completeBaseName().toStdString(), *std::move(read)});
  }
  return all;
}

}  // namespace

std::span<const ShippedExperiment> shippedExperiments() {
  static const auto all = readShipped();
  return all;
}

QString shippedFile(const ShippedExperiment& shipped) {
  return kShippedFolder + QStringLiteral("/%1.toml").arg(QString::fromStdString(shipped.name));
}

}  // namespace telegrad::ui
