// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <vector>

#include <QWidget>

#include "core/base/parameter.h"
#include "ui/widgets/parameter_field.h"

namespace telegrad::ui {

/// What a user may do with a parameter.
enum class Access { Free, Locked, Hidden };

/// What a locked field says when it is pointed at.
QString lockedWords();

/// A form made from a list of parameters alone: a row with label and field for each.
class ParameterForm : public QWidget {
  Q_OBJECT

 public:
  /// `settings` has a value for each of the parameters, and for those that are not in the form, but
  /// that one of them means something with.
  ParameterForm(std::span<const Parameter> parameters, const Settings& settings,
                QWidget* parent = nullptr);

  Values values() const;
  /// Shows other values; keys that are not in the form are passed over. No signal.
  void setValues(const Values& values);
  /// Locks fields, and leaves rows out; all are free to begin with.
  void setAccess(const std::function<Access(const std::string& key)>& access);
  /// The field of a key, or nothing.
  ParameterField* field(std::string_view key) const;
  const std::vector<ParameterField*>& fields() const { return fields_; }

 signals:
  void edited(const std::string& key, const telegrad::Value& value);

 private:
  /// Hides the rows whose condition the choices beside them do not meet.
  void showWhatApplies();
  /// What is chosen of a parameter that has no field.
  std::string choiceOf(const std::string& key) const;

  Settings settings_;
  std::vector<ParameterField*> fields_;
  std::vector<QWidget*> labels_;  // of the fields, in the same order
  std::vector<Access> access_;    // likewise
};

}  // namespace telegrad::ui
