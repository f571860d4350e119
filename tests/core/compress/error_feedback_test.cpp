// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compress/error_feedback.h"

#include <algorithm>
#include <vector>

#include <QtTest>

#include "tests/core/compress/support.h"

using namespace telegrad;
using namespace telegrad::test;

namespace {

std::span<const float> compensated(ErrorFeedback& feedback, float gamma,
                                   const std::vector<float>& gradient) {
  const auto residual = feedback.compensate();
  scaleAndAdd(gamma, gradient, residual, residual);
  return residual;
}

}  // namespace

class ErrorFeedbackTest : public QObject {
  Q_OBJECT
 private slots:
  void nothingIsLost_data();
  void nothingIsLost();
  void identityLeavesNothing();
};

void ErrorFeedbackTest::nothingIsLost_data() {
  QTest::addColumn<QString>("key");
  for (const char* key : {"identity", "top-k"}) QTest::newRow(key) << key;
}

/// For compressors that send entries as they are: with numbers that floats add exactly (small
/// multiples of 1/64), all that was sent and what is left is all that came in.
void ErrorFeedbackTest::nothingIsLost() {
  QFETCH(QString, key);
  const auto layout = layoutOf({{40, 100}, {1000}});
  const auto compressor = make(key.toStdString());
  ErrorFeedback feedback(5000);
  std::vector<float> in(5000, 0.0F);
  std::vector<float> out(5000, 0.0F);
  for (std::uint64_t k = 0; k < 20; ++k) {
    Random random(k, Purpose::Test);
    std::vector<float> gradient(5000);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      gradient[i] = (static_cast<float>(random.below(4001)) - 2000.0F) / 32.0F;
      in[i] += 0.5F * gradient[i];
    }
    const auto sent = compensated(feedback, 0.5F, gradient);
    Random draws(1, Purpose::Compression, 0, k);
    Payload payload;
    QVERIFY(compressor->compress(sent, layout, draws, payload));
    Update update;
    QVERIFY(compressor->decode(payload, layout, update));
    feedback.remember(update);
    update.addTo(out, 0);
    for (std::size_t i = 0; i < in.size(); ++i) QVERIFY(out[i] + feedback.residual()[i] == in[i]);
  }
}

void ErrorFeedbackTest::identityLeavesNothing() {
  const auto layout = layoutOf({{100}});
  ErrorFeedback feedback(100);
  const auto compressor = make("identity");
  const auto sent = compensated(feedback, 0.3F, normals(100, 1));
  const auto payload = compress(*compressor, {sent.begin(), sent.end()}, layout);
  Update update;
  QVERIFY(compressor->decode(payload, layout, update));
  feedback.remember(update);
  QVERIFY(std::ranges::all_of(feedback.residual(), [](float e) { return e == 0.0F; }));
}

QTEST_APPLESS_MAIN(ErrorFeedbackTest)
#include "error_feedback_test.moc"
