// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped experiment, shortened and on generated digits, still gives the bits it gave when
// tests/golden/signatures.txt was written. How that file is changed stands in its head.
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include <QtTest>

#include "core/experiment/training_run.h"
#include "core/nn/model.h"
#include "tests/support/shortened.h"

using namespace telegrad;
namespace fs = std::filesystem;

namespace {

const fs::path kExperiments = TELEGRAD_EXPERIMENTS;
const fs::path kGolden = TELEGRAD_GOLDEN;

/// The lines of a golden file without its head, by their first word.
std::map<std::string, std::string> readGolden(const std::string& name) {
  std::map<std::string, std::string> lines;
  std::ifstream file(kGolden / name);
  for (std::string line; std::getline(file, line);)
    if (!line.empty() && line.front() != '#') lines[line.substr(0, line.find(' '))] = line;
  return lines;
}

struct Trained {
  std::string sha256;
  std::int64_t rounds = 0;
  std::int64_t iterations = 0;
  std::string uploads;  ///< of each iteration, with a blank before each
};

Trained train(const std::string& name) {
  const auto experiment = test::shortened(kExperiments / (name + ".toml"));
  RunOptions options;
  options.data = test::dataOf(experiment);
  TrainingRun run(experiment, options);
  Trained trained;
  for (bool over = false; !over; std::this_thread::yield()) {
    over = run.finished();
    for (auto sample = run.poll(); sample; ++trained.iterations, sample = run.poll())
      trained.uploads += ' ' + std::to_string(sample->record.uploads);
  }
  if (run.state() != RunState::Finished) qFatal("%s", run.summary().message.c_str());
  trained.sha256 = run.summary().weightsSha256;
  trained.rounds = run.summary().last.rounds;
  return trained;
}

/// The same, once for each experiment.
const Trained& trained(const std::string& name) {
  static std::map<std::string, Trained> all;
  auto found = all.find(name);
  if (found == all.end()) found = all.emplace(name, train(name)).first;
  return found->second;
}

void compare(const std::map<std::string, std::string>& golden, const std::string& file,
             const std::string& key, const std::string& line) {
  const auto found = golden.find(key);
  const auto said = found == golden.end() ? std::string("no line") : found->second;
  const auto message = "changed on purpose? tests/golden/" + file + " has\n  " + said +
                       "\nand would need\n  " + line;
  QVERIFY2(said == line, message.c_str());
}

}  // namespace

class GoldenTest : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void weightsAreTheSignedOnes_data();
  void weightsAreTheSignedOnes();
  void nothingSignedIsGone();
  void sasgUploadsAsItDid();
};

void GoldenTest::initTestCase() {
  const QString kernels = QString::fromStdString(kernelVersion());
  QVERIFY2(kernels.contains("sse41"),
           qPrintable("the signatures are of SSE4.1 kernels, these are " + kernels +
                      "; set ONEDNN_MAX_CPU_ISA=SSE41, as ctest does"));
}

void GoldenTest::weightsAreTheSignedOnes_data() {
  QTest::addColumn<QString>("name");
  for (const auto& entry : fs::directory_iterator(kExperiments)) {
    if (entry.path().extension() != ".toml") continue;
    const auto name = QString::fromStdString(entry.path().stem().string());
    QTest::newRow(qPrintable(name)) << name;
  }
}

void GoldenTest::weightsAreTheSignedOnes() {
  QFETCH(QString, name);
  const auto key = name.toStdString();
  compare(readGolden("signatures.txt"), "signatures.txt", key,
          key + " " + std::to_string(trained(key).iterations) + " " + trained(key).sha256);
}

void GoldenTest::nothingSignedIsGone() {
  for (const auto& [name, line] : readGolden("signatures.txt"))
    QVERIFY2(fs::exists(kExperiments / (name + ".toml")), line.c_str());
}

void GoldenTest::sasgUploadsAsItDid() {
  const auto& sasg = trained("sasg-mnist");
  const auto golden = readGolden("sasg_uploads.txt");
  compare(golden, "sasg_uploads.txt", "rounds", "rounds " + std::to_string(sasg.rounds));
  compare(golden, "sasg_uploads.txt", "uploads", "uploads" + sasg.uploads);
}

QTEST_APPLESS_MAIN(GoldenTest)
#include "golden_test.moc"
