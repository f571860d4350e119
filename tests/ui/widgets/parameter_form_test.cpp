// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/parameter_form.h"

#include <string>
#include <vector>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QtTest>

#include "core/experiment/catalogues.h"

using telegrad::Parameter;
using telegrad::Settings;
using telegrad::Value;
using telegrad::ui::ParameterForm;

namespace {

const std::vector<Parameter> kParameters{
    {.key = "on", .label = "On", .unit = "", .help = "A flag.", .kind = telegrad::Flag{false}},
    {.key = "count",
     .label = "Count",
     .unit = "",
     .help = "A number.",
     .kind = telegrad::Integer{3, 1, 5000}},
    {.key = "rate",
     .label = "Rate",
     .unit = "bit/s",
     .help = "A rate.",
     .kind = telegrad::Real{1e6, 1e3, 1e10, telegrad::Scale::Log}},
    {.key = "word",
     .label = "Word",
     .unit = "",
     .help = "A word.",
     .kind = telegrad::Choice{"a", {"a", "b"}, {"First", "Second"}}}};

Settings initial(const std::vector<Parameter>& parameters) {
  return *Settings::from(parameters);
}

/// Another value than the initial one, at the far end of what is allowed.
Value other(const Parameter& parameter) {
  if (const auto* flag = std::get_if<telegrad::Flag>(&parameter.kind)) return !flag->initial;
  if (const auto* whole = std::get_if<telegrad::Integer>(&parameter.kind))
    return whole->initial == whole->max ? whole->min : whole->max;
  if (const auto* real = std::get_if<telegrad::Real>(&parameter.kind))
    return real->initial == real->max ? real->min : real->max;
  if (std::holds_alternative<telegrad::Text>(parameter.kind))
    return std::string("1 s to 2.5 s: 3 Mbit/s");
  return std::get<telegrad::Choice>(parameter.kind).options.back();
}

}  // namespace

class ParameterFormTest : public QObject {
  Q_OBJECT
 private slots:
  void everyKindHasItsEditor();
  void unitsAreRead();
  void whatIsNoValueStaysAndIsExplained();
  void editsAreTold();
  void conditionsMayBeOfNumbers();
  void everyParameterThereIsGoesInAndComesBack_data();
  void everyParameterThereIsGoesInAndComesBack();
};

void ParameterFormTest::everyKindHasItsEditor() {
  const ParameterForm form(kParameters, initial(kParameters));
  QVERIFY(qobject_cast<QCheckBox*>(form.field("on")->editor()) != nullptr);
  QVERIFY(qobject_cast<QSpinBox*>(form.field("count")->editor()) != nullptr);
  QVERIFY(qobject_cast<QLineEdit*>(form.field("rate")->editor()) != nullptr);
  const auto* combo = qobject_cast<QComboBox*>(form.field("word")->editor());
  QVERIFY(combo != nullptr);
  QCOMPARE(combo->itemText(1), QStringLiteral("Second"));
  for (const auto* field : form.fields()) {
    QVERIFY(field->editor()->toolTip().startsWith(QString::fromStdString(field->parameter().help)));
    QCOMPARE(field->editor()->accessibleName(), QString::fromStdString(field->parameter().label));
  }
  QVERIFY(form.field("nothing") == nullptr);
}

void ParameterFormTest::unitsAreRead() {
  ParameterForm form(kParameters, initial(kParameters));
  auto* line = qobject_cast<QLineEdit*>(form.field("rate")->editor());
  line->setText(QStringLiteral("2.5 Gbit/s"));
  emit line->editingFinished();
  QCOMPARE(std::get<double>(form.field("rate")->value()), 2.5e9);
  QCOMPARE(line->text(), QStringLiteral("2.5 Gbit/s"));
}

void ParameterFormTest::whatIsNoValueStaysAndIsExplained() {
  ParameterForm form(kParameters, initial(kParameters));
  QSignalSpy edited(&form, &ParameterForm::edited);
  auto* field = form.field("rate");
  auto* line = qobject_cast<QLineEdit*>(field->editor());
  for (const auto* wrong : {"fast", "1 furlong", "1 Tbit/s"}) {
    line->setText(QString::fromLatin1(wrong));
    emit line->editingFinished();
    QCOMPARE(line->text(), QString::fromLatin1(wrong));
    QVERIFY(!field->isValid());
    QCOMPARE(std::get<double>(field->value()), 1e6);
  }
  QCOMPARE(edited.count(), 0);
  line->setText(QStringLiteral("1 Mbit/s"));
  emit line->editingFinished();
  QVERIFY(field->isValid());
}

void ParameterFormTest::editsAreTold() {
  ParameterForm form(kParameters, initial(kParameters));
  std::vector<std::pair<std::string, Value>> heard;
  connect(&form, &ParameterForm::edited, this,
          [&](const std::string& key, const Value& value) { heard.emplace_back(key, value); });
  form.setValues({{"count", Value{std::int64_t{9}}}});
  QVERIFY(heard.empty());
  qobject_cast<QCheckBox*>(form.field("on")->editor())->click();
  qobject_cast<QSpinBox*>(form.field("count")->editor())->setValue(7);
  qobject_cast<QComboBox*>(form.field("word")->editor())->setCurrentIndex(1);
  const std::vector<std::pair<std::string, Value>> expected{
      {"on", true}, {"count", std::int64_t{7}}, {"word", std::string("b")}};
  QVERIFY(heard == expected);
}

void ParameterFormTest::conditionsMayBeOfNumbers() {
  auto parameters = kParameters;
  parameters[2].onlyWith = telegrad::Condition{"count", "1", true};
  ParameterForm form(parameters, initial(parameters));
  QVERIFY(!form.field("rate")->isHidden());
  qobject_cast<QSpinBox*>(form.field("count")->editor())->setValue(1);
  QVERIFY(form.field("rate")->isHidden());
  form.setValues({{"count", Value{std::int64_t{2}}}});
  QVERIFY(!form.field("rate")->isHidden());
}

void ParameterFormTest::everyParameterThereIsGoesInAndComesBack_data() {
  QTest::addColumn<int>("slot");
  QTest::addColumn<int>("entry");
  const auto all = telegrad::experimentSlots();
  for (std::size_t s = 0; s < all.size(); ++s)
    for (std::size_t e = 0; e < all[s].entries.size(); ++e)
      QTest::newRow((all[s].key + "/" + all[s].entries[e].key).c_str())
          << static_cast<int>(s) << static_cast<int>(e);
}

void ParameterFormTest::everyParameterThereIsGoesInAndComesBack() {
  QFETCH(int, slot);
  QFETCH(int, entry);
  const auto& parameters = telegrad::experimentSlots()[static_cast<std::size_t>(slot)]
                               .entries[static_cast<std::size_t>(entry)]
                               .parameters;
  ParameterForm form(parameters, initial(parameters));
  QVERIFY(form.values() == initial(parameters).values());
  telegrad::Values changed;
  for (const auto& parameter : parameters) changed[parameter.key] = other(parameter);
  form.setValues(changed);
  QVERIFY(form.values() == changed);
  for (const auto* field : form.fields())
    if (const auto* line = qobject_cast<const QLineEdit*>(field->editor())) {
      const auto read = parseValue(field->parameter(), line->text().toStdString());
      QVERIFY2(read && *read == field->value(), qPrintable(line->text()));
    }
}

QTEST_MAIN(ParameterFormTest)
#include "parameter_form_test.moc"
