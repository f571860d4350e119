// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digest.h"

#include <string_view>

#include <QTemporaryDir>
#include <QtTest>

#include "tests/core/data/idx_files.h"

class DigestTest : public QObject {
  Q_OBJECT
 private slots:
  void sha256IsThePublishedOne();
  void md5IsThePublishedOne();
  void whatCannotBeReadIsNamed();

 private:
  std::string md5(const QByteArray& bytes) const {
    const auto file = pathOf(folder_.filePath("file"));
    if (!writeFile(file, bytes)) qFatal("cannot write the test's own file");
    return *telegrad::md5OfFile(file);
  }
  QTemporaryDir folder_;
};

namespace {

const QByteArray kMillion(1000000, 'a');  // more than one piece of a file

std::string sha256(std::string_view text) {
  return telegrad::sha256(std::as_bytes(std::span(text)));
}

}  // namespace

void DigestTest::sha256IsThePublishedOne() {
  // FIPS 180-2, B.1 and B.3.
  QCOMPARE(sha256("abc"),
           std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
  QCOMPARE(sha256(kMillion.toStdString()),
           std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
}

void DigestTest::md5IsThePublishedOne() {
  // RFC 1321, A.5.
  QCOMPARE(md5(""), std::string("d41d8cd98f00b204e9800998ecf8427e"));
  QCOMPARE(md5("message digest"), std::string("f96b697d7cb7938d525a2f31aaf161d0"));
  QCOMPARE(md5(kMillion),
           QCryptographicHash::hash(kMillion, QCryptographicHash::Md5).toHex().toStdString());
}

void DigestTest::whatCannotBeReadIsNamed() {
  for (const auto& path : {pathOf(folder_.filePath("none")), pathOf(folder_.path())}) {
    const auto digest = telegrad::md5OfFile(path);
    QVERIFY(!digest);
    QVERIFY2(digest.error().message.find(path.string()) == 0, digest.error().message.c_str());
  }
}

QTEST_GUILESS_MAIN(DigestTest)
#include "digest_test.moc"
