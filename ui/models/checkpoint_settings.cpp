// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/checkpoint_settings.h"

#include <QSettings>

#include "core/experiment/checkpoint_parameters.h"

namespace telegrad::ui {
namespace {

QString placeOf(const std::string& key) {
  return QStringLiteral("checkpoints/") + QString::fromStdString(key);
}

}  // namespace

Settings checkpointSettings() {
  const QSettings stored;
  const auto parameters = checkpointParameters();
  Values values;
  for (const auto& parameter : parameters) {
    const auto text = stored.value(placeOf(parameter.key)).toString().toStdString();
    if (text.empty()) continue;
    if (const auto value = parseValue(parameter, text)) values[parameter.key] = *value;
  }
  const auto settings = Settings::from(parameters, values);
  return settings ? *settings : *Settings::from(parameters);
}

void saveCheckpointSettings(const Values& values) {
  QSettings stored;
  for (const auto& parameter : checkpointParameters())
    if (const auto found = values.find(parameter.key); found != values.end())
      stored.setValue(placeOf(parameter.key),
                      QString::fromStdString(formatValue(parameter, found->second)));
}

}  // namespace telegrad::ui
