// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace telegrad::ui {

/// Says of the cards and pages in the window what they are about, so that they can be explained.
/// Controls of parameters and labels of quantities say it themselves.
void giveTopics(const QWidget& window);

}  // namespace telegrad::ui
