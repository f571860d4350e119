// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/painted_trace.h"

#include <QtTest>

#include "core/net/network.h"
#include "core/net/parameter_server.h"
#include "core/net/shipped_traces.h"

using namespace telegrad;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

SimTime s(std::int64_t seconds) {
  return SimTime{seconds * kSecond};
}

PaintedStretch stretch(std::int64_t from, std::int64_t to, double bandwidth) {
  return {s(from), s(to), {bandwidth}};
}

}  // namespace

class PaintedTraceTest : public QObject {
  Q_OBJECT
 private slots:
  void textIsReadAndWritten();
  void badTextIsRefused_data();
  void badTextIsRefused();
  void aStrokeCoversWhatWasThere();
  void aPaintedTraceIsAnotherOnlyThere();
  void aNetworkFollowsWhatWasPainted();
  void theParameterTakesOnlyWhatCanBeRead();
};

void PaintedTraceTest::textIsReadAndWritten() {
  const std::string text = "10 s to 20 s: 4 Mbit/s; 20 s to 20.5 s: 500 kbit/s";
  const auto read = parsePaint(text);
  QVERIFY(read);
  QCOMPARE(read->size(), std::size_t{2});
  QCOMPARE((*read)[0], stretch(10, 20, 4e6));
  QCOMPARE((*read)[1].to, SimTime{20'500'000'000});
  QCOMPARE(formatPaint(*read), text);
  QVERIFY(parsePaint("")->empty());
  QCOMPARE(formatPaint({}), std::string());
}

void PaintedTraceTest::badTextIsRefused_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("named");
  QTest::newRow("no form") << "fast"
                           << "\"fast\"";
  QTest::newRow("no bandwidth") << "1 s to 2 s"
                                << "\"1 s to 2 s\"";
  QTest::newRow("backwards") << "2 s to 1 s: 1 Mbit/s"
                             << "\"2 s to 1 s: 1 Mbit/s\"";
  QTest::newRow("nothing") << "1 s to 1 s: 1 Mbit/s"
                           << "\"1 s to 1 s: 1 Mbit/s\"";
  QTest::newRow("overlap") << "0 s to 2 s: 1 Mbit/s; 1 s to 3 s: 1 Mbit/s"
                           << "\"1 s to 3 s: 1 Mbit/s\"";
  QTest::newRow("zero") << "0 s to 2 s: 0 bit/s"
                        << "\"0 s to 2 s: 0 bit/s\"";
  QTest::newRow("negative time") << "-1 s to 2 s: 1 Mbit/s"
                                 << "\"-1 s to 2 s: 1 Mbit/s\"";
  QTest::newRow("a unit of another kind") << "0 s to 2 bit: 1 Mbit/s"
                                          << "2 bit";
  QTest::newRow("an empty stretch") << "0 s to 2 s: 1 Mbit/s;"
                                    << "\"\"";
}

void PaintedTraceTest::badTextIsRefused() {
  QFETCH(QString, text);
  QFETCH(QString, named);
  const auto read = parsePaint(text.toStdString());
  QVERIFY(!read);
  const auto message = QString::fromStdString(read.error().message);
  QVERIFY2(message.contains(named) && message.contains("allowed:"), qPrintable(message));
}

void PaintedTraceTest::aStrokeCoversWhatWasThere() {
  std::vector<PaintedStretch> all{stretch(0, 10, 1e6)};
  all = paintOver(all, stretch(4, 6, 2e6));
  QCOMPARE(all, (std::vector{stretch(0, 4, 1e6), stretch(4, 6, 2e6), stretch(6, 10, 1e6)}));
  all = paintOver(all, stretch(5, 12, 2e6));  // joins what touches at the same bandwidth
  QCOMPARE(all, (std::vector{stretch(0, 4, 1e6), stretch(4, 12, 2e6)}));
  all = paintOver(all, stretch(0, 20, 3e6));
  QCOMPARE(all, (std::vector{stretch(0, 20, 3e6)}));
}

void PaintedTraceTest::aPaintedTraceIsAnotherOnlyThere() {
  // 100 Mbit/s for 20 s, 10 Mbit/s for 20 s, and so on.
  const auto trace = shippedTrace("square-wan", 1.0);
  const auto changed = painted(*trace, std::vector{stretch(15, 25, 3e6), stretch(35, 90, 5e6)});
  const auto rate = [&](const Trace& of, std::int64_t time) {
    return of.at(s(time)).bandwidth.value;
  };
  QCOMPARE(changed.period(), trace->period());
  QCOMPARE(rate(changed, 14), rate(*trace, 14));
  QCOMPARE(rate(changed, 15), 3e6);
  QCOMPARE(rate(changed, 24), 3e6);
  QCOMPARE(rate(changed, 25), rate(*trace, 25));
  QCOMPARE(rate(changed, 39), 5e6);
  QCOMPARE(rate(changed, 40), rate(*trace, 40));  // the next period
  QCOMPARE(rate(changed, 55), 3e6);
}

void PaintedTraceTest::aNetworkFollowsWhatWasPainted() {
  const auto& entry = networks().front();
  const auto uploadTakes = [&](const std::string& paint) {
    const auto settings = Settings::from(entry.parameters, {{"trace", std::string("square-wan")},
                                                            {"painted", paint},
                                                            {"latency", 0.0},
                                                            {"compute_time", 0.0},
                                                            {"message_overhead", std::int64_t{0}},
                                                            {"server_ingress", 1e12}});
    ParameterServer network(*settings, 1, 1);
    const std::vector loads{WorkerLoad{.broadcast = {0}, .uploads = true, .upload = {1'000'000}}};
    return network.iterate(loads, 0).end;
  };
  // 8 Mbit over 100 Mbit/s, and over 2 Mbit/s; then 8 us on the server's link.
  QCOMPARE(uploadTakes(""), SimTime{80'000'000 + 8000});
  QCOMPARE(uploadTakes("0 s to 10 s: 2 Mbit/s"), SimTime{4'000'000'000 + 8000});
}

void PaintedTraceTest::theParameterTakesOnlyWhatCanBeRead() {
  const auto parameter = paintedParameter({"trace", "constant", true});
  QVERIFY(accept(parameter, Value{std::string("0 s to 1 s: 1 Mbit/s")}));
  QCOMPARE(parameter.initial(), Value{std::string()});
  const auto refused = parseValue(parameter, "thin");
  QVERIFY(!refused);
  QVERIFY2(refused.error().message.find("10 s to 20 s") != std::string::npos,
           refused.error().message.c_str());
  QVERIFY(!accept(parameter, Value{1.0}));
}

QTEST_GUILESS_MAIN(PaintedTraceTest)

#include "painted_trace_test.moc"
