// SPDX-License-Identifier: GPL-3.0-or-later
// What is kept of a run is the same after it was read and written again, byte for byte, whatever it
// is: RapidCheck (librapidcheck-dev) makes the experiments, journals, rows and weights, always the
// same ones.
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

#include <QTemporaryDir>
#include <QtTest>

#ifdef TELEGRAD_HAS_RAPIDCHECK
#include <rapidcheck.h>

#include "core/experiment/experiment_file.h"
#include "core/experiment/files.h"
#include "core/experiment/journal_text.h"
#include "core/metrics/csv.h"
#include "core/metrics/quantities.h"
#include "core/nn/safetensors.h"
#include "tests/support/random_experiments.h"
#include "tests/support/same_bits.h"

using namespace telegrad;

class RoundTripsTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { qputenv("RC_PARAMS", "seed=20020 max_success=200"); }
  void experiments();
  void journals();
  void rows();
  void weights();

 private:
  QTemporaryDir folder_;
};

namespace {

Random someRandom() {
  return {*rc::gen::arbitrary<std::uint64_t>(), Purpose::Test};
}

/// Any bits that are a number.
double someNumber() {
  const auto number = std::bit_cast<double>(*rc::gen::arbitrary<std::uint64_t>());
  return std::isfinite(number) ? number : 0.5;
}

std::string textOf(const std::vector<JournalEntry>& entries) {
  std::string text;
  for (const auto& entry : entries)
    text += std::visit([](const auto& what) { return journalLine(what); }, entry.what) + '\n';
  return text;
}

/// A record after `before`: axis quantities do not fall, the others are anything or nothing.
Record someRecord(const Record& before) {
  Record record;
  for (const auto& quantity : quantities()) {
    if (const auto* whole = std::get_if<std::int64_t Record::*>(&quantity.field)) {
      const auto more = *rc::gen::inRange<std::int64_t>(0, std::int64_t{1} << 40U);
      record.** whole = quantity.axis ? before.**whole + more : more;
    } else {
      const auto field = std::get<double Record::*>(quantity.field);
      if (quantity.axis)
        record.*field = before.*field + *rc::gen::inRange(0, 1000) / 7.0;
      else
        record.*field = *rc::gen::inRange(0, 3) == 0 ? Record::kNone : someNumber();
    }
  }
  return record;
}

}  // namespace

void RoundTripsTest::experiments() {
  QVERIFY(rc::check("an experiment's file", [] {
    auto random = someRandom();
    const auto experiment = test::randomExperiment(random);
    const auto saved = formatExperiment(experiment);
    const auto loaded = parseExperiment(saved, "a.toml");
    RC_ASSERT(loaded.has_value());
    RC_ASSERT(*loaded == experiment);
    RC_ASSERT(formatExperiment(*loaded) == saved);
    // What is whole is sound.
    const auto sound = parseSoundExperiment(saved, "a.toml");
    RC_ASSERT(sound.has_value() && sound->notes.empty() && sound->experiment == experiment);
  }));
}

void RoundTripsTest::journals() {
  QVERIFY(rc::check("a journal", [] {
    auto random = someRandom();
    const auto experiment = test::randomExperiment(random);
    std::vector<JournalEntry> entries;
    for (auto& change : test::randomChanges(experiment, random)) {
      entries.push_back({0, std::move(change)});
      if (random.below(3) != 0) continue;
      entries.push_back(
          {0, JournalEvent{static_cast<std::int64_t>(random.below(1U << 31U)),
                           random.below(2) == 0 ? "note" : "paused", "\"ä\"\n\t\\ <b>"}});
    }
    const auto saved = textOf(entries);
    const auto loaded = parseEntries(saved, "journal.jsonl", experiment);
    RC_ASSERT(loaded.has_value());
    RC_ASSERT(textOf(*loaded) == saved);
    const auto sound = parseSoundEntries(saved, "journal.jsonl", experiment);
    RC_ASSERT(sound.notes.empty() && textOf(sound.entries) == saved);
  }));
}

void RoundTripsTest::rows() {
  QVERIFY(rc::check("the rows of a run", [] {
    std::vector<Record> records;
    const auto count = *rc::gen::inRange(0, 20);
    for (int i = 0; i < count; ++i)
      records.push_back(someRecord(records.empty() ? Record() : records.back()));
    auto saved = csvHeader();
    for (const auto& record : records) appendCsvRow(saved, record);
    const auto loaded = parseCsv(saved, "iterations.csv");
    RC_ASSERT(loaded.has_value() && loaded->notes.empty());
    RC_ASSERT(loaded->records.size() == records.size());
    auto again = csvHeader();
    for (const auto& record : loaded->records) appendCsvRow(again, record);
    RC_ASSERT(again == saved);
    for (std::size_t i = 0; i < records.size(); ++i)
      RC_ASSERT(test::sameBits(loaded->records[i], records[i]));
  }));
}

void RoundTripsTest::weights() {
  const auto path = std::filesystem::path(folder_.path().toStdString());
  QVERIFY(rc::check("weights as safetensors", [&] {
    Layout layout;
    std::size_t size = 0;
    const auto tensors = *rc::gen::inRange(1, 5);
    for (int i = 0; i < tensors; ++i) {
      const std::int64_t rows = *rc::gen::inRange(1, 9);
      const std::int64_t columns = *rc::gen::inRange(1, 9);
      layout.push_back({.name = "t" + std::to_string(i), .shape = {rows, columns}, .offset = size});
      size += static_cast<std::size_t>(rows * columns);
    }
    FloatVector values(size);
    for (auto& value : values) {
      value = std::bit_cast<float>(*rc::gen::arbitrary<std::uint32_t>());
      if (!std::isfinite(value)) value = -0.0F;
    }
    RC_ASSERT(writeSafetensors(path / "a", layout, values).has_value());
    const auto loaded = readSafetensors(path / "a", layout);
    RC_ASSERT(loaded.has_value());
    RC_ASSERT(writeSafetensors(path / "b", layout, *loaded).has_value());
    RC_ASSERT(*readFile(path / "a") == *readFile(path / "b"));
  }));
}
#else

class RoundTripsTest : public QObject {
  Q_OBJECT
 private slots:
  void everything() {
    QSKIP("RapidCheck (librapidcheck-dev) was not there when this was built: nothing to try");
  }
};

#endif

QTEST_APPLESS_MAIN(RoundTripsTest)
#include "round_trips_test.moc"
