// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sharing/figure_file.h"

#include <QtTest>

using namespace telegrad;

namespace {

/// The published 67 bytes of a PNG of one pixel: IHDR, IDAT and IEND.
const QByteArray kPixel = QByteArray::fromHex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082");
const std::string kSvg =
    "<?xml version=\"1.0\"?>\n<svg width=\"1mm\"><desc>a &lt; b</desc></svg>\n";
const std::string kText = "{\"a\":\"<b> & 'd' \\u00e4\\n\",\"e\":[1,2]}";

/// CRC-32 bit by bit, as PNG's specification words it.
quint32 bitwiseCrc(const QByteArray& bytes) {
  quint32 crc = ~0U;
  for (const char byte : bytes) {
    crc ^= static_cast<quint8>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0);
  }
  return ~crc;
}

std::string fileOf(const QString& kind, const std::string& text) {
  if (kind == "PNG") return *carryInPng(kPixel.toStdString(), text);
  if (kind == "SVG") return *carryInSvg(kSvg, text);
  return "%PDF-1.4\n1 0 obj\n<< /Type /Metadata >>\nstream\n" + xmpPacket(text, "A < B") +
         "endstream\nendobj\n";
}

void kinds() {
  QTest::addColumn<QString>("kind");
  for (const char* kind : {"PNG", "SVG", "PDF"}) QTest::newRow(kind) << kind;
}

}  // namespace

class FigureFileTest : public QObject {
  Q_OBJECT
 private slots:
  void theTextComesBack_data() { kinds(); }
  void theTextComesBack();
  void thePngStaysOne();
  void theSvgAndTheXmpAreXml_data();
  void theSvgAndTheXmpAreXml();
  void noCutFileGivesAText_data() { kinds(); }
  void noCutFileGivesAText();
  void aFlippedBitInAPngIsFound();
  void refuses_data();
  void refuses();
  void refusesToCarryInWhatIsNone();
};

void FigureFileTest::theTextComesBack() {
  QFETCH(QString, kind);
  for (const std::string& text : {kText, std::string(), std::string(100000, '&')}) {
    const auto read = carriedText(fileOf(kind, text), "a");
    QVERIFY2(read, read ? "" : read.error().message.c_str());
    QCOMPARE(*read, text);
  }
}

/// Walked through by its specification alone: chunks that follow each other to the end, each with
/// the checksum of its type and data; what was there before is there still, in its order.
void FigureFileTest::thePngStaysOne() {
  const auto png = QByteArray::fromStdString(fileOf("PNG", kText));
  QCOMPARE(png.first(8), kPixel.first(8));
  QStringList types;
  qsizetype at = 8;
  while (at < png.size()) {
    const auto length = qFromBigEndian<quint32>(png.constData() + at);
    const auto typeAndData = png.mid(at + 4, 4 + length);
    QCOMPARE(qFromBigEndian<quint32>(png.constData() + at + 8 + length), bitwiseCrc(typeAndData));
    types << QString::fromLatin1(typeAndData.first(4));
    if (types.last() == "tEXt")
      QCOMPARE(typeAndData.mid(4), QByteArray("Telegrad\0", 9) + QByteArray::fromStdString(kText));
    at += 12 + length;
  }
  QCOMPARE(at, png.size());
  QCOMPARE(types, QStringList({"IHDR", "tEXt", "IDAT", "IEND"}));
}

void FigureFileTest::theSvgAndTheXmpAreXml_data() {
  QTest::addColumn<QString>("xml");
  QTest::newRow("SVG") << QString::fromStdString(fileOf("SVG", kText));
  QTest::newRow("XMP") << QString::fromStdString(xmpPacket(kText, "A < B & \"C\""));
}

void FigureFileTest::theSvgAndTheXmpAreXml() {
  QFETCH(QString, xml);
  QXmlStreamReader reader(xml);
  QString text;
  while (!reader.atEnd())
    if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"runs")
      text = reader.readElementText();
  QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
  QCOMPARE(text, QString::fromStdString(kText));
}

void FigureFileTest::noCutFileGivesAText() {
  QFETCH(QString, kind);
  const auto whole = fileOf(kind, kText);
  const auto begin = kind == "PNG" ? whole.find("Telegrad") : whole.find("<telegrad:runs");
  const auto end = kind == "PNG" ? whole.find("IDAT") - 4 : whole.find("</telegrad:runs>") + 16;
  for (std::size_t size = 0; size < end; ++size) {
    const auto read = carriedText(std::string_view(whole).substr(0, size), "cut.png");
    QVERIFY2(!read, qPrintable(QString::number(size)));
    QVERIFY(read.error().message.starts_with("cut.png: "));
    if (size > begin + 16)
      QVERIFY2(read.error().message.find("damaged") != std::string::npos,
               read.error().message.c_str());
  }
}

void FigureFileTest::aFlippedBitInAPngIsFound() {
  const auto whole = fileOf("PNG", kText);
  const auto begin = whole.find(kText);
  for (std::size_t at = begin; at < begin + kText.size() + 4; ++at) {
    auto damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    const auto read = carriedText(damaged, "a.png");
    QVERIFY2(!read && read.error().message.find("checksum") != std::string::npos,
             qPrintable(QString::number(at)));
  }
}

void FigureFileTest::refuses_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("word");
  QTest::newRow("nothing") << QByteArray() << "neither";
  QTest::newRow("text") << QByteArray("hello") << "neither";
  QTest::newRow("a page that shows an SVG")
      << QByteArray("<html><svg></svg></html>") << "carries no experiment";
  QTest::newRow("a PNG without") << kPixel << "carries no experiment";
  QTest::newRow("an SVG without") << QByteArray::fromStdString(kSvg) << "carries no experiment";
  QTest::newRow("a PDF without") << QByteArray("%PDF-1.7\nstartxref\n0\n%%EOF") << "carries no";
  auto huge = kPixel.first(33) + QByteArray::fromHex("ffffffff") + "tEXtTelegrad";
  QTest::newRow("a chunk of 4 GiB") << huge << "cut short";
  huge = kPixel.first(8) + QByteArray::fromHex("7fffffff");
  QTest::newRow("a length alone") << huge << "cut short";
  QTest::newRow("a tag in it") << QByteArray("<svg><telegrad:runs><b/></telegrad:runs></svg>")
                               << "not text";
  QTest::newRow("an entity nobody knows")
      << QByteArray("<svg><telegrad:runs>&bomb;</telegrad:runs></svg>") << "not text";
}

void FigureFileTest::refuses() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, word);
  const auto read = carriedText(bytes.toStdString(), "a.png");
  QVERIFY(!read);
  QVERIFY2(QString::fromStdString(read.error().message).contains(word),
           read.error().message.c_str());
}

void FigureFileTest::refusesToCarryInWhatIsNone() {
  QVERIFY(!carryInPng("", kText));
  QVERIFY(!carryInPng(kPixel.first(20).toStdString(), kText));
  QVERIFY(!carryInSvg("<svg>", kText));
}

QTEST_APPLESS_MAIN(FigureFileTest)
#include "figure_file_test.moc"
