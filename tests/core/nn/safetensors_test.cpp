// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/safetensors.h"

#include <cmath>
#include <limits>

#include <QTemporaryDir>
#include <QtTest>

using namespace telegrad;

namespace {

const Layout kLayout{{.name = "a.weight", .shape = {2, 3}, .offset = 0},
                     {.name = "a.bias", .shape = {2}, .offset = 6}};
const FloatVector kValues{1, -2, 3.5F, 0, 1e-30F, -1e30F, 7, 8};

QByteArray littleEndian(quint64 value) {
  QByteArray bytes;
  for (int i = 0; i < 8; ++i) bytes.append(static_cast<char>(value >> (8 * i)));
  return bytes;
}

QByteArray bytesOf(std::span<const float> values) {
  return {reinterpret_cast<const char*>(values.data()),
          static_cast<qsizetype>(values.size_bytes())};
}

QByteArray fileOf(const QByteArray& header, const QByteArray& data) {
  return littleEndian(static_cast<quint64>(header.size())) + header + data;
}

}  // namespace

class SafetensorsTest : public QObject {
  Q_OBJECT
 private slots:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
    QVERIFY(folder_->isValid());
  }
  void whatIsWrittenIsRead();
  void theFormatIsThePublishedOne();
  void orderAndExtrasDoNotMatter();
  void refuses_data();
  void refuses();
  void refusesAMissingFile();
  void sayWhenItCannotWrite();

 private:
  std::filesystem::path path() const { return folder_->filePath("w").toStdString(); }
  bool put(const QByteArray& bytes) const {
    QFile file(folder_->filePath("w"));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

void SafetensorsTest::whatIsWrittenIsRead() {
  QVERIFY(writeSafetensors(path(), kLayout, kValues));
  const auto read = readSafetensors(path(), kLayout);
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QVERIFY(*read == kValues);
}

void SafetensorsTest::theFormatIsThePublishedOne() {
  QVERIFY(writeSafetensors(path(), kLayout, kValues));
  QFile file(folder_->filePath("w"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray expected = R"({"a.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},)"
                              R"("a.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}})";
  const auto size = (expected.size() + 7) / 8 * 8;
  QCOMPARE(file.readAll(), littleEndian(static_cast<quint64>(size)) + expected.leftJustified(size) +
                               bytesOf(kValues));
}

void SafetensorsTest::orderAndExtrasDoNotMatter() {
  const QByteArray header =
      R"({"__metadata__":{"format":"pt"},"n":{"dtype":"I64","shape":[],"data_offsets":[8,16]},)"
      R"("a.bias":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
      R"("a.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[16,40]}})";
  const std::span<const float> values(kValues);
  QVERIFY(put(
      fileOf(header, bytesOf(values.last(2)) + QByteArray(8, '\1') + bytesOf(values.first(6)))));
  const auto read = readSafetensors(path(), kLayout);
  QVERIFY2(read, read ? "" : read.error().message.c_str());
  QVERIFY(*read == kValues);
}

void SafetensorsTest::refuses_data() {
  QTest::addColumn<QByteArray>("file");
  QTest::addColumn<QStringList>("words");
  const QByteArray header = R"({"a.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]},)"
                            R"("a.bias":{"dtype":"F32","shape":[2],"data_offsets":[24,32]}})";
  const auto data = bytesOf(kValues);
  const auto with = [&](const char* from, const char* to) {
    auto changed = header;
    changed.replace(from, to);
    return fileOf(changed, data);
  };
  const auto row = [](const char* name, const QByteArray& file, const QStringList& words) {
    QTest::newRow(name) << file << words;
  };
  row("nothing", {}, {"0 bytes", "8 and more"});
  row("half a length", QByteArray(5, '\0'), {"5 bytes"});
  row("a header beyond the file", littleEndian(1000) + header, {"1000 bytes", "allowed"});
  row("a header of all memory", littleEndian(~quint64{0}) + header, {"18446744073709551615"});
  row("no JSON", fileOf("{]", data), {"not a JSON object"});
  row("JSON, but no object", fileOf("[1]", data), {"not a JSON object"});
  row("deep JSON", fileOf(QByteArray(100000, '['), data), {"not a JSON object"});
  row("truncated data", fileOf(header, data.chopped(1)), {"31 bytes of data", "beyond the end"});
  row("bytes left over", fileOf(header, data + "x"), {"33 bytes of data", "gaps"});
  row("an overlap", with("[24,32]", "[20,32]"), {"overlaps"});
  row("backwards", with("[24,32]", "[32,24]"), {"a.bias", "end before they begin"});
  row("a negative offset", with("[24,32]", "[-8,32]"), {"a.bias", "whole numbers"});
  row("one offset", with("[24,32]", "[24]"), {"a.bias", "data_offsets"});
  row("no shape", with(R"("shape":[2],)", ""), {"a.bias", "no shape"});
  row("another shape", with("[2,3]", "[3,2]"), {"a.weight", "[3, 2]", "[2, 3]"});
  row("a huge shape", with("[2,3]", "[18446744073709551615,3]"), {"a.weight", "allowed: [2, 3]"});
  row("half precision", with("F32", "F16"), {"a.weight", "F16", "F32"});
  row("another name", with("a.bias", "b.bias"), {"no tensor a.bias"});
  row("too few bytes", with("[24,32]", "[24,28]"), {"data"});
  row("an entry that is none", fileOf(R"({"a.weight":3})", data), {"a.weight", "no object"});
  auto nan = kValues;
  nan[7] = std::numeric_limits<float>::quiet_NaN();
  row("no number", fileOf(header, bytesOf(nan)), {"a.bias", "not finite"});
}

void SafetensorsTest::refuses() {
  QFETCH(QByteArray, file);
  QFETCH(QStringList, words);
  QVERIFY(put(file));
  const auto read = readSafetensors(path(), kLayout);
  QVERIFY(!read);
  const auto message = QString::fromStdString(read.error().message);
  QVERIFY2(message.startsWith(folder_->filePath("w")), qPrintable(message));
  for (const auto& word : words) QVERIFY2(message.contains(word), qPrintable(message));
}

void SafetensorsTest::refusesAMissingFile() {
  const auto read = readSafetensors(path(), kLayout);
  QVERIFY(!read);
  QVERIFY(read.error().message.find(path().string()) != std::string::npos);
}

void SafetensorsTest::sayWhenItCannotWrite() {
  const auto written = writeSafetensors(path() / "no" / "folder", kLayout, kValues);
  QVERIFY(!written);
  QVERIFY(written.error().message.find("cannot write") != std::string::npos);
}

QTEST_APPLESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
