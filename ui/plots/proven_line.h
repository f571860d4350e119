// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/proven_rate.h"
#include "ui/widgets/theme.h"

class QCPAxisRect;
class QCPPainter;

namespace telegrad::ui {

/// The rate that theory promises, over iterations: a dashed line with its formula, within the rect.
void paintProvenLine(QCPPainter& painter, const Theme& theme, const QCPAxisRect& rect,
                     const ProvenRate& rate);

}  // namespace telegrad::ui
